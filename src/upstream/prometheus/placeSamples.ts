import { alignSeries, type AlignTarget, type Samples, sampleStep } from '../alignSeries';

/** How far a timestamp may be from a bucket's end and still be it, as a part of a step. */
const ROUNDING = 1e-6;

/**
 * Places the samples of one series. Timestamps that are bucket ends, as Prometheus gives them when asked for this very
 * grid, go straight to their place; a series with any other timestamp is aligned as a whole.
 *
 * @returns samples that lie outside of the grid
 */
export function placeSamples(samples: Samples, target: AlignTarget): number {
  const { values, offset, times, stepMs } = target;
  const buckets = times.length;
  const first = times[0] / stepMs;
  for (let index = 0; index < samples.count; index++) {
    const bucket = samples.times[index] / stepMs - first;
    const nearest = Math.round(bucket);
    if (!(nearest >= 0 && nearest < buckets && Math.abs(bucket - nearest) <= ROUNDING)) {
      values.fill(NaN, offset, offset + buckets);
      return alignSeries(target, samples, sampleStep(samples.times, samples.count, stepMs), 'end');
    }
    values[offset + nearest] = samples.values[index];
  }
  return 0;
}
