/** PromQL as presets write it. Selectors are `name{matchers}`; every window is the one that Grafana finds fitting. */

const WINDOW = '[$__rate_interval]';

function by(labels: readonly string[]): string {
  return `sum by (${labels.join(', ')})`;
}

/** Events per second of counters; several selectors are united series by series, so that none counts twice. */
export function rateBy(labels: readonly string[], ...selectors: readonly string[]): string {
  return `${by(labels)} (${selectors.map((selector) => `rate(${selector}${WINDOW})`).join(' or ')})`;
}

/** A quantile of a classic histogram's buckets; `selector` names the `_bucket` series. */
export function quantileBy(quantile: number, labels: readonly string[], selector: string): string {
  return `histogram_quantile(${quantile}, ${by(['le', ...labels])} (rate(${selector}${WINDOW})))`;
}

/** The three quantiles that a definition can hold. */
export function quantilesBy(
  labels: readonly string[],
  selector: string
): { readonly p50: string; readonly p95: string; readonly p99: string } {
  return {
    p50: quantileBy(0.5, labels, selector),
    p95: quantileBy(0.95, labels, selector),
    p99: quantileBy(0.99, labels, selector),
  };
}
