import type { SeriesTable } from '../core/model/series';
import type { TimeGrid } from './grid';

/**
 * The buckets of a baseline that lies so many milliseconds before those of a grid. It is a whole number of steps
 * earlier, at least one, so that each bucket meets one of the grid.
 */
export function baselineGrid({ from, to, stepMs }: TimeGrid, earlierMs: number): TimeGrid {
  const shiftMs = Math.max(1, Math.round(earlierMs / stepMs)) * stepMs;
  return { from: from - shiftMs, to: to - shiftMs, stepMs };
}

/** A table on the buckets of a baseline, at the times that it is compared with. */
export function atPresent(table: SeriesTable, baseline: TimeGrid, present: TimeGrid): SeriesTable {
  const shiftMs = present.to - baseline.to;
  return { ...table, times: table.times.map((time) => time + shiftMs) };
}
