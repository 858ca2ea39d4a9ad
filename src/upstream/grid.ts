import type { Notice } from '../core/model/notice';

/** The buckets that every answer of one query is laid on. All three in milliseconds. */
export interface TimeGrid {
  /** Exclusive: the first bucket ends after it. */
  readonly from: number;
  /** Inclusive: the last bucket ends at or before it. */
  readonly to: number;
  readonly stepMs: number;
}

/** Prometheus refuses range queries of more points a series. */
export const MAXIMUM_POINTS = 11_000;

const NICE_STEPS_SECONDS = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 21600, 43200, 86400,
];

/**
 * Bucket ends: the multiples of the step in `(from, to]`, or the one at or before `to` where the range holds none.
 * Throws on a grid that is no grid.
 */
export function gridTimes(grid: TimeGrid): Float64Array {
  const { from, to, stepMs } = grid;
  if (!(stepMs > 0) || !Number.isFinite(from) || !Number.isFinite(to) || to < from) {
    throw new Error(
      `Time grid expected finite from ≤ to and a step above 0, got from ${from}, to ${to}, step ${stepMs} ms.`
    );
  }
  const last = Math.floor(to / stepMs);
  const first = Math.min(Math.floor(from / stepMs) + 1, last);
  return Float64Array.from({ length: last - first + 1 }, (_, index) => (first + index) * stepMs);
}

/** Enlarges the step until the range holds at most `maximumPoints` buckets, and says so. */
export function fitGrid(
  grid: TimeGrid,
  maximumPoints: number = MAXIMUM_POINTS
): { grid: TimeGrid; notices: readonly Notice[] } {
  const points = (grid.to - grid.from) / grid.stepMs;
  if (!(points > maximumPoints)) {
    return { grid, notices: [] };
  }
  const leastSeconds = (grid.to - grid.from) / maximumPoints / 1000;
  const stepSeconds = NICE_STEPS_SECONDS.find((nice) => nice >= leastSeconds) ?? Math.ceil(leastSeconds);
  return {
    grid: { ...grid, stepMs: stepSeconds * 1000 },
    notices: [
      {
        severity: 'info',
        text: `The step was raised from ${grid.stepMs / 1000} s to ${stepSeconds} s, since a query may have ${maximumPoints} points at most. Choose a shorter time range for a finer one.`,
      },
    ],
  };
}
