import type { SeriesTable } from '../model/series';

/** More buckets than this are never made; the latest are kept. Prometheus refuses to answer more. */
const MOST_BUCKETS = 11_000;

/** Tolerance for times that are no whole milliseconds, as a part of a step. */
const ROUNDING = 1e-6;

/** Where the columns of a table fall on the common grid. */
export interface BucketMap {
  /** Bucket of each time of the table; outside of `[0, buckets)` for none. */
  readonly bucketOf: Int32Array;
  /** One sample at most falls into each bucket. */
  readonly single: boolean;
}

/** One grid of bucket ends for all tables. */
export interface CommonGrid {
  readonly times: Float64Array;
  /** The tables' own grids differed and were brought onto one. */
  readonly aligned: boolean;
  /** Buckets left out at the start. */
  readonly cut: number;
}

function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((time, index) => time === b[index]));
}

/** The middle of the distances between neighbouring times; 0 for a single time. */
function stepOf(times: Float64Array): number {
  const steps = new Float64Array(Math.max(0, times.length - 1));
  for (let index = 0; index < steps.length; index++) {
    steps[index] = times[index + 1] - times[index];
  }
  steps.sort();
  return steps.length === 0 ? 0 : steps[steps.length >> 1];
}

/**
 * The grid that all tables are brought onto. Equal grids stay as they are; otherwise it is regular, with the step and
 * the phase of the coarsest table, from the first sample to the last whole bucket.
 */
export function commonGrid(tables: readonly SeriesTable[]): CommonGrid {
  const timed = tables.filter((table) => table.times.length > 0);
  const filled = timed.filter((table) => table.labels.length > 0);
  const grids = (filled.length > 0 ? filled : timed.slice(0, 1)).map((table) => table.times);
  if (grids.length === 0) {
    return { times: new Float64Array(0), aligned: false, cut: 0 };
  }
  if (grids.every((times) => sameTimes(times, grids[0]))) {
    return { times: grids[0].slice(), aligned: false, cut: 0 };
  }
  const first = grids.reduce((least, times) => Math.min(least, times[0]), Infinity);
  const last = grids.reduce((most, times) => Math.max(most, times[times.length - 1]), -Infinity);
  const steps = grids.map(stepOf);
  const step = Math.max(...steps);
  if (!(step > 0)) {
    return { times: Float64Array.of(last), aligned: true, cut: 0 };
  }
  const coarsest = grids[steps.indexOf(step)];
  const origin = coarsest[coarsest.length - 1];
  const from = Math.ceil((first - origin) / step - ROUNDING);
  const to = Math.floor((last - origin) / step + ROUNDING);
  const wanted = to - from + 1;
  const count = Math.min(wanted, MOST_BUCKETS);
  const times = Float64Array.from({ length: count }, (_, index) => origin + (to - count + 1 + index) * step);
  return { times, aligned: true, cut: wanted - count };
}

/** Says where each time of a table falls: into the first bucket that ends at or after it. */
export function mapToGrid(times: Float64Array, grid: CommonGrid): BucketMap {
  const bucketOf = new Int32Array(times.length);
  if (sameTimes(times, grid.times)) {
    return { bucketOf: bucketOf.map((_, index) => index), single: true };
  }
  const ends = grid.times;
  const step = ends.length > 1 ? ends[1] - ends[0] : Infinity;
  const origin = ends.length > 0 ? ends[0] : 0;
  let single = true;
  for (let index = 0; index < times.length; index++) {
    const bucket = step === Infinity ? 0 : Math.ceil((times[index] - origin) / step - ROUNDING);
    bucketOf[index] = Math.max(-1, Math.min(bucket, ends.length));
    single = single && (index === 0 || bucketOf[index] !== bucketOf[index - 1]);
  }
  return { bucketOf, single };
}
