import type { NodeTable, TrafficHistory } from '../../core/model/history';
import { keptValues } from '../../core/model/keptLabel';
import type { TrafficView } from '../../core/model/view';
import { createSubjectLabels } from '../../core/thresholds';
import { valuesText } from '../../frames/keptLabels';
import type { ScenePick } from '../../scene/types';
import { shownText } from './shownText';

/** Values that a cell of the table tells; details tell more. */
const VALUES_IN_CELL = 3;

/** A column of the table: what kept labels hold, for the rows of a view. */
export interface KeptColumn {
  readonly name: string;
  /** By row; empty where there is no value. */
  readonly texts: readonly string[];
}

/** More labels than this share one column. */
const MOST_COLUMNS = 3;

const NOTHING: readonly KeptColumn[] = Object.freeze([]);

/** The rows of a view that stand for each node of a history: its own, and those of the groups that it is in. */
function rowsOfNodes(nodes: NodeTable, view: TrafficView): ReadonlyArray<readonly number[]> {
  const rowOfId = new Map<string, number>();
  const rowOfPath = new Map<string, number>();
  view.nodes.ids.forEach((id, row) => {
    if (view.nodes.kinds[row] === 'group') {
      rowOfPath.set(JSON.stringify(view.nodes.paths[row]), row);
    } else {
      rowOfId.set(id, row);
    }
  });
  return nodes.ids.map((id, node) => {
    const path = nodes.groups[node];
    const groups =
      rowOfPath.size === 0 ? [] : [...path.keys()].map((depth) => JSON.stringify(path.slice(0, depth + 1)));
    return [rowOfId.get(id), ...groups.map((key) => rowOfPath.get(key))].filter((row) => row !== undefined);
  });
}

/** The rows of a history, of nodes or edges, that each row of a view stands for. */
function membersOf(
  history: TrafficHistory,
  view: TrafficView,
  kind: ScenePick['kind']
): ReadonlyArray<readonly number[]> {
  const { nodes, edges } = history;
  const rowsOf = rowsOfNodes(nodes, view);
  const members = (kind === 'node' ? view.nodes.ids : view.edges.ids).map((): number[] => []);
  if (kind === 'node') {
    rowsOf.forEach((rows, node) => rows.forEach((row) => members[row].push(node)));
    return members;
  }
  const between = new Map<number, number[]>();
  const pairOf = (source: number, target: number) => source * view.nodes.count + target;
  members.forEach((found, row) => {
    const pair = pairOf(view.edges.source[row], view.edges.target[row]);
    const same = between.get(pair);
    // Rows between the same two ends, of several protocols, stand for the same edges, as in details.
    if (same === undefined) {
      between.set(pair, found);
    } else {
      members[row] = same;
    }
  });
  edges.ids.forEach((_, edge) => {
    for (const source of rowsOf[edges.source[edge]]) {
      for (const target of rowsOf[edges.target[edge]]) {
        between.get(pairOf(source, target))?.push(edge);
      }
    }
  });
  return members;
}

function cellText(lists: ReadonlyArray<readonly string[]>, more: number): string {
  const values = [...new Set(lists.flat())].sort();
  const left = more + Math.max(0, values.length - VALUES_IN_CELL);
  return shownText(valuesText(values.slice(0, VALUES_IN_CELL), left));
}

/**
 * The kept labels of all nodes or edges of a view, which is not one from afar: of an edge its own ones, of a service or
 * group as rules on them see them. Labels without any value are left out. Takes time in proportion to the history, not to
 * the view times the history.
 */
export function keptColumns(
  history: TrafficHistory,
  view: TrafficView,
  kind: ScenePick['kind']
): readonly KeptColumn[] {
  const { nodes, edges } = history;
  if (nodes.labels === undefined && edges.labels === undefined) {
    return NOTHING;
  }
  const own = kind === 'node' ? nodes.labels : edges.labels;
  const kept = kind === 'node' ? [...(nodes.labels ?? []), ...(edges.labels ?? [])] : (edges.labels ?? []);
  const { ofNode } = createSubjectLabels(history);
  const members = membersOf(history, view, kind);
  const columns = [...new Set(kept.map(({ name }) => name))].flatMap((name) => {
    const counts = own?.find((label) => label.name === name)?.more;
    const valuesOf = (row: number) =>
      kind === 'node' ? ofNode(name, row) : (keptValues(edges.labels, name, row) ?? []);
    const texts = members.map((rows) =>
      cellText(rows.map(valuesOf), counts === undefined ? 0 : rows.reduce((sum, row) => sum + counts[row], 0))
    );
    return texts.some((text) => text !== '') ? [{ name, texts }] : [];
  });
  return columns.length > MOST_COLUMNS ? [joined(columns)] : columns;
}

/** One column for many labels, each value with the name of its label. */
function joined(columns: readonly KeptColumn[]): KeptColumn {
  const texts = columns[0].texts.map((_, row) =>
    columns
      .flatMap(({ name, texts: values }) => (values[row] === '' ? [] : `${shownText(name)}: ${values[row]}`))
      .join('; ')
  );
  return { name: 'Labels', texts };
}
