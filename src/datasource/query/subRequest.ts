import { type DataQueryRequest, dateTime, type TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { TrafficQuery } from '../types';
import type { SubRequest } from '../upstreams/upstream';

/** A step as PromQL and Graphite both write it. */
function intervalText(stepMs: number): string {
  return stepMs % 1000 === 0 ? `${stepMs / 1000}s` : `${stepMs}ms`;
}

/** A range so much earlier. It is absolute, since "now" would not be. */
export function earlierRange(range: TimeRange, shiftMs: number): TimeRange {
  if (shiftMs === 0) {
    return range;
  }
  const from = dateTime(range.from.valueOf() - shiftMs);
  const to = dateTime(range.to.valueOf() - shiftMs);
  return { from, to, raw: { from, to } };
}

/** So many milliseconds before a time. Absolute. */
export function rangeBefore(endMs: number, lengthMs: number): TimeRange {
  const [from, to] = [dateTime(endMs - lengthMs), dateTime(endMs)];
  return { from, to, raw: { from, to } };
}

/**
 * The request that an existing data source gets for some expressions of a definition.
 *
 * Everything of the dashboard's request passes on (range, scoped variables, app), save for:
 * - the targets, the request id (unique, or Grafana would cancel one sub-request for another), and the panel id, from
 *   which Graphite would derive the same request id for all;
 * - ad hoc filters that are in the expressions already;
 * - the interval, which is the step of the common grid, and the number of points that leads the upstream to it.
 *   `$__rate_interval` is left to the upstream.
 *
 * @param range where it is not the dashboard's own: that of a baseline, or of an instant
 */
export function subRequest(
  request: DataQueryRequest<TrafficQuery>,
  part: SubRequest,
  grid: { readonly stepMs: number; readonly maxDataPoints: number },
  requestId: string,
  range: TimeRange = request.range
): DataQueryRequest {
  const { stepMs, maxDataPoints } = grid;
  const interval = intervalText(stepMs);
  const targets: DataQuery[] = [...part.targets];
  return {
    ...request,
    range,
    ...(range !== request.range && { rangeRaw: range.raw }),
    requestId,
    panelId: undefined,
    filters: part.filters && [...part.filters],
    targets,
    maxDataPoints,
    interval,
    intervalMs: stepMs,
    scopedVars: {
      ...request.scopedVars,
      __interval: { text: interval, value: interval },
      __interval_ms: { text: String(stepMs), value: stepMs },
    },
  };
}
