import type { TrafficClass } from '../model/definition';

/** Codes of what a row does: traffic flows, there is none, or nothing is known. */
export const FLOWING = 0;
export const IDLE = 1;
export const NO_DATA = 2;

/** What flows on each row of a view's edges or nodes, one column each. */
export interface TrafficColumns {
  /** Requests per second of all classes. */
  readonly totals: Float32Array;
  /** Bytes per second of rows of which no request rate is known; 0 for all others. */
  readonly bytes: Float32Array;
  /** Shares of the total of classes that warn, and of those that are errors, 0–1. The rest is normal. */
  readonly warning: Float32Array;
  readonly danger: Float32Array;
  /** `FLOWING`, `IDLE` or `NO_DATA`. */
  readonly activities: Uint8Array;
}

/**
 * Sums the rates of each row (row × class) by severity. Rates that are no numbers, negative or infinite are left out.
 *
 * @param bytesOf bytes per second, one a row: what flows where no rate is known. Absent: nobody asks for bytes
 */
export function trafficColumns(
  rates: Float32Array,
  count: number,
  classes: readonly TrafficClass[],
  bytesOf?: Float32Array
): TrafficColumns {
  const totals = new Float32Array(count);
  const warning = new Float32Array(count);
  const danger = new Float32Array(count);
  const bytes = new Float32Array(count);
  const activities = new Uint8Array(count);
  const width = classes.length;
  const warns = classes.map(({ severity }) => severity === 'warning');
  const fails = classes.map(({ severity }) => severity === 'danger');
  for (let row = 0, at = 0; row < count; row++) {
    let total = 0;
    let warned = 0;
    let failed = 0;
    let activity = NO_DATA;
    for (let column = 0; column < width; column++, at++) {
      const rate = rates[at];
      if (rate > 0 && rate < Infinity) {
        total += rate;
        warned += warns[column] ? rate : 0;
        failed += fails[column] ? rate : 0;
        activity = FLOWING;
      } else if (rate === 0 && activity === NO_DATA) {
        activity = IDLE;
      }
    }
    const flow = bytesOf === undefined ? NaN : bytesOf[row];
    if (activity === NO_DATA && flow >= 0 && flow < Infinity) {
      bytes[row] = flow;
      activity = flow > 0 ? FLOWING : IDLE;
    }
    totals[row] = total;
    activities[row] = activity;
    if (total > 0) {
      warning[row] = warned / total;
      danger[row] = failed / total;
    }
  }
  return { totals, bytes, warning, danger, activities };
}
