import type { TrafficClass } from '../model/definition';
import type { EdgeColumn } from '../model/history';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

/** What is known of the requests of one definition, before classes and errors are reconciled. */
export interface RequestColumns {
  /** Mutated: filled up. */
  readonly rates: readonly EdgeColumn[];
  /** Mutated: written. */
  readonly errorRatio: EdgeColumn;
  readonly classes: readonly TrafficClass[];
  readonly buckets: number;
}

/** What the errors expression says. */
export interface ErrorColumns {
  /** Absent when the expression failed. */
  readonly errors?: EdgeColumn;
  /** Buckets that the expression answered for: there, no sample is no error. */
  readonly answered: Uint8Array;
  /** No label tells classes apart: failed requests are of `dangerClass`, the rest of `normalClass`. */
  readonly splits: boolean;
  readonly normalClass: number;
  /** -1 when no class is of danger. */
  readonly dangerClass: number;
}

/** Adds the known rates of some columns, for the buckets of one edge. */
function addRates(columns: readonly EdgeColumn[], start: number, sums: Float64Array, empty: number): void {
  sums.fill(empty);
  for (const column of columns) {
    for (let bucket = 0; bucket < sums.length; bucket++) {
      const rate = column[start + bucket];
      if (rate === rate) {
        sums[bucket] = sums[bucket] === sums[bucket] ? sums[bucket] + rate : rate;
      }
    }
  }
}

/** Where any class has a rate, a class without one had no requests. */
function fillRates(columns: readonly EdgeColumn[], start: number, totals: Float64Array): void {
  for (const column of columns) {
    for (let bucket = 0; bucket < totals.length; bucket++) {
      if (totals[bucket] === totals[bucket] && column[start + bucket] !== column[start + bucket]) {
        column[start + bucket] = 0;
      }
    }
  }
}

/** Replaces what the classes of one edge say of errors. */
function applyErrors(
  { rates }: RequestColumns,
  told: ErrorColumns,
  start: number,
  totals: Float64Array,
  failures: Float64Array
): void {
  const { errors, answered, splits, normalClass, dangerClass } = told;
  for (let bucket = 0; bucket < totals.length; bucket++) {
    const cell = start + bucket;
    const sample = errors === undefined ? NaN : errors[cell];
    const failed = sample === sample ? sample : answered[bucket] === 1 ? 0 : NaN;
    failures[bucket] = failed;
    if (totals[bucket] !== totals[bucket]) {
      if (failed > 0) {
        // Failed requests are requests, even where the other expression is silent.
        totals[bucket] = failed;
        rates[dangerClass < 0 ? normalClass : dangerClass][cell] = failed;
      }
    } else if (splits && dangerClass >= 0 && failed === failed) {
      totals[bucket] = Math.max(totals[bucket], failed);
      rates.forEach((column) => {
        column[cell] = 0;
      });
      rates[normalClass][cell] = totals[bucket] - failed;
      rates[dangerClass][cell] = failed;
    }
  }
}

/** No request, no failure: the ratio of an idle edge is zero. */
function ratioOf(failed: number, total: number): number {
  if (total > 0) {
    return Math.min(1, failed / total);
  }
  return total === 0 ? Math.min(1, failed) : NaN;
}

/** Fills classes that had no series, and derives the error ratio, in place. */
export function* finishRequests(columns: RequestColumns, told?: ErrorColumns): Steps<void> {
  const { rates, errorRatio, classes, buckets } = columns;
  const dangerRates = rates.filter((_, row) => classes[row].severity === 'danger');
  const totals = new Float64Array(buckets);
  const failures = new Float64Array(buckets);
  const finish = (start: number): void => {
    addRates(rates, start, totals, NaN);
    if (told === undefined) {
      addRates(dangerRates, start, failures, 0);
    } else {
      applyErrors(columns, told, start, totals, failures);
    }
    fillRates(rates, start, totals);
    for (let bucket = 0; bucket < buckets; bucket++) {
      errorRatio[start + bucket] = ratioOf(failures[bucket], totals[bucket]);
    }
  };
  yield* overRows(buckets === 0 ? 0 : errorRatio.length / buckets, buckets, (from, end) => {
    for (let row = from; row < end; row++) {
      finish(row * buckets);
    }
  });
}
