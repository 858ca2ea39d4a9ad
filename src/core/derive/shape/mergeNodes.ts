import type { EdgeMetrics, EdgeTable, NodeTable, TrafficHistory } from '../../model/history';
import { edgeId, nodeId } from '../../model/ids';
import type { KeptLabel } from '../../model/keptLabel';
import type { ServiceKind } from '../../model/shape';
import { runAtOnce } from '../../steps/steps';
import { emptyColumn, OPTIONAL_METRICS } from '../definitionColumns';
import { mergeColumns } from '../mergeColumns';
import { uniteLabels } from '../uniteValues';

/** A node that stands for several. Its id has an empty part, so that it never equals a service's. */
export interface StandInNode {
  /** Unique within its group. */
  readonly key: string;
  readonly name: string;
  readonly group: readonly string[];
  readonly kind: ServiceKind;
}

/** Where an end of an edge goes: to a stand-in by its row, or nowhere else (-1). */
export interface EndMoves {
  readonly standIns: readonly StandInNode[];
  readonly source: Int32Array;
  readonly target: Int32Array;
}

export function standInId({ group, key }: StandInNode): string {
  return nodeId([...group, ''], key);
}

interface NodeDraft {
  readonly id: string;
  readonly name: string;
  readonly group: readonly string[];
  readonly kind: NodeTable['kinds'][number];
  seenIn: readonly string[];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Definitions of both lists, in the order of the query. */
function union(a: readonly string[], b: readonly string[], order: readonly string[]): readonly string[] {
  return a === b || b.every((id) => a.includes(id)) ? a : order.filter((id) => a.includes(id) || b.includes(id));
}

/** Labels of rows that are kept as they are, or become one with others; nothing where there are none. */
function unitedLabels(
  labels: readonly KeptLabel[] | undefined,
  pairs: { readonly from: Int32Array; readonly to: Int32Array },
  rows: number
): { readonly labels?: readonly KeptLabel[] } {
  const united = labels && runAtOnce(uniteLabels(labels, pairs, rows));
  return united && united.length > 0 ? { labels: united } : {};
}

/** The nodes that each node of the new table stands for, itself or those whose edges moved to it; pairs may repeat. */
function standsFor(
  rank: Int32Array,
  before: readonly Int32Array[],
  after: readonly Int32Array[],
  count: number
): { readonly from: Int32Array; readonly to: Int32Array } {
  const [from, to]: [number[], number[]] = [[], []];
  const add = (node: number, row: number): void => {
    if (row >= 0) {
      from.push(node);
      to.push(row);
    }
  };
  for (let node = 0; node < count; node++) {
    add(node, rank[node]);
  }
  after.forEach((ends, side) => ends.forEach((node, edge) => node >= count && add(before[side][edge], rank[node])));
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

function emptyLike(columns: EdgeMetrics, rows: number, buckets: number): EdgeMetrics {
  const present = OPTIONAL_METRICS.filter((name) => columns[name] !== undefined);
  return {
    rates: columns.rates.map(() => emptyColumn(rows, buckets)),
    errorRatio: emptyColumn(rows, buckets),
    ...Object.fromEntries(present.map((name) => [name, emptyColumn(rows, buckets)])),
  };
}

/** Cells of some rows; a row beyond the column, as that of a stand-in, has no data. */
function cellsOf(column: Float32Array, rows: readonly number[], width: number): Float32Array {
  const cells = emptyColumn(rows.length, width);
  rows.forEach((row, index) => cells.set(column.subarray(row * width, (row + 1) * width), index * width));
  return cells;
}

/**
 * A history in which some ends of edges belong to nodes that stand for several. Edges that become equal are one: their
 * rates and bytes add, latencies take the largest.
 *
 * @param definitionIds in the order of the query
 */
export function mergeNodes(history: TrafficHistory, moves: EndMoves, definitionIds: readonly string[]): TrafficHistory {
  const { nodes, edges, times } = history;
  const count = nodes.ids.length;
  const drafts: NodeDraft[] = [
    ...nodes.ids.map((id, row) => ({
      id,
      name: nodes.names[row],
      group: nodes.groups[row],
      kind: nodes.kinds[row],
      seenIn: nodes.seenIn[row],
    })),
    ...moves.standIns.map((node) => ({ ...node, id: standInId(node), seenIn: [] })),
  ];
  const moved = (to: Int32Array, from: Int32Array): Int32Array =>
    from.map((node, edge) => (to[edge] < 0 ? node : count + to[edge]));
  const source = moved(moves.source, edges.source);
  const target = moved(moves.target, edges.target);

  const used = new Uint8Array(drafts.length);
  const hadEdge = new Uint8Array(count);
  edges.ids.forEach((_, edge) => {
    for (const [now, before] of [
      [source[edge], edges.source[edge]],
      [target[edge], edges.target[edge]],
    ]) {
      used[now] = 1;
      hadEdge[before] = 1;
      if (now >= count) {
        drafts[now].seenIn = union(drafts[now].seenIn, nodes.seenIn[before], definitionIds);
      }
    }
  });
  const order = [...drafts.keys()]
    .filter((row) => used[row] === 1 || (row < count && hadEdge[row] === 0))
    .sort((a, b) => compareText(drafts[a].id, drafts[b].id));
  const rank = new Int32Array(drafts.length).fill(-1);
  order.forEach((row, index) => {
    rank[row] = index;
  });
  const kept = order.map((row) => drafts[row]);
  const { labels, ...others } = nodes;
  const table: NodeTable = {
    ...others,
    ids: kept.map(({ id }) => id),
    names: kept.map(({ name }) => name),
    groups: kept.map(({ group }) => group),
    kinds: kept.map(({ kind }) => kind),
    seenIn: kept.map(({ seenIn }) => seenIn),
    ...(nodes.metrics && {
      metrics: nodes.metrics.map((metric) => ({ ...metric, values: cellsOf(metric.values, order, times.length) })),
    }),
    ...(labels &&
      unitedLabels(labels, standsFor(rank, [edges.source, edges.target], [source, target], count), kept.length)),
  };
  return {
    ...history,
    nodes: table,
    edges: joinEdges(
      edges,
      source.map((row) => rank[row]),
      target.map((row) => rank[row]),
      { nodeIds: table.ids, buckets: times.length, definitionIds }
    ),
  };
}

interface JoinContext {
  readonly nodeIds: readonly string[];
  readonly buckets: number;
  readonly definitionIds: readonly string[];
}

function joinEdges(
  edges: EdgeTable,
  source: Int32Array,
  target: Int32Array,
  { nodeIds, buckets, definitionIds }: JoinContext
): EdgeTable {
  const { protocols } = edges;
  const order = [...edges.ids.keys()].sort(
    (a, b) => source[a] - source[b] || target[a] - target[b] || compareText(protocols[a], protocols[b])
  );
  const rowOf = new Int32Array(order.length);
  const first: number[] = [];
  const seenIn: Array<readonly string[]> = [];
  for (const edge of order) {
    const last = first[first.length - 1];
    const isSame =
      last !== undefined &&
      source[last] === source[edge] &&
      target[last] === target[edge] &&
      protocols[last] === protocols[edge];
    if (isSame) {
      seenIn[first.length - 1] = union(seenIn[first.length - 1], edges.seenIn[edge], definitionIds);
    } else {
      first.push(edge);
      seenIn.push(edges.seenIn[edge]);
    }
    rowOf[edge] = first.length - 1;
  }
  const columns = emptyLike(edges, first.length, buckets);
  runAtOnce(mergeColumns(columns, edges, rowOf, buckets, 'sum'));
  const rows = Int32Array.from(first);
  return {
    ids: first.map((edge) => edgeId(nodeIds[source[edge]], nodeIds[target[edge]], protocols[edge])),
    source: rows.map((edge) => source[edge]),
    target: rows.map((edge) => target[edge]),
    protocols: first.map((edge) => protocols[edge]),
    seenIn,
    ...columns,
    ...unitedLabels(edges.labels, { from: rowOf.map((_, edge) => edge), to: rowOf }, first.length),
  };
}
