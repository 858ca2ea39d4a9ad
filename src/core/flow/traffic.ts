import type { ClassSeverity, TrafficClass } from '../model/definition';

/** What flows on one edge or through one node: shares of the total by severity, each 0–1. */
export interface Shares {
  readonly total: number;
  readonly warning: number;
  readonly danger: number;
}

export type Activity = 'flowing' | 'idle' | 'noData';

/** `noData` when no class has a number; `idle` when all are zero; else `flowing`. */
export function activityOf(rates: Float32Array, row: number, classCount: number): Activity {
  let known = false;
  for (let column = 0; column < classCount; column++) {
    const rate = rates[row * classCount + column];
    if (rate > 0) {
      return 'flowing';
    }
    known = known || rate === 0;
  }
  return known ? 'idle' : 'noData';
}

/** Requests per second of all classes of a row (row × class), leaving out what is unknown. */
export function totalRate(rates: Float32Array, row: number, classCount: number): number {
  let total = 0;
  for (let column = 0; column < classCount; column++) {
    const rate = rates[row * classCount + column];
    total += rate > 0 && rate < Infinity ? rate : 0;
  }
  return total;
}

/** Shares of warning and danger classes in a row; what is left is normal. All 0 without traffic. */
export function severityShares(rates: Float32Array, row: number, classes: readonly TrafficClass[]): Shares {
  const sums: Record<ClassSeverity, number> = { normal: 0, warning: 0, danger: 0 };
  for (let column = 0; column < classes.length; column++) {
    const rate = rates[row * classes.length + column];
    if (rate > 0 && rate < Infinity) {
      sums[classes[column].severity] += rate;
    }
  }
  const total = sums.normal + sums.warning + sums.danger;
  return total > 0
    ? { total, warning: sums.warning / total, danger: sums.danger / total }
    : { total: 0, warning: 0, danger: 0 };
}
