import type { EdgeColumn, TrafficHistory } from '../model/history';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

/** Where there is data, row × bucket. */
export interface Presence {
  /** 1 where any metric has a value. */
  readonly cells: Uint8Array;
  /** 1 for rows that have one in every bucket, as most have: nothing more needs to be looked at. */
  readonly full: Uint8Array;
}

/** What every subject needs to know of its edges, edge × bucket. */
export interface EdgeTotals {
  /** Requests per second of all classes. */
  readonly rates: EdgeColumn;
  readonly present: Presence;
}

export function createPresence(rows: number, buckets: number): Presence {
  return { cells: new Uint8Array(rows * buckets), full: new Uint8Array(rows) };
}

/** Flags a row that has data in every bucket. */
export function noteFullRow({ cells, full }: Presence, row: number, buckets: number): void {
  full[row] = 1;
  for (let cell = row * buckets; cell < (row + 1) * buckets; cell++) {
    full[row] &= cells[cell];
  }
}

/** Adds up the classes of all edges, and finds where there is data. */
export function* edgeTotals({ edges, times }: TrafficHistory): Steps<EdgeTotals> {
  const buckets = times.length;
  const rows = edges.ids.length;
  const rates = new Float32Array(rows * buckets);
  const present = createPresence(rows, buckets);
  // What was there in earlier days is no sign that a subject is there now.
  const telling = [edges.errorRatio, edges.p50, edges.p95, edges.p99, edges.bytes].flatMap((column) => column ?? []);
  const [first, ...others] = edges.rates;
  yield* overRows(rows, buckets, (from, end) => {
    if (first === undefined) {
      rates.fill(NaN, from * buckets, end * buckets);
    } else {
      rates.set(first.subarray(from * buckets, end * buckets), from * buckets);
    }
    others.forEach((column) => addCells(rates, column, from * buckets, end * buckets));
    [rates, ...telling].forEach((column) => markRows(present, column, from, end, buckets));
  });
  return { rates, present };
}

/** Adds the known cells of a column from `from` up to `end`; a total is NaN until one is known. */
export function addCells(totals: EdgeColumn, column: EdgeColumn, from: number, end: number): void {
  for (let cell = from; cell < end; cell++) {
    const rate = column[cell];
    if (rate === rate) {
      totals[cell] = totals[cell] === totals[cell] ? totals[cell] + rate : rate;
    }
  }
}

function markRows(present: Presence, column: EdgeColumn, from: number, end: number, buckets: number): void {
  const { cells, full } = present;
  for (let row = from; row < end; row++) {
    if (full[row] === 1) {
      continue;
    }
    let known = 0;
    for (let cell = row * buckets; cell < (row + 1) * buckets; cell++) {
      if (column[cell] === column[cell]) {
        cells[cell] = 1;
      }
      known += cells[cell];
    }
    full[row] = known === buckets ? 1 : 0;
  }
}
