import type { Labels } from '../../core/model/series';
import { alignSeries, sampleStep, type AlignTarget, type SampleStamp } from '../alignSeries';
import { parseNumber } from '../parseNumber';

/** One series of a frame, not yet on the grid. */
export interface FrameSeries {
  /** What the data source calls it; for Graphite its target. */
  readonly name: string;
  readonly labels: Labels;
  /** Milliseconds; absent: the values are of now. */
  readonly times: ArrayLike<unknown> | undefined;
  readonly values: ArrayLike<unknown>;
  /** Distance between samples, where the data source tells it. */
  readonly stepMs: number | undefined;
}

/** @returns values that are neither numbers nor null */
export function placeFrameSeries(series: FrameSeries, target: AlignTarget, stamp: SampleStamp): number {
  const { times, values, stepMs } = series;
  if (stamp === 'end' && times !== undefined && stepMs === target.stepMs && placeOnGrid(times, values, target)) {
    return 0;
  }
  return alignFrameSeries(series, target, stamp);
}

/**
 * The usual case, without a copy: numbers at bucket ends. False where anything is otherwise, with the target's row as
 * it was.
 */
function placeOnGrid(times: ArrayLike<unknown>, samples: ArrayLike<unknown>, target: AlignTarget): boolean {
  const { values, offset, stepMs } = target;
  const buckets = target.times.length;
  const first = target.times[0];
  const length = Math.min(times.length, samples.length);
  for (let index = 0; index < length; index++) {
    const time = times[index];
    const value = samples[index];
    const bucket = typeof time === 'number' ? (time - first) / stepMs : -1;
    if (
      bucket < 0 ||
      bucket >= buckets ||
      bucket !== Math.floor(bucket) ||
      (typeof value !== 'number' && value !== null)
    ) {
      values.fill(NaN, offset, offset + buckets);
      return false;
    }
    values[offset + bucket] = value ?? NaN;
  }
  return true;
}

function alignFrameSeries(series: FrameSeries, target: AlignTarget, stamp: SampleStamp): number {
  const length = Math.min(series.values.length, series.times?.length ?? 1);
  const times = new Float64Array(length);
  const values = new Float64Array(length);
  const now = target.times[target.times.length - 1];
  let bad = 0;
  for (let index = 0; index < length; index++) {
    const raw = series.values[index];
    const value = raw === null || raw === undefined ? NaN : parseNumber(raw);
    const time = series.times === undefined ? now : parseNumber(series.times[index]);
    if (value === undefined || time === undefined) {
      bad++;
    }
    values[index] = value ?? NaN;
    times[index] = time ?? NaN;
  }
  const step = series.stepMs ?? sampleStep(times, length, target.stepMs);
  alignSeries(target, { times, values, count: length }, step, series.times === undefined ? 'end' : stamp);
  return bad;
}
