import { MOST_LATE } from '../core/derive/latestComplete';
import type { ExpressionName } from '../core/model/result';
import type { SeriesTable } from '../core/model/series';
import { gridTimes, type TimeGrid } from './grid';

/** Graphite is asked about no less time than this before an instant: its archives may be coarser than a bucket. */
const LEAST_LOOKBACK_MS = 10 * 60_000;

/** The last buckets of a grid. */
function lastBuckets(grid: TimeGrid, count: number): TimeGrid {
  const to = gridTimes(grid).at(-1) ?? grid.to;
  return { from: to - count * grid.stepMs, to, stepMs: grid.stepMs };
}

/** The one bucket that is asked for where the latest values are wanted and no history. */
export function latestBucket(grid: TimeGrid): TimeGrid {
  return lastBuckets(grid, 1);
}

/** As many buckets as may be late, and one more: what is read of an upstream that knows no instants. */
export function recentBuckets(grid: TimeGrid): TimeGrid {
  return lastBuckets(grid, MOST_LATE + 1);
}

/** Milliseconds before an instant for which Graphite is asked, and the points that are enough for it. */
export function graphiteLookback(stepMs: number): { readonly lengthMs: number; readonly maxDataPoints: number } {
  // One bucket more than is read, since what is told of it may lie in the one before.
  const lengthMs = Math.max((MOST_LATE + 2) * stepMs, LEAST_LOOKBACK_MS);
  return { lengthMs, maxDataPoints: 2 * Math.ceil(lengthMs / stepMs) };
}

/** Whether any series has a sample in a column. */
function speaks({ labels, times, values }: SeriesTable, column: number): boolean {
  return labels.some((_, series) => {
    const value = values[series * times.length + column];
    return value === value;
  });
}

function onlyColumn({ labels, times, values }: SeriesTable, column: number): SeriesTable {
  const width = times.length;
  const picked = Float64Array.from(labels, (_, series) => values[series * width + column]);
  return { labels, times: times.slice(-1), values: picked };
}

/**
 * Tables of one definition, on the same recent buckets, as those of one instant: all take the last bucket for which
 * requests (or bytes, where no requests were asked for) were answered, which stands for the last of all. Series keep their places, also those without a sample.
 */
export function latestTables(
  tables: Partial<Record<ExpressionName, SeriesTable>>
): Partial<Record<ExpressionName, SeriesTable>> {
  const requests = tables.requests ?? tables.bytes;
  const last = (requests?.times.length ?? 0) - 1;
  let late = 0;
  while (requests && late < Math.min(MOST_LATE, last) && !speaks(requests, last - late)) {
    late++;
  }
  const isSilent = requests !== undefined && last >= 0 && !speaks(requests, last - late);
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      table && onlyColumn(table, table.times.length - 1 - (isSilent ? 0 : late)),
    ])
  );
}
