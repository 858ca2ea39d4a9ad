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

export function metricUnit(metric: ThresholdMetric): MetricUnit {
  return UNITS[metric];
}

/** A stored limit as the text to show; rounded, so that 0.07 × 100 reads 7. Text with a variable is shown as it is. */
export function shownLimit(metric: ThresholdMetric, stored: WrittenNumber | undefined): WrittenNumber | undefined {
  return typeof stored === 'number' ? Number((stored * UNITS[metric].factor).toPrecision(12)) : stored;
}

/**
 * What a reader typed as a stored limit: a number, or the text where it names a variable, whose value is in the units
 * of `ThresholdRule`. Undefined for nothing, and for what is no number from zero up.
 */
export function storedLimit(metric: ThresholdMetric, typed: string): WrittenNumber | undefined {
  if (typed.includes('$')) {
    return typed.trim();
  }
  const number = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || !(number >= 0 && number < Infinity)
    ? undefined
    : Number((number / UNITS[metric].factor).toPrecision(12));
}
