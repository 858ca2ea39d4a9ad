import { parseWrittenNumber } from '../../core/thresholds';
import type { ThresholdMetric, WrittenNumber } from '../../core/model/threshold';

/** How a limit is written in the options pane: stored value × factor = shown value. */
export interface MetricUnit {
  readonly suffix: string;
  readonly factor: number;
}

const PERCENT: MetricUnit = { suffix: '%', factor: 100 };
const MILLISECONDS: MetricUnit = { suffix: 'ms', factor: 1000 };

const UNITS: Readonly<Record<ThresholdMetric, MetricUnit>> = {
  errorRatio: PERCENT,
  classRatio: PERCENT,
  rateToBaseline: PERCENT,
  p50: MILLISECONDS,
  p95: MILLISECONDS,
  p99: MILLISECONDS,
  rate: { suffix: 'req/s', factor: 1 },
  bytes: { suffix: 'B/s', factor: 1 },
  saturation: PERCENT,
  custom: { suffix: '', factor: 1 },
};

/** Of what a dashboard written by hand names and nobody knows, nothing is known. */
export function metricUnit(metric: ThresholdMetric): MetricUnit {
  return UNITS[metric] ?? UNITS.custom;
}

/** A stored limit as the text to show; rounded, so that 0.07 × 100 reads 7. Text with a variable is shown as it is. */
export function shownLimit(metric: ThresholdMetric, stored: WrittenNumber | undefined): WrittenNumber | undefined {
  return typeof stored === 'number' ? Number((stored * metricUnit(metric).factor).toPrecision(12)) : stored;
}

/**
 * What a reader typed as a stored limit: a number, or the text where it names a variable, whose value is in the units
 * of `ThresholdRule`. A unit may stand behind it, as elsewhere: `5%`, `250ms`, `2s`. Undefined for nothing, and for what
 * is no number from zero up.
 */
export function storedLimit(metric: ThresholdMetric, typed: string): WrittenNumber | undefined {
  if (typed.includes('$')) {
    return typed.trim();
  }
  const text = typed.trim().replace(',', '.');
  const { suffix, factor } = metricUnit(metric);
  const number = /[a-z%]$/i.test(text) ? withUnit(text, suffix) : Number(text) / factor;
  return text === '' || !(number >= 0 && number < Infinity) ? undefined : Number(number.toPrecision(12));
}

/** NaN where the unit that stands there is not one of the metric's. */
function withUnit(text: string, suffix: string): number {
  const fits = suffix === '%' ? /%$/ : suffix === 'ms' ? /m?s$/i : /$^/;
  return fits.test(text) ? parseWrittenNumber(text) : NaN;
}
