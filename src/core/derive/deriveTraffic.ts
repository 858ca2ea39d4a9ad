import type { MergeRule, TrafficDefinition } from '../model/definition';
import type { EdgeColumn, EdgeMetrics, TrafficHistory } from '../model/history';
import { nodeExpressionName } from '../model/nodeMetric';
import type { Notice } from '../model/notice';
import type { DeriveCounts, ExpressionName, ShapeCounts } from '../model/result';
import type { SeriesTable } from '../model/series';
import { runAtOnce, type Steps } from '../steps/steps';
import { DEFAULT_LIMITS, type GraphShape, type TrafficLimits } from '../model/shape';

import type { SampleTally } from './addSamples';
import { createClassMatcher, uniteClasses } from './classes';
import { emptyColumn, OPTIONAL_METRICS, readColumns } from './definitionColumns';
import { createEdgeRegistry } from './edgeRegistry';
import { buildGraph, type Graph } from './graph';
import { commonGrid } from './grid';
import { completeBuckets } from './latestComplete';
import { EXPRESSIONS, linkDefinition, type LinkedDefinition, requireShape } from './linkSeries';
import { withLoad } from './load';
import { mergeColumns } from './mergeColumns';
import { joinNodeMetrics } from './joinNodeMetrics';
import { keepLabels, lostLabels } from './keepLabels';
import { cutLabelNotices } from './keptLabelNotices';
import { limitTables } from './limitTables';
import { createKindRules, nodeKindOf } from './nodeKinds';
import { readNodeColumns } from './nodeColumns';
import { createNodeRegistry } from './nodeRegistry';
import { createProvenance } from './provenance';
import { countsOf, type DefinitionReport, gridNotices, limitNotices, noticesOf } from './reports';
import { shapingSteps } from './shape/shapeTraffic';

/** One definition and what its upstream answered to each expression; an expression that failed is absent. */
export interface DeriveInput {
  readonly definition: TrafficDefinition;
  readonly tables: Partial<Record<ExpressionName, SeriesTable>>;
}

/** Traffic, and what had to be left out to get it. */
export interface DerivedTraffic {
  readonly history: TrafficHistory;
  readonly notices: readonly Notice[];
  /** One entry a definition, in their order. */
  readonly counts: readonly DeriveCounts[];
  readonly shape: ShapeCounts;
}

/** The edges of the graph that a definition proves, and its place among them. */
interface OwnEdges {
  /** Graph rows, ascending. */
  readonly rows: Int32Array;
  /** Series of latencies that join no edge. */
  readonly unjoined: number;
}

function ownEdges(linked: LinkedDefinition, graph: Graph): OwnEdges {
  const own = new Uint8Array(graph.edgeIds.length);
  let unjoined = 0;
  for (const [name, { edge }] of linked.tables) {
    for (let series = 0; series < edge.length; series++) {
      if (edge[series] < 0) {
        continue;
      }
      const row = graph.edgeRow[edge[series]];
      if (row < 0) {
        unjoined += name === 'baseline' ? 0 : 1;
      } else {
        own[row] = 1;
      }
    }
  }
  let count = 0;
  for (let row = 0; row < own.length; row++) {
    count += own[row];
  }
  const rows = new Int32Array(count);
  for (let row = 0, next = 0; row < own.length; row++) {
    if (own[row] === 1) {
      rows[next++] = row;
    }
  }
  return { rows, unjoined };
}

/** Rows of a definition's own columns by row of the edge registry. */
function localRows(graph: Graph, rows: Int32Array): Int32Array {
  const local = new Int32Array(graph.edgeIds.length).fill(-1);
  rows.forEach((row, index) => {
    local[row] = index;
  });
  return graph.edgeRow.map((row) => (row < 0 ? -1 : local[row]));
}

/** Columns of all edges without a sample, with those optional metrics that any definition answered. */
function* emptyColumns(
  definitions: readonly LinkedDefinition[],
  classes: number,
  rows: number,
  buckets: number
): Steps<EdgeMetrics> {
  const optional = OPTIONAL_METRICS.filter((name) => definitions.some(({ tables }) => tables.has(name)));
  const columns: EdgeColumn[] = [];
  while (columns.length < 1 + optional.length + classes) {
    columns.push(emptyColumn(rows, buckets));
    yield;
  }
  const [errorRatio, ...others] = columns;
  return {
    rates: others.slice(optional.length),
    errorRatio,
    ...Object.fromEntries(optional.map((name, index) => [name, others[index]])),
  };
}

/** Inputs within bounds, with the series that each definition lost, and the start of the time that all kept. */
interface LimitedInputs {
  readonly inputs: readonly DeriveInput[];
  readonly cutSeries: readonly number[];
  readonly keptFrom?: number;
}

/** In the order that tables are read in; a table of no known name is left out. */
function tableNames({ nodeMetrics = [] }: TrafficDefinition): readonly ExpressionName[] {
  return [...EXPRESSIONS, ...nodeMetrics.map((_, place) => nodeExpressionName(place))];
}

