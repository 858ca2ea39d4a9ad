import type { TrafficHistory } from '../model/history';
import { edgeId, groupKey } from '../model/ids';
import type { ThresholdStates } from '../model/result';
import { STATE_NO_DATA, worseState } from '../model/state';
import type { TrafficView, ViewEdges, ViewNodes, ViewRequest } from '../model/view';

import { applyFilters } from './filters';
import { joinMetrics } from './nodeMetrics';
import { type RowPairs, rowPairs } from './pairs';
import { type LevelRows, levelRows } from './rows';
import { staleRows } from './stale';
import { addToTotals, cellsAt, createTotals, type EdgeCells, finishTotals, type Totals } from './totals';

function requireStates(history: TrafficHistory, states: ThresholdStates): void {
  const buckets = history.times.length;
  const expected = [history.edges.ids.length * buckets, history.nodes.ids.length * buckets];
  if (states.edges.length !== expected[0] || states.nodes.length !== expected[1]) {
    throw new Error(
      `buildView: states are of another history: ${states.edges.length} edge and ${states.nodes.length} node states, expected ${expected.join(' and ')}.`
    );
  }
}

/** The bucket asked for, within the history; -1 for a history without buckets. */
function bucketOf(history: TrafficHistory, request: ViewRequest): number {
  const last = history.times.length - 1;
  const wanted = request.timeIndex ?? last;
  return Number.isInteger(wanted) ? Math.max(Math.min(0, last), Math.min(wanted, last)) : last;
}

/** The pairs of rows that are drawn. Traffic within a group, and among the outside, is not. */
function drawnPairs({ edges }: TrafficHistory, { ids, rowOf, outside, isGroup }: LevelRows): RowPairs {
  const sources = new Int32Array(edges.source.length);
  const targets = new Int32Array(edges.source.length);
  const drawn = new Int32Array(edges.source.length);
  let count = 0;
  for (let edge = 0; edge < sources.length; edge++) {
    const source = rowOf[edges.source[edge]];
    const target = rowOf[edges.target[edge]];
    const isWithin = source === target && isGroup[source] === 1;
    if (!isWithin && (outside[source] === 0 || outside[target] === 0)) {
      drawn[count++] = edge;
    }
    sources[edge] = source;
    targets[edge] = target;
  }
  return rowPairs(drawn.slice(0, count), sources, targets, ids.length);
}

/** Per row: what comes in to its services, from its own too; what goes out, for a row that no other service calls. */
function nodeTotals({ edges, classes }: TrafficHistory, rows: LevelRows, cells: EdgeCells | undefined): Totals {
  const { rowOf } = rows;
  const totals = createTotals(rows.ids.length, classes.length);
  const called = new Uint8Array(rows.ids.length);
  for (let edge = 0; edge < edges.source.length; edge++) {
    if (edges.source[edge] !== edges.target[edge]) {
      called[rowOf[edges.target[edge]]] = 1;
    }
  }
  if (cells === undefined) {
    return totals;
  }
  const { rates, errorRatio, p95, bytes, baseline, states } = cells;
  const shown: EdgeCells = { rates, errorRatio, p95, bytes, baseline, states };
  for (let edge = 0; edge < edges.source.length; edge++) {
    const source = rowOf[edges.source[edge]];
    const target = rowOf[edges.target[edge]];
    if (called[target] === 1) {
      addToTotals(totals, target, shown, edge);
    }
    if (called[source] === 0) {
      addToTotals(totals, source, shown, edge);
    }
  }
  finishTotals(totals);
  return totals;
}

/** A service's own state; for a group the worst of its own, its services' and the traffic within it. */
function nodeStates(history: TrafficHistory, states: ThresholdStates, rows: LevelRows, bucket: number): Uint8Array {
  const { edges, times } = history;
  const { rowOf, isGroup, paths } = rows;
  const worst = new Uint8Array(rows.ids.length).fill(STATE_NO_DATA);
  if (bucket < 0) {
    return worst;
  }
  for (let node = 0; node < rowOf.length; node++) {
    worst[rowOf[node]] = worseState(worst[rowOf[node]], states.nodes[node * times.length + bucket]);
  }
  for (let edge = 0; edge < edges.source.length; edge++) {
    const row = rowOf[edges.source[edge]];
    if (isGroup[row] === 1 && rowOf[edges.target[edge]] === row) {
      worst[row] = worseState(worst[row], states.edges[edge * times.length + bucket]);
    }
  }
  const groupRow = new Map(states.groupPaths.map((key, row) => [key, row]));
  for (let row = 0; row < worst.length; row++) {
    const group = isGroup[row] === 1 ? groupRow.get(groupKey(paths[row])) : undefined;
    if (group !== undefined) {
      worst[row] = worseState(worst[row], states.groups[group * times.length + bucket]);
    }
  }
  return worst;
}

/** Rows whose flag is set, ascending. */
function flagged(flags: Uint8Array): Int32Array {
  const found = new Int32Array(flags.length);
  let count = 0;
  for (let row = 0; row < flags.length; row++) {
    if (flags[row] === 1) {
      found[count++] = row;
    }
  }
  return found.slice(0, count);
}

/** Cells of the kept rows of a row × class table. */
function pickRates(rates: Float32Array, kept: Int32Array, classes: number): Float32Array {
  const picked = new Float32Array(kept.length * classes);
  for (let index = 0; index < picked.length; index++) {
    picked[index] = rates[kept[(index / classes) | 0] * classes + (index % classes)];
  }
  return picked;
}

function pickFloats(column: Float32Array, kept: Int32Array): Float32Array {
  const picked = new Float32Array(kept.length);
  for (let index = 0; index < kept.length; index++) {
    picked[index] = column[kept[index]];
  }
  return picked;
}

