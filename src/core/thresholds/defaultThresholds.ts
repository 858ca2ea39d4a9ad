import type { ThresholdRule, ThresholdScope } from '../model/threshold';

const CLEAR_MARGIN = 0.2;

function errorRatio(scope: ThresholdScope): ThresholdRule {
  return Object.freeze({
    scope,
    metric: 'errorRatio',
    direction: 'above',
    warning: 0.01,
    danger: 0.05,
    clearMargin: CLEAR_MARGIN,
  });
}

function p95(scope: ThresholdScope): ThresholdRule {
  return Object.freeze({ scope, metric: 'p95', direction: 'above', warning: 1, danger: 3, clearMargin: CLEAR_MARGIN });
}

/**
 * A start for a system nobody has set limits for: errors and slowness everywhere, services about to give way where
 * metrics tell that, and loss of traffic of whole groups.
 */
export const DEFAULT_THRESHOLDS: readonly ThresholdRule[] = Object.freeze([
  errorRatio('edge'),
  p95('edge'),
  errorRatio('node'),
  p95('node'),
  Object.freeze({
    scope: 'node',
    metric: 'saturation',
    direction: 'above',
    warning: 0.8,
    danger: 0.95,
    clearMargin: CLEAR_MARGIN / 4,
  } as const),
  errorRatio('group'),
  Object.freeze({
    scope: 'group',
    metric: 'rateToBaseline',
    direction: 'below',
    warning: 0.5,
    danger: 0.2,
    holdSeconds: 120,
    clearMargin: CLEAR_MARGIN,
  } as const),
]);
