/** Which end of its interval a sample's timestamp marks: Prometheus stamps the end, Graphite the start. */
export type SampleStamp = 'start' | 'end';

/** Samples of one series; `count` of each array are valid. */
export interface Samples {
  /** Milliseconds, in any order; NaN is skipped. */
  readonly times: Float64Array;
  /** NaN means no sample. */
  readonly values: Float64Array;
  readonly count: number;
}

/** Where the samples go: `values[offset + bucket]`, already filled with NaN. */
export interface AlignTarget {
  readonly values: Float64Array;
  readonly offset: number;
  /** Bucket ends. */
  readonly times: Float64Array;
  readonly stepMs: number;
}

/**
 * Lays one series on the grid. A bucket takes the mean of the samples whose interval ends in it; where a series is
 * coarser than the grid, each sample fills the buckets that its interval covers, and the newest one stands for two
 * more of its own steps, since its successor is not there yet.
 *
 * @param ownStepMs distance between the series' samples
 * @returns samples that lie outside of the grid
 */
export function alignSeries(target: AlignTarget, samples: Samples, ownStepMs: number, stamp: SampleStamp): number {
  const { values, offset, times, stepMs } = target;
  const buckets = times.length;
  const first = times[0];
  const shift = stamp === 'start' ? ownStepMs : 0;
  const coarse = ownStepMs > stepMs * 1.001;
  const counts = new Uint32Array(buckets);
  let outside = 0;
  let newestEnd = -Infinity;
  let newestValue = NaN;
  for (let index = 0; index < samples.count; index++) {
    const value = samples.values[index];
    const end = samples.times[index] + shift;
    if (Number.isNaN(value) || Number.isNaN(end)) {
      continue;
    }
    if (end > newestEnd) {
      newestEnd = end;
      newestValue = value;
    }
    const bucket = bucketOf(end, first, stepMs);
    const earliest = coarse ? bucketOf(end - ownStepMs + stepMs * 0.999, first, stepMs) : bucket;
    if (bucket < 0 || earliest >= buckets) {
      outside++;
      continue;
    }
    for (let covered = Math.max(earliest, 0); covered <= Math.min(bucket, buckets - 1); covered++) {
      const seen = counts[covered]++;
      const before = values[offset + covered];
      values[offset + covered] = seen === 0 ? value : before + (value - before) / (seen + 1);
    }
  }
  if (coarse && newestEnd > -Infinity) {
    const after = Math.max(bucketOf(newestEnd, first, stepMs) + 1, 0);
    const standsUntil = bucketOf(newestEnd + 2 * ownStepMs, first, stepMs);
    values.fill(
      newestValue,
      offset + Math.min(after, buckets),
      offset + Math.min(Math.max(standsUntil + 1, 0), buckets)
    );
  }
  return outside;
}

/** Bucket that ends at or first after a time; out of range where there is none. */
function bucketOf(time: number, first: number, stepMs: number): number {
  return Math.ceil((time - first) / stepMs - 1e-6);
}

/** Smallest distance between neighbours in time, or `fallback` where there are fewer than two times. */
export function sampleStep(times: ArrayLike<number>, count: number, fallback: number): number {
  let step = Infinity;
  for (let index = 1; index < count; index++) {
    const gap = Math.abs(times[index] - times[index - 1]);
    if (gap > 0 && gap < step) {
      step = gap;
    }
  }
  return step === Infinity ? fallback : step;
}