function pickFlags(column: Uint8Array, kept: Int32Array): Uint8Array {
  const picked = new Uint8Array(kept.length);
  for (let index = 0; index < kept.length; index++) {
    picked[index] = column[kept[index]];
  }
  return picked;
}

function pickItems<Item>(column: readonly Item[], kept: Int32Array): Item[] {
  const picked: Item[] = [];
  for (let index = 0; index < kept.length; index++) {
    picked.push(column[kept[index]]);
  }
  return picked;
}

function pickNodes(
  { classes, edges, nodes, times }: TrafficHistory,
  rows: LevelRows,
  totals: Totals,
  states: Uint8Array,
  kept: Int32Array,
  bucket: number
): ViewNodes {
  const metrics = joinMetrics(
    nodes.metrics,
    ({ values }, node) => (bucket < 0 ? NaN : values[node * times.length + bucket]),
    rows.rowOf,
    rows.ids.length
  );
  return {
    count: kept.length,
    ids: pickItems(rows.ids, kept),
    names: pickItems(rows.names, kept),
    kinds: pickItems(rows.kinds, kept),
    paths: pickItems(rows.paths, kept),
    members: kept.map((row) => rows.members[row]),
    outside: pickFlags(rows.outside, kept),
    rates: pickRates(totals.rates, kept, classes.length),
    errorRatio: pickFloats(totals.errorRatio, kept),
    p95: pickFloats(totals.p95, kept),
    ...(edges.bytes && { bytes: pickFloats(totals.bytes, kept) }),
    ...(edges.baseline && { baseline: pickFloats(totals.baseline, kept) }),
    ...(metrics && { metrics: metrics.map((metric) => ({ ...metric, values: pickFloats(metric.values, kept) })) }),
    states: pickFlags(states, kept),
  };
}

/** Ids of drawn edges: the history's own for a single one between two services, else those of the rows joined. */
function pickEdgeIds(
  history: TrafficHistory,
  rows: LevelRows,
  pairs: RowPairs,
  totals: Totals,
  kept: Int32Array
): string[] {
  const ids: string[] = [];
  for (let index = 0; index < kept.length; index++) {
    const pair = kept[index];
    const source = pairs.source[pair];
    const target = pairs.target[pair];
    const isSingle = totals.members[pair] === 1 && rows.isGroup[source] === 0 && rows.isGroup[target] === 0;
    ids.push(isSingle ? history.edges.ids[pairs.firstEdge[pair]] : edgeId(rows.ids[source], rows.ids[target]));
  }
  return ids;
}

function pickEdges(
  history: TrafficHistory,
  rows: LevelRows,
  pairs: RowPairs,
  totals: Totals,
  kept: Int32Array,
  nodeRows: Int32Array,
  time: number
): ViewEdges {
  const stale = staleRows(history.edges.staleSince, pairs.pairOf, pairs.source.length, time);
  const rowOf = new Int32Array(rows.ids.length).fill(-1);
  for (let index = 0; index < nodeRows.length; index++) {
    rowOf[nodeRows[index]] = index;
  }
  return {
    count: kept.length,
    ids: pickEdgeIds(history, rows, pairs, totals, kept),
    source: kept.map((pair) => rowOf[pairs.source[pair]]),
    target: kept.map((pair) => rowOf[pairs.target[pair]]),
    members: kept.map((pair) => totals.members[pair]),
    rates: pickRates(totals.rates, kept, history.classes.length),
    errorRatio: pickFloats(totals.errorRatio, kept),
    p50: pickFloats(totals.p50, kept),
    p95: pickFloats(totals.p95, kept),
    p99: pickFloats(totals.p99, kept),
    bytes: pickFloats(totals.bytes, kept),
    ...(history.edges.baseline && { baseline: pickFloats(totals.baseline, kept) }),
    states: pickFlags(totals.states, kept),
    ...(stale && { staleSince: Float64Array.from(kept, (pair) => stale[pair]) }),
  };
}

/** Adds drawn edges to their pairs. */
function pairTotals(pairs: RowPairs, classes: number, cells: EdgeCells | undefined): Totals {
  const totals = createTotals(pairs.source.length, classes);
  for (let edge = 0; cells !== undefined && edge < pairs.pairOf.length; edge++) {
    if (pairs.pairOf[edge] >= 0) {
      addToTotals(totals, pairs.pairOf[edge], cells, edge);
    }
  }
  finishTotals(totals);
  return totals;
}

/**
 * The graph at one time and one level. The rules are numbered in SPEC.md.
 *
 * @throws when the states were evaluated for another history
 */
export function buildView(history: TrafficHistory, states: ThresholdStates, request: ViewRequest): TrafficView {
  requireStates(history, states);
  const bucket = bucketOf(history, request);
  const rows = levelRows(history, request);
  const pairs = drawnPairs(history, rows);
  const cells = bucket < 0 ? undefined : cellsAt(history, states.edges, bucket);
  const totals = pairTotals(pairs, history.classes.length, cells);
  const shown = applyFilters(history, request, rows, pairs, totals);
  const keptRows = flagged(shown.rows);
  const nodeRates = nodeTotals(history, rows, cells);
  const worst = nodeStates(history, states, rows, bucket);
  const time = bucket < 0 ? NaN : history.times[bucket];
  return {
    time,
    path: request.path,
    classes: history.classes,
    nodes: pickNodes(history, rows, nodeRates, worst, keptRows, bucket),
    edges: pickEdges(history, rows, pairs, totals, flagged(shown.pairs), keptRows, time),
  };
}
