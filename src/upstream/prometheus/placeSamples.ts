import { alignSeries, sampleStep, type AlignTarget } from '../alignSeries';
import { parseNumber } from '../parseNumber';

/** Added to as samples are placed. */
export interface PlaceCounts {
  /** Samples that are no numbers. */
  bad: number;
  outside: number;
}

/**
 * Places `[seconds, value]` pairs. Timestamps that are bucket ends, as Prometheus gives them when asked for this very
 * grid, go straight to their place; a series with any other timestamp is aligned as a whole.
 */
export function placeSamples(samples: readonly unknown[], target: AlignTarget, counts: PlaceCounts): void {
  const { values, offset, times, stepMs } = target;
  const buckets = times.length;
  const first = times[0] / stepMs;
  const perSecond = 1000 / stepMs;
  let bad = 0;
  for (let index = 0; index < samples.length; index++) {
    const sample = samples[index];
    const time: unknown = Array.isArray(sample) ? sample[0] : undefined;
    const bucket = typeof time === 'number' ? time * perSecond - first : -1;
    const nearest = Math.round(bucket);
    if (nearest < 0 || nearest >= buckets || Math.abs(bucket - nearest) > 1e-6) {
      values.fill(NaN, offset, offset + buckets);
      alignIrregular(samples, target, counts);
      return;
    }
    const value = Array.isArray(sample) ? parseNumber(sample[1]) : undefined;
    if (value === undefined) {
      bad++;
    } else {
      values[offset + nearest] = value;
    }
  }
  counts.bad += bad;
}

function alignIrregular(samples: readonly unknown[], target: AlignTarget, counts: PlaceCounts): void {
  const times = new Float64Array(samples.length);
  const values = new Float64Array(samples.length);
  let count = 0;
  for (const sample of samples) {
    const time: unknown = Array.isArray(sample) ? sample[0] : undefined;
    const value = Array.isArray(sample) ? parseNumber(sample[1]) : undefined;
    if (typeof time !== 'number' || !Number.isFinite(time) || value === undefined) {
      counts.bad++;
      continue;
    }
    times[count] = time * 1000;
    values[count] = value;
    count++;
  }
  counts.outside += alignSeries(target, { times, values, count }, sampleStep(times, count, target.stepMs), 'end');
}
