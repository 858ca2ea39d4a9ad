import type { TrafficClass } from '../model/definition';

/** Codes of what a row does: traffic flows, there is none, or nothing is known. */
export const FLOWING = 0;
export const IDLE = 1;
export const NO_DATA = 2;

/** What flows on each row of a view's edges or nodes, one column each. */
export interface TrafficColumns {
  /** Requests per second of all classes. */
  readonly totals: Float32Array;
  /** Shares of the total of classes that warn, and of those that are errors, 0–1. The rest is normal. */
  readonly warning: Float32Array;
  readonly danger: Float32Array;
  /** `FLOWING`, `IDLE` or `NO_DATA`. */
  readonly activities: Uint8Array;
}

/** Sums the rates of each row (row × class) by severity. Rates that are no numbers, negative or infinite are left out. */
export function trafficColumns(rates: Float32Array, count: number, classes: readonly TrafficClass[]): TrafficColumns {
  const totals = new Float32Array(count);
  const warning = new Float32Array(count);
  const danger = new Float32Array(count);
  const activities = new Uint8Array(count).fill(NO_DATA);
  const width = classes.length;
  classes.forEach(({ severity }, column) => {
    const share = severity === 'warning' ? warning : severity === 'danger' ? danger : undefined;
    for (let row = 0, at = column; row < count; row++, at += width) {
      const rate = rates[at];
      if (rate > 0 && rate < Infinity) {
        totals[row] += rate;
        activities[row] = FLOWING;
        if (share) {
          share[row] += rate;
        }
      } else if (rate === 0 && activities[row] === NO_DATA) {
        activities[row] = IDLE;
      }
    }
  });
  for (let row = 0; row < count; row++) {
    if (totals[row] > 0) {
      warning[row] /= totals[row];
      danger[row] /= totals[row];
    }
  }
  return { totals, warning, danger, activities };
}
