import type { TimeGrid } from '../grid';

/** Used where the scrape interval is not known: Prometheus' own default. */
export const DEFAULT_SCRAPE_INTERVAL_MS = 15_000;

/**
 * Resolves `$__interval`, `$__rate_interval` and `$__range` (also `_ms`, `_s`, and as `${…}`) as Grafana does, for
 * expressions that are not asked through Grafana. The rate interval is max(step + scrape, 4 × scrape).
 */
export function resolveVariables(
  expression: string,
  grid: TimeGrid,
  scrapeIntervalMs: number = DEFAULT_SCRAPE_INTERVAL_MS
): string {
  const rateIntervalMs = Math.max(grid.stepMs + scrapeIntervalMs, 4 * scrapeIntervalMs);
  const rangeMs = grid.to - grid.from;
  const values: Readonly<Record<string, string>> = {
    __interval: promDuration(grid.stepMs),
    __interval_ms: String(grid.stepMs),
    __rate_interval: promDuration(rateIntervalMs),
    __rate_interval_ms: String(rateIntervalMs),
    __range: promDuration(rangeMs),
    __range_s: String(Math.round(rangeMs / 1000)),
    __range_ms: String(rangeMs),
  };
  return expression.replace(
    /\$(?:\{(__\w+)\}|(__\w+))/g,
    (whole, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      return Object.hasOwn(values, name) ? values[name] : whole;
    }
  );
}

function promDuration(milliseconds: number): string {
  return milliseconds % 1000 === 0
    ? `${Math.max(milliseconds / 1000, 1)}s`
    : `${Math.max(Math.round(milliseconds), 1)}ms`;
}
