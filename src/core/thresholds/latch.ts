import { STATE_DANGER, STATE_NORMAL, STATE_WARNING } from '../model/state';
import type { ThresholdRule } from '../model/threshold';

/** Where a rule stands for one subject between two buckets. Times in milliseconds; NaN for "not now". */
export interface LatchMemory {
  readonly level: number;
  /** When the level was reached. */
  readonly levelSince: number;
  readonly warning: boolean;
  readonly danger: boolean;
  /** Since when values have stood on the other side of the limit. */
  readonly warningSince: number;
  readonly dangerSince: number;
}

export const NO_LATCH: LatchMemory = Object.freeze({
  level: STATE_NORMAL,
  levelSince: -Infinity,
  warning: false,
  danger: false,
  warningSince: NaN,
  dangerSince: NaN,
});

/** A limit as numbers to compare with `sign * value`: past it when greater, back within when not greater than `back`. */
interface Limit {
  readonly past: number;
  readonly back: number;
}

function signOf({ direction }: ThresholdRule): number {
  return direction === 'above' ? 1 : -1;
}

function limitOf(rule: ThresholdRule, limit: number | undefined): Limit {
  if (limit === undefined) {
    return { past: Infinity, back: Infinity };
  }
  const sign = signOf(rule);
  return { past: asStored(sign * limit), back: asStored(sign * limit * (1 - sign * (rule.clearMargin ?? 0))) };
}

/** Histories hold 32 bits of a number: 0.05 is a little more there, and yet not past a limit of 0.05 (T1). */
function asStored(limit: number): number {
  return Math.max(limit, Math.fround(limit));
}

/**
 * Whether any value from `from` to before `end` is past a limit of the rule. Where none is, a rule without memory stays
 * as it is.
 */
export function isEverPast(
  rule: ThresholdRule,
  values: Float32Array | Float64Array,
  from = 0,
  end = values.length
): boolean {
  const sign = signOf(rule);
  const least = Math.min(limitOf(rule, rule.warning).past, limitOf(rule, rule.danger).past);
  for (let cell = from; cell < end; cell++) {
    if (sign * values[cell] > least) {
      return true;
    }
  }
  return false;
}

/**
 * Runs a rule over the values of one subject. Each limit has a latch, which closes when values have stayed past the
 * limit for the hold time, and opens when they have stayed back within it as long. The state rises with the latches
 * at once, and falls one step at a time, each no sooner than a hold time after the last.
 *
 * @param values one a bucket; NaN, or a missing value, is no sign of trouble and counts as back within
 * @param levels written: the level of every bucket
 */
export function runLatch(
  rule: ThresholdRule,
  values: Float64Array,
  times: Float64Array,
  before: LatchMemory,
  levels: Uint8Array
): LatchMemory {
  const hold = (rule.holdSeconds ?? 0) * 1000;
  const sign = signOf(rule);
  const warningLimit = limitOf(rule, rule.warning);
  const dangerLimit = limitOf(rule, rule.danger);
  let { level, levelSince, warning, danger, warningSince, dangerSince } = before;
  for (let bucket = 0; bucket < times.length; bucket++) {
    const value = bucket < values.length ? sign * values[bucket] : NaN;
    const time = times[bucket];

    const dangerTurns = danger ? !(value > dangerLimit.back) : value > dangerLimit.past;
    dangerSince = !dangerTurns ? NaN : dangerSince === dangerSince ? dangerSince : time;
    if (time - dangerSince >= hold) {
      danger = !danger;
      dangerSince = NaN;
    }
    const warningTurns = warning ? !(value > warningLimit.back) : value > warningLimit.past;
    warningSince = !warningTurns ? NaN : warningSince === warningSince ? warningSince : time;
    if (time - warningSince >= hold) {
      warning = !warning;
      warningSince = NaN;
    }

    const wanted = danger ? STATE_DANGER : warning ? STATE_WARNING : STATE_NORMAL;
    if (wanted > level) {
      level = wanted;
      levelSince = time;
    }
    // A value that is past the limit again stops a fall that had been put off, or the milder state would be brief.
    while (
      wanted < level &&
      time - levelSince >= hold &&
      !(value > (level === STATE_DANGER ? dangerLimit : warningLimit).past)
    ) {
      level = level === STATE_DANGER && rule.warning !== undefined ? Math.max(wanted, STATE_WARNING) : wanted;
      levelSince = time;
    }
    levels[bucket] = level;
  }
  return { level, levelSince, warning, danger, warningSince, dangerSince };
}
