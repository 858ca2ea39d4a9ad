import { rangeUtil, type TimeRange } from '@grafana/data';
import type { TimeGrid } from '../../upstream/grid';

/**
 * The buckets of a query: of a length that suits the range, no shorter than the shortest interval that each upstream
 * says it has ("15s"; undefined for one that says nothing), and none that ends after `now`, in milliseconds.
 */
export function gridFor(
  range: TimeRange,
  resolution: number,
  upstreamIntervals: ReadonlyArray<string | undefined>,
  now: number
): TimeGrid {
  const steps = upstreamIntervals.map(
    (interval) => rangeUtil.calculateInterval(range, resolution, interval || undefined).intervalMs
  );
  const from = range.from.valueOf();
  return { from, to: Math.max(from, Math.min(range.to.valueOf(), now)), stepMs: Math.max(1, ...steps) };
}
