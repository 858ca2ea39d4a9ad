import { type DataQueryRequest, dateTime } from '@grafana/data';

/** How far back is looked. */
const WINDOW_MS = 5 * 60_000;

/** A request about the last minutes before `now` (milliseconds), for what an editor wants to know. */
export function recentRequest(targets: DataQueryRequest['targets'], requestId: string, now: number): DataQueryRequest {
  const range = { from: dateTime(now - WINDOW_MS), to: dateTime(now) };
  return {
    requestId,
    app: 'traffic-intuition',
    timezone: 'utc',
    interval: '60s',
    intervalMs: 60_000,
    maxDataPoints: 5,
    range: { ...range, raw: range },
    scopedVars: {},
    startTime: now,
    targets,
  };
}
