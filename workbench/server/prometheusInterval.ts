/** What Grafana's Prometheus backend is told about one query's resolution, and works out from it. */
export interface IntervalRequest {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly intervalMs: number;
  readonly scrapeIntervalMs: number;
}

/** Prometheus refuses more points a series than this. */
const MOST_POINTS = 11000;

/** Milliseconds between two points: what was asked for, but no finer than the scrapes and Prometheus' limit allow. */
export function stepOf(request: IntervalRequest): number {
  const finest = Math.ceil((request.to - request.from) / MOST_POINTS / 1000) * 1000;
  return Math.max(1000, request.intervalMs, request.scrapeIntervalMs, finest);
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)}s`;

/** Replaces the interval variables that Grafana leaves for its backend. */
export function withIntervals(expression: string, request: IntervalRequest): string {
  const step = stepOf(request);
  const rateInterval = Math.max(step + request.scrapeIntervalMs, 4 * request.scrapeIntervalMs);
  const range = request.to - request.from;
  const values: Readonly<Record<string, string>> = {
    __rate_interval: seconds(rateInterval),
    __rate_interval_ms: String(rateInterval),
    __interval: seconds(step),
    __interval_ms: String(step),
    __range: seconds(range),
    __range_s: String(Math.round(range / 1000)),
    __range_ms: String(range),
  };
  return expression.replace(
    /\$\{?(__(?:rate_interval|interval|range)(?:_ms|_s)?)\}?/g,
    (match, name: string) => values[name] ?? match
  );
}
