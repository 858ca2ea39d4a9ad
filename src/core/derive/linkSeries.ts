import type { TrafficDefinition } from '../model/definition';
import type { EdgeExpressionName, ExpressionName } from '../model/result';
import type { Labels, SeriesTable } from '../model/series';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { type ClassMatcher } from './classes';
import { type EdgeRegistry, registerEdge, registerProtocol } from './edgeRegistry';
import { createEndpointReader, labelValue, MISSING } from './endpoints';
import { createNaming, type Naming } from './naming/createNaming';
import { type LinkedNodeMetric, linkNodeMetrics } from './linkNodeMetrics';
import type { NodeRegistry } from './nodeRegistry';

/** Cells of a table that take as long as the labels of one series, about. */
const SERIES_WIDTH = 100;

/** The order that tables are read in: requests come first, since the others join them. */
export const EXPRESSIONS: readonly EdgeExpressionName[] = [
  'requests',
  'errors',
  'p50',
  'p95',
  'p99',
  'bytes',
  'baseline',
];

/** Expressions that prove an edge. A latency alone does not: there is nothing to draw it on. Nor does what was there in earlier days. */
const PROOF: ReadonlySet<EdgeExpressionName> = new Set<EdgeExpressionName>(['requests', 'errors', 'bytes']);

/** One table, with the edge and the class of each of its series. */
export interface LinkedTable {
  readonly table: SeriesTable;
  /** Row in the edge registry; `MISSING` for a series that makes no edge. */
  readonly edge: Int32Array;
  /** Row in the united classes; 0 for what is no request. */
  readonly classRow: Uint16Array;
}

/** All tables of one definition, linked. */
export interface LinkedDefinition {
  readonly definition: TrafficDefinition;
  readonly matcher: ClassMatcher;
  readonly tables: ReadonlyMap<EdgeExpressionName, LinkedTable>;
  readonly nodeMetrics: readonly LinkedNodeMetric[];
  readonly series: number;
  readonly missingLabel: ReadonlyMap<string, number>;
  /** Labels of the series without an end, with the first of their values. */
  readonly labelsThere: ReadonlyMap<string, string>;
  /** Patterns of the naming that are no regular expression. */
  readonly invalidNames: readonly string[];
}

interface Linker {
  readonly edgeOf: (labels: Labels, name: EdgeExpressionName) => number;
  readonly missing: ReadonlyMap<string, number>;
  readonly there: ReadonlyMap<string, string>;
  readonly naming?: Naming;
}

/** Several protocols between a pair: a series that names none belongs to no one of them. */
const SEVERAL = -1;

function createLinker(definition: TrafficDefinition, nodes: NodeRegistry, edges: EdgeRegistry): Linker {
  const { mapping } = definition;
  const naming = createNaming(definition.naming);
  const readSource = createEndpointReader(mapping.source, nodes, naming);
  const readTarget = createEndpointReader(mapping.target, nodes, naming);
  const missing = new Map<string, number>();
  const onlyProtocol = new Map<number, Map<number, number>>();

  const there = new Map<string, string>();
  const skip = (label: string, labels: Labels): number => {
    missing.set(label, (missing.get(label) ?? 0) + 1);
    for (const name in labels) {
      const value = labelValue(labels, name);
      const known = there.get(name);
      // The first in order of text, so that the order of series changes nothing.
      if (value !== '' && (known === undefined || value < known)) {
        there.set(name, value);
      }
    }
    return MISSING;
  };
  const remember = (source: number, target: number, protocol: number): void => {
    const targets = onlyProtocol.get(source) ?? new Map<number, number>();
    const known = targets.get(target);
    targets.set(target, known === undefined || known === protocol ? protocol : SEVERAL);
    onlyProtocol.set(source, targets);
  };
  const edgeOf = (labels: Labels, name: EdgeExpressionName): number => {
    const missed = name === 'baseline' ? () => MISSING : skip;
    const source = readSource(labels);
    if (source === MISSING) {
      return missed(mapping.source.label ?? 'source', labels);
    }
    const target = readTarget(labels);
    if (target === MISSING) {
      return missed(mapping.target.label ?? 'target', labels);
    }
    if (mapping.protocolLabel === undefined) {
      return registerEdge(edges, source, target, 0);
    }
    let protocol = registerProtocol(edges, labelValue(labels, mapping.protocolLabel));
    if (name === 'requests') {
      remember(source, target, protocol);
    } else if (protocol === 0) {
      protocol = Math.max(0, onlyProtocol.get(source)?.get(target) ?? 0);
    }
    return registerEdge(edges, source, target, protocol);
  };
  return { edgeOf, missing, there, naming };
}

/** @throws when a table's values do not fit its series and times. */
export function requireShape(tables: Partial<Record<ExpressionName, SeriesTable>>, { id }: TrafficDefinition): void {
  for (const [name, table] of Object.entries(tables)) {
    const expected = table === undefined ? 0 : table.labels.length * table.times.length;
    if (table !== undefined && table.values.length !== expected) {
      throw new Error(
        `deriveTraffic: the "${name}" table of "${id}" has ${table.values.length} values for ${table.labels.length} series of ${table.times.length} times; expected ${expected}.`
      );
    }
  }
}

/** First pass over a definition: which edge and class each series belongs to. No sample is touched. */
export function* linkDefinition(
  definition: TrafficDefinition,
  tables: Partial<Record<ExpressionName, SeriesTable>>,
  matcher: ClassMatcher,
  nodes: NodeRegistry,
  edges: EdgeRegistry
): Steps<LinkedDefinition> {
  const linker = createLinker(definition, nodes, edges);
  const linked = new Map<EdgeExpressionName, LinkedTable>();
  let series = 0;
  for (const name of EXPRESSIONS) {
    const table = tables[name];
    if (table === undefined) {
      continue;
    }
    const { labels } = table;
    const isRequests = name === 'requests';
    const proves = PROOF.has(name);
    const edge = new Int32Array(labels.length);
    const classRow = new Uint16Array(labels.length);
    yield* overRows(labels.length, SERIES_WIDTH, (from, end) => {
      for (let row = from; row < end; row++) {
        const found = linker.edgeOf(labels[row], name);
        edge[row] = found;
        if (found !== MISSING && proves) {
          edges.proven[found] = 1;
        }
        if (isRequests) {
          classRow[row] = matcher.classOf(labels[row]);
        }
      }
    });
    // The baseline's series are those of the requests once more.
    series += name === 'baseline' ? 0 : labels.length;
    linked.set(name, { table, edge, classRow });
  }
  return {
    definition,
    matcher,
    tables: linked,
    nodeMetrics: linkNodeMetrics(definition, tables, nodes, linker.naming),
    series,
    missingLabel: linker.missing,
    labelsThere: linker.there,
    invalidNames: linker.naming?.invalid ?? [],
  };
}
