import type { TrafficHistory } from '../model/history';
import { edgeId, groupKey } from '../model/ids';
import type { ThresholdStates } from '../model/result';
import { worseState } from '../model/state';
import type { TrafficView, ViewEdges, ViewNodes, ViewRequest } from '../model/view';

import { applyFilters } from './filters';
import { type RowPairs, rowPairs } from './pairs';
import { type LevelRows, levelRows } from './rows';
import { addToTotals, createTotals, finishTotals, type Totals } from './totals';

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
function drawnPairs({ edges }: TrafficHistory, rows: LevelRows): RowPairs {
  const { rowOf, outside, isGroup } = rows;
  const sources = new Int32Array(edges.source.length);
  const targets = new Int32Array(edges.source.length);
  for (let edge = 0; edge < sources.length; edge++) {
    const source = rowOf[edges.source[edge]];
    const target = rowOf[edges.target[edge]];
    const isHidden = (source === target && isGroup[source] === 1) || (outside[source] === 1 && outside[target] === 1);
    sources[edge] = isHidden ? -1 : source;
    targets[edge] = target;
  }
  return rowPairs(sources, targets, rows.ids.length);
}

interface NodeTotals {
  readonly incoming: Totals;
  readonly outgoing: Totals;
  /** 1 for a row that some other service calls. */
  readonly called: Uint8Array;
}

/** Per row: what comes in to its services, from its own services too, and what goes out. */
function nodeTotals(history: TrafficHistory, states: ThresholdStates, rows: LevelRows, bucket: number): NodeTotals {
  const { edges } = history;
  const buckets = history.times.length;
  const incoming = createTotals(rows.ids.length, history.classes.length);
  const outgoing = createTotals(rows.ids.length, history.classes.length);
  const called = new Uint8Array(rows.ids.length);
  for (let edge = 0; edge < edges.source.length; edge++) {
    const cell = edge * buckets + bucket;
    const source = rows.rowOf[edges.source[edge]];
    const target = rows.rowOf[edges.target[edge]];
    addToTotals(incoming, target, edges, cell, states.edges[cell]);
    addToTotals(outgoing, source, edges, cell, states.edges[cell]);
    if (edges.source[edge] !== edges.target[edge]) {
      called[target] = 1;
    }
  }
  finishTotals(incoming);
  finishTotals(outgoing);
  return { incoming, outgoing, called };
}

/** A service's own state; for a group the worst of its own, its services' and the traffic among them. */
function nodeStates(history: TrafficHistory, states: ThresholdStates, rows: LevelRows, bucket: number): Uint8Array {
  const buckets = history.times.length;
  const worst = new Uint8Array(rows.ids.length).fill(3);
  const raise = (row: number, state: number): void => {
    worst[row] = worseState(worst[row], state);
  };
  rows.rowOf.forEach((row, node) => raise(row, states.nodes[node * buckets + bucket]));
  history.edges.source.forEach((source, edge) => {
    const row = rows.rowOf[source];
    if (rows.isGroup[row] === 1 && rows.rowOf[history.edges.target[edge]] === row) {
      raise(row, states.edges[edge * buckets + bucket]);
    }
  });
  const groupRow = new Map(states.groupPaths.map((key, row) => [key, row]));
  rows.isGroup.forEach((isGroup, row) => {
    const group = isGroup === 1 ? groupRow.get(groupKey(rows.paths[row])) : undefined;
    if (group !== undefined) {
      raise(row, states.groups[group * buckets + bucket]);
    }
  });
  return worst;
}

/** Rows whose flag is set, ascending. */
function flagged(flags: Uint8Array): Int32Array {
  return Int32Array.from(flags.keys()).filter((row) => flags[row] === 1);
}

function pickNodes(
  rows: LevelRows,
  totals: NodeTotals,
  states: Uint8Array,
  kept: Int32Array,
  classes: number
): ViewNodes {
  const rates = new Float32Array(kept.length * classes);
  const errorRatio = new Float32Array(kept.length);
  const p95 = new Float32Array(kept.length);
  kept.forEach((row, index) => {
    const from = totals.called[row] === 1 ? totals.incoming : totals.outgoing;
    rates.set(from.rates.subarray(row * classes, (row + 1) * classes), index * classes);
    errorRatio[index] = from.errorRatio[row];
    p95[index] = from.p95[row];
  });
  const pick = <Value>(column: readonly Value[]): Value[] => Array.from(kept, (row) => column[row]);
  return {
    count: kept.length,
    ids: pick(rows.ids),
    names: pick(rows.names),
    kinds: pick(rows.kinds),
    paths: pick(rows.paths),
    members: kept.map((row) => rows.members[row]),
    outside: Uint8Array.from(kept, (row) => rows.outside[row]),
    rates,
    errorRatio,
    p95,
    states: Uint8Array.from(kept, (row) => states[row]),
  };
}

function pickEdges(
  rows: LevelRows,
  pairs: RowPairs,
  totals: Totals,
  kept: Int32Array,
  nodeRows: Int32Array,
  classes: number
): ViewEdges {
  const rowOf = new Int32Array(rows.ids.length).fill(-1);
  nodeRows.forEach((row, index) => {
    rowOf[row] = index;
  });
  const rates = new Float32Array(kept.length * classes);
  kept.forEach((pair, index) => {
    rates.set(totals.rates.subarray(pair * classes, (pair + 1) * classes), index * classes);
  });
  const pick = (column: Float32Array): Float32Array => Float32Array.from(kept, (pair) => column[pair]);
  return {
    count: kept.length,
    ids: Array.from(kept, (pair) => edgeId(rows.ids[pairs.source[pair]], rows.ids[pairs.target[pair]])),
    source: kept.map((pair) => rowOf[pairs.source[pair]]),
    target: kept.map((pair) => rowOf[pairs.target[pair]]),
    members: kept.map((pair) => totals.members[pair]),
    rates,
    errorRatio: pick(totals.errorRatio),
    p50: pick(totals.p50),
    p95: pick(totals.p95),
    p99: pick(totals.p99),
    bytes: pick(totals.bytes),
    states: Uint8Array.from(kept, (pair) => totals.states[pair]),
  };
}

/**
 * The graph at one time and one level. The rules are numbered in SPEC.md.
 *
 * @throws when the states were evaluated for another history
 */
export function buildView(history: TrafficHistory, states: ThresholdStates, request: ViewRequest): TrafficView {
  requireStates(history, states);
  const bucket = bucketOf(history, request);
  const classes = history.classes.length;
  const rows = levelRows(history, request);
  const pairs = drawnPairs(history, rows);
  const totals = createTotals(pairs.source.length, classes);
  const buckets = history.times.length;
  if (bucket >= 0) {
    pairs.pairOf.forEach((pair, edge) => {
      if (pair >= 0) {
        const cell = edge * buckets + bucket;
        addToTotals(totals, pair, history.edges, cell, states.edges[cell]);
      }
    });
  }
  finishTotals(totals);
  const shown = applyFilters(history, request, rows, pairs, totals);
  const keptRows = flagged(shown.rows);
  const keptPairs = flagged(shown.pairs);
  return {
    time: bucket < 0 ? NaN : history.times[bucket],
    path: request.path,
    classes: history.classes,
    nodes: pickNodes(
      rows,
      nodeTotals(history, states, rows, bucket),
      nodeStates(history, states, rows, bucket),
      keptRows,
      classes
    ),
    edges: pickEdges(rows, pairs, totals, keptPairs, keptRows, classes),
  };
}
