/** PromQL as presets write it. Selectors are `name{matchers}`; every window is the one that Grafana finds fitting. */

const WINDOW = '[$__rate_interval]';

function by(labels: readonly string[]): string {
  return `sum by (${labels.join(', ')})`;
}

/** Events per second of counters; several selectors are united series by series, so that none counts twice. */
export function rateBy(labels: readonly string[], ...selectors: readonly string[]): string {
  return `${by(labels)} (${selectors.map((selector) => `rate(${selector}${WINDOW})`).join(' or ')})`;
}

/** A quantile of a classic histogram's buckets; the selectors name the `_bucket` series, and are united as of `rateBy`. */
function quantileBy(quantile: number, labels: readonly string[], selectors: readonly string[]): string {
  return `histogram_quantile(${quantile}, ${rateBy(['le', ...labels], ...selectors)})`;
}

/** The three quantiles that a definition can hold. */
export function quantilesBy(
  labels: readonly string[],
  ...selectors: readonly string[]
): { readonly p50: string; readonly p95: string; readonly p99: string } {
  return {
    p50: quantileBy(0.5, labels, selectors),
    p95: quantileBy(0.95, labels, selectors),
    p99: quantileBy(0.99, labels, selectors),
  };
}

/** Sets a label from the first group of a regular expression over the whole of another. */
export function relabel(expression: string, to: string, from: string, pattern: string): string {
  return `label_replace(${expression}, "${to}", "$1", "${from}", "${pattern}")`;
}

/** Every expression of a preset put through the same change. */
export function eachExpression<Expressions extends Readonly<Record<string, string>>>(
  expressions: Expressions,
  change: (expression: string) => string
): { readonly [Name in keyof Expressions]: string } {
  const changed = Object.entries(expressions).map(([name, expression]) => [name, change(expression)]);
  return Object.fromEntries(changed) as { readonly [Name in keyof Expressions]: string };
}

/** OpenTelemetry's `job` is "namespace/name": makes `source` and, where there is a namespace, `source_namespace`. */
export function splitJob(expression: string): string {
  return relabel(relabel(expression, 'source', 'job', '(?:.*/)?(.+)'), 'source_namespace', 'job', '(?:(.*)/)?.+');
}

/** What `splitJob` makes. */
export const SOURCE_OF_JOB = { label: 'source', groupLabels: ['source_namespace'] } as const;
