import type { TrafficDefinition } from '../model/definition';
import type { KeptLabel } from '../model/keptLabel';
import type { Labels } from '../model/series';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { labelValue } from './endpoints';
import type { Graph } from './graph';
import type { LinkedDefinition } from './linkSeries';
import { NO_NAMES } from './reportWords';
import { type ToldValues, uniteValues } from './uniteValues';

/** Cells of a table that take as long as one label of a series, about. */
const LABEL_WIDTH = 25;

/** What definitions keep of the labels of their series. */
export interface KeptLabels {
  readonly edges: readonly KeptLabel[];
  readonly nodes: readonly KeptLabel[];
}

/** Labels that a definition keeps, and that none of its series has. */
export interface LostLabels {
  readonly lost: readonly string[];
  /** Labels that its series do have, in order of text. */
  readonly there: readonly string[];
}

const NOTHING: KeptLabels = Object.freeze({ edges: [], nodes: [] });

/** Names of the labels that a definition keeps, each once; blank ones are none. */
function namesOf({ keepLabels = [] }: TrafficDefinition): readonly string[] {
  return [...new Set(keepLabels.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** Series whose labels are kept: the row of the graph of each, negative for one to leave out. */
interface Source {
  readonly labels: readonly Labels[];
  readonly linked: Int32Array;
  readonly rowOf: Int32Array;
}

function edgeSources({ tables }: LinkedDefinition): ReadonlyArray<Omit<Source, 'rowOf'>> {
  const main = tables.get('requests') ?? tables.get('bytes');
  return main ? [{ labels: main.table.labels, linked: main.edge }] : [];
}

function nodeSources({ nodeMetrics }: LinkedDefinition): ReadonlyArray<Omit<Source, 'rowOf'>> {
  return nodeMetrics.map(({ table, node }) => ({ labels: table.labels, linked: node }));
}

function* toldBy(name: string, sources: readonly Source[]): Steps<ToldValues> {
  const most = sources.reduce((sum, { labels }) => sum + labels.length, 0);
  const rows = new Int32Array(most);
  const lists: Array<readonly string[]> = [];
  const listOf = new Map<string, readonly string[]>();
  for (const { labels, linked, rowOf } of sources) {
    yield* overRows(labels.length, LABEL_WIDTH, (from, end) => {
      for (let series = from; series < end; series++) {
        const row = linked[series] < 0 ? -1 : rowOf[linked[series]];
        const value = row < 0 ? '' : labelValue(labels[series], name);
        if (value.trim() === '') {
          continue;
        }
        let list = listOf.get(value);
        if (list === undefined) {
          list = Object.freeze([value]);
          listOf.set(value, list);
        }
        rows[lists.length] = row;
        lists.push(list);
      }
    });
  }
  return { name, rowOf: rows.subarray(0, lists.length), valuesOf: (index) => lists[index] };
}

function* keptOf(
  definitions: readonly LinkedDefinition[],
  sourcesOf: (definition: LinkedDefinition) => ReadonlyArray<Omit<Source, 'rowOf'>>,
  rowOf: Int32Array,
  rows: number
): Steps<readonly KeptLabel[]> {
  const keepers = definitions.map((linked) => ({ linked, names: namesOf(linked.definition) }));
  const kept: KeptLabel[] = [];
  for (const name of new Set(keepers.flatMap(({ names }) => names))) {
    const sources = keepers
      .filter(({ names }) => names.includes(name))
      .flatMap(({ linked }) => sourcesOf(linked).map((source) => ({ ...source, rowOf })));
    const label = yield* uniteValues(yield* toldBy(name, sources), rows);
    if (label) {
      kept.push(label);
    }
  }
  return kept;
}

/** The labels that definitions keep, of the edges and nodes of the graph. Costs nothing where none keeps any. */
export function* keepLabels(definitions: readonly LinkedDefinition[], graph: Graph): Steps<KeptLabels> {
  if (definitions.every(({ definition }) => namesOf(definition).length === 0)) {
    return NOTHING;
  }
  return {
    edges: yield* keptOf(definitions, edgeSources, graph.edgeRow, graph.edgeIds.length),
    nodes: yield* keptOf(definitions, nodeSources, graph.nodeRow, graph.nodeIds.length),
  };
}

/** Which labels a definition keeps in vain; undefined where there are none, or no series that could have them. */
export function* lostLabels(linked: LinkedDefinition): Steps<LostLabels | undefined> {
  const lost = new Set(namesOf(linked.definition));
  const sources = lost.size === 0 ? [] : [...edgeSources(linked), ...nodeSources(linked)];
  const there = new Set<string>();
  let series = 0;
  for (const { labels } of sources) {
    series += labels.length;
    yield* overRows(labels.length, LABEL_WIDTH * lost.size, (from, end) => {
      for (let row = from; row < end; row++) {
        for (const name of lost) {
          if (labelValue(labels[row], name).trim() !== '') {
            lost.delete(name);
          }
        }
      }
    });
  }
  if (lost.size === 0 || series === 0) {
    return undefined;
  }
  for (const { labels } of sources) {
    yield* overRows(labels.length, LABEL_WIDTH, (from, end) => {
      for (let row = from; row < end; row++) {
        for (const name in labels[row]) {
          there.add(name);
        }
      }
    });
  }
  return { lost: [...lost], there: [...there].filter((name) => !NO_NAMES.has(name)).sort() };
}