function* limitInputs(inputs: readonly DeriveInput[], limits: TrafficLimits): Steps<LimitedInputs> {
  const places = inputs.flatMap(({ definition, tables }, input) =>
    tableNames(definition).flatMap((name) => {
      const table = tables[name];
      return table ? [{ input, name, table }] : [];
    })
  );
  const limited = yield* limitTables(
    places.map(({ table }) => table),
    { ...DEFAULT_LIMITS, ...limits }
  );
  const cutSeries = inputs.map(() => 0);
  const tables = inputs.map((): Partial<Record<ExpressionName, SeriesTable>> => ({}));
  places.forEach(({ input, name }, index) => {
    tables[input][name] = limited.tables[index];
    cutSeries[input] += limited.cutSeries[index];
  });
  return {
    inputs: inputs.map(({ definition }, index) => ({ definition, tables: tables[index] })),
    cutSeries,
    keptFrom: limited.keptFrom,
  };
}

/**
 * Derives one traffic history from the answers of several definitions. The rules are numbered in SPEC.md.
 *
 * @param given definitions with their answers, in order of preference
 * @param merge how to join an edge that several definitions report
 * @param shape what becomes of the graph as a whole
 * @throws when a table's values do not fit its series and times. Bad data does not throw: it is skipped and counted.
 */
export function deriveTraffic(given: readonly DeriveInput[], merge: MergeRule, shape: GraphShape = {}): DerivedTraffic {
  return runAtOnce(deriveSteps(given, merge, shape));
}

/** `deriveTraffic` in steps, so that the main thread can do other things in between. */
export function* deriveSteps(
  given: readonly DeriveInput[],
  merge: MergeRule,
  shape: GraphShape = {}
): Steps<DerivedTraffic> {
  given.forEach(({ definition, tables }) => requireShape(tables, definition));
  const { inputs, cutSeries, keptFrom } = yield* limitInputs(given, shape.limits ?? {});
  const { classes, notices: classNotices } = uniteClasses(inputs.map(({ definition }) => definition));
  const nodes = createNodeRegistry();
  const edges = createEdgeRegistry();
  const definitions: LinkedDefinition[] = [];
  for (const { definition, tables } of inputs) {
    const matcher = createClassMatcher(definition, classes);
    definitions.push(yield* linkDefinition(definition, tables, matcher, nodes, edges));
  }
  const graph = yield* buildGraph(nodes, edges, shape.joinHosts ?? true);
  const kindByRule = createKindRules(shape.kinds ?? []);
  const kinds = graph.names.map((name, row) => kindByRule(name) ?? graph.kinds[row] ?? nodeKindOf(name));
  const grid = commonGrid(
    definitions.flatMap(({ tables, nodeMetrics }) => [...tables.values(), ...nodeMetrics].map(({ table }) => table))
  );
  const buckets = completeBuckets(definitions, grid);

  const ids = definitions.map(({ definition }) => definition.id);
  const edgeProvenance = createProvenance(graph.edgeIds.length, ids);
  const nodeProvenance = createProvenance(graph.nodeIds.length, ids);
  const tallies = definitions.map((): SampleTally => ({ samples: 0, bad: 0 }));
  yield;
  const metrics = yield* readNodeColumns(
    definitions,
    { grid, buckets, rows: graph.nodeIds.length, rowOf: graph.nodeRow },
    merge,
    tallies
  );
  const reports: DefinitionReport[] = [];
  let columns: EdgeMetrics | undefined;

  for (const [index, linked] of definitions.entries()) {
    yield;
    const tally = tallies[index];
    const { rows, unjoined } = ownEdges(linked, graph);
    rows.forEach((row) => {
      edgeProvenance.add(row, index);
      nodeProvenance.add(graph.source[row], index);
      nodeProvenance.add(graph.target[row], index);
    });
    yield;
    const own = yield* readColumns(
      linked,
      { classes, grid, buckets, rows: rows.length, rowOf: localRows(graph, rows) },
      tally
    );
    if (definitions.length === 1 && rows.length === graph.edgeIds.length) {
      columns = own;
    } else {
      columns ??= yield* emptyColumns(definitions, classes.length, graph.edgeIds.length, buckets);
      yield* mergeColumns(columns, own, rows, buckets, merge);
    }
    const joins = joinNodeMetrics(linked.nodeMetrics, { nodes, graph, kinds }, rows);
    const hasMap = graph.nodeIds.length > 0;
    const lost = yield* lostLabels(linked);
    reports.push({ linked, tally, edges: rows.length, unjoined, joins, hasMap, cutSeries: cutSeries[index], lost });
  }
  columns ??= yield* emptyColumns(definitions, classes.length, graph.edgeIds.length, buckets);
  const kept = yield* keepLabels(definitions, graph);

  const history: TrafficHistory = {
    times: grid.times.slice(0, buckets),
    classes,
    nodes: {
      ids: graph.nodeIds,
      names: graph.names,
      groups: graph.groups,
      kinds,
      seenIn: nodeProvenance.lists(),
      ...(metrics.length > 0 && { metrics }),
      ...(kept.nodes.length > 0 && { labels: kept.nodes }),
    },
    edges: {
      ids: graph.edgeIds,
      source: graph.source,
      target: graph.target,
      protocols: graph.protocols,
      seenIn: edgeProvenance.lists(),
      ...columns,
      ...(kept.edges.length > 0 && { labels: kept.edges }),
    },
  };
  yield;
  const shaped = yield* shapingSteps(withLoad(history), shape, ids);
  return {
    history: shaped.history,
    notices: [
      ...classNotices,
      ...limitNotices(keptFrom, grid),
      ...gridNotices(grid),
      ...reports.flatMap(noticesOf),
      ...shaped.notices,
      ...cutLabelNotices(shaped.history),
    ],
    counts: reports.map(countsOf),
    shape: shaped.counts,
  };
}
