import type { EdgeColumn } from '../model/history';
import { STATE_NO_DATA, worseState } from '../model/state';

/** Traffic of many rows at one time while edges are added: rates add, ratios are weighted by rate, latencies rise. */
export interface Totals {
  readonly rates: Float32Array;
  readonly errorRatio: Float32Array;
  readonly p50: Float32Array;
  readonly p95: Float32Array;
  readonly p99: Float32Array;
  readonly bytes: Float32Array;
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
    states: new Uint8Array(rows).fill(STATE_NO_DATA),
    members: new Int32Array(rows),
    failed: new Float64Array(rows),
    known: new Float64Array(rows),
  };
}

/** The columns of a history's edges, at one bucket. */
export interface EdgeCells {
  readonly rates: readonly EdgeColumn[];
  readonly errorRatio: EdgeColumn;
  readonly p50?: EdgeColumn;
  readonly p95?: EdgeColumn;
  readonly p99?: EdgeColumn;
  readonly bytes?: EdgeColumn;
}

function raise(column: Float32Array, row: number, from: EdgeColumn | undefined, cell: number): void {
  if (from !== undefined) {
    const value = from[cell];
    if (value > column[row] || (value === value && column[row] !== column[row])) {
      column[row] = value;
    }
  }
}

/** Adds the cell of one edge to a row. */
export function addToTotals(totals: Totals, row: number, edges: EdgeCells, cell: number, state: number): void {
  const classes = edges.rates.length;
  let total = 0;
  for (let index = 0; index < classes; index++) {
    const rate = edges.rates[index][cell];
    if (rate === rate) {
      total += rate;
      const at = row * classes + index;
      totals.rates[at] = totals.rates[at] === totals.rates[at] ? totals.rates[at] + rate : rate;
    }
  }
  const ratio = edges.errorRatio[cell];
  if (ratio === ratio) {
    totals.failed[row] += ratio * total;
    totals.known[row] += total;
    raise(totals.errorRatio, row, edges.errorRatio, cell);
  }
  raise(totals.p50, row, edges.p50, cell);
  raise(totals.p95, row, edges.p95, cell);
  raise(totals.p99, row, edges.p99, cell);
  if (edges.bytes !== undefined) {
    const bytes = edges.bytes[cell];
    if (bytes === bytes) {
      totals.bytes[row] = totals.bytes[row] === totals.bytes[row] ? totals.bytes[row] + bytes : bytes;
    }
  }
  totals.states[row] = worseState(totals.states[row], state);
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
