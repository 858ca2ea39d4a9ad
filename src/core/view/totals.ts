import type { EdgeColumn, EdgeMetrics, TrafficHistory } from '../model/history';
import { STATE_NO_DATA, worseState } from '../model/state';

/** Traffic of many rows at one time while edges are added: rates add, ratios are weighted by rate, latencies rise. */
export interface Totals {
  readonly rates: Float32Array;
  readonly errorRatio: Float32Array;
  readonly p50: Float32Array;
  readonly p95: Float32Array;
  readonly p99: Float32Array;
  readonly bytes: Float32Array;
  readonly baseline: Float32Array;
  readonly states: Uint8Array;
  /** Edges added. */
  readonly members: Int32Array;
  /** Requests per second that failed, and of which that is known. */
  readonly failed: Float64Array;
  readonly known: Float64Array;
}

export function createTotals(rows: number, classes: number): Totals {
  const unknown = (length: number): Float32Array => new Float32Array(length).fill(NaN);
  return {
    rates: unknown(rows * classes),
    errorRatio: unknown(rows),
    p50: unknown(rows),
    p95: unknown(rows),
    p99: unknown(rows),
    bytes: unknown(rows),
    baseline: unknown(rows),
    states: new Uint8Array(rows).fill(STATE_NO_DATA),
    members: new Int32Array(rows),
    failed: new Float64Array(rows),
    known: new Float64Array(rows),
  };
}

/** Values of a history's edges at one bucket, one an edge. */
export interface EdgeCells extends EdgeMetrics {
  readonly states: Uint8Array;
}

/** Takes one bucket out of the columns once, for they are long, and each is read more than once. */
export function cellsAt(history: TrafficHistory, states: Uint8Array, bucket: number): EdgeCells {
  const { edges, times } = history;
  const count = edges.ids.length;
  const take = <Column extends EdgeColumn | Uint8Array>(column: Column, into: Column): Column => {
    for (let edge = 0, cell = bucket; edge < count; edge++, cell += times.length) {
      into[edge] = column[cell];
    }
    return into;
  };
  const takeFloats = (column: EdgeColumn): EdgeColumn => take(column, new Float32Array(count));
  return {
    rates: edges.rates.map(takeFloats),
    errorRatio: takeFloats(edges.errorRatio),
    p50: edges.p50 && takeFloats(edges.p50),
    p95: edges.p95 && takeFloats(edges.p95),
    p99: edges.p99 && takeFloats(edges.p99),
    bytes: edges.bytes && takeFloats(edges.bytes),
    baseline: edges.baseline && takeFloats(edges.baseline),
    states: take(states, new Uint8Array(count)),
  };
}

function raise(column: Float32Array, row: number, from: EdgeColumn | undefined, edge: number): void {
  if (from !== undefined) {
    const value = from[edge];
    if (value > column[row] || (value === value && column[row] !== column[row])) {
      column[row] = value;
    }
  }
}

function increase(column: Float32Array, row: number, from: EdgeColumn | undefined, edge: number): void {
  const value = from === undefined ? NaN : from[edge];
  if (value === value) {
    column[row] = column[row] === column[row] ? column[row] + value : value;
  }
}

/** Adds one edge to a row. */
export function addToTotals(totals: Totals, row: number, cells: EdgeCells, edge: number): void {
  const classes = cells.rates.length;
  let total = 0;
  for (let index = 0; index < classes; index++) {
    const rate = cells.rates[index][edge];
    if (rate === rate) {
      total += rate;
      const at = row * classes + index;
      totals.rates[at] = totals.rates[at] === totals.rates[at] ? totals.rates[at] + rate : rate;
    }
  }
  const ratio = cells.errorRatio[edge];
  if (ratio === ratio) {
    totals.failed[row] += ratio * total;
    totals.known[row] += total;
    raise(totals.errorRatio, row, cells.errorRatio, edge);
  }
  raise(totals.p50, row, cells.p50, edge);
  raise(totals.p95, row, cells.p95, edge);
  raise(totals.p99, row, cells.p99, edge);
  increase(totals.bytes, row, cells.bytes, edge);
  increase(totals.baseline, row, cells.baseline, edge);
  totals.states[row] = worseState(totals.states[row], cells.states[edge]);
  totals.members[row]++;
}

/** Turns failed and known requests into ratios, once all edges are added. */
export function finishTotals(totals: Totals): void {
  for (let row = 0; row < totals.errorRatio.length; row++) {
    if (totals.known[row] > 0) {
      totals.errorRatio[row] = Math.min(1, totals.failed[row] / totals.known[row]);
    }
  }
}
