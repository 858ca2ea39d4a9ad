import type { ThresholdMetric } from '../../model/threshold';

import { bytes } from './bytes';
import { classRatio } from './classRatio';
import { custom } from './custom';
import { errorRatio } from './errorRatio';
import type { Metric } from './metric';
import { p50 } from './p50';
import { p95 } from './p95';
import { p99 } from './p99';
import { rate } from './rate';
import { rateToBaseline } from './rateToBaseline';
import { saturation } from './saturation';

/** Every metric a rule may name. A new one is a file beside this one and a line here. */
export const METRICS: Readonly<Record<ThresholdMetric, Metric>> = Object.freeze({
  errorRatio,
  classRatio,
  p50,
  p95,
  p99,
  rate,
  rateToBaseline,
  bytes,
  saturation,
  custom,
});
