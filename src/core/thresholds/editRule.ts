import type { ThresholdDirection, ThresholdMetric, ThresholdScope, WrittenRule } from '../model/threshold';

/** Metrics whose limits mean the same share one. */
const UNITS: Readonly<Record<ThresholdMetric, string>> = {
  errorRatio: 'ratio',
  classRatio: 'ratio',
  saturation: 'ratio',
  p50: 'seconds',
  p95: 'seconds',
  p99: 'seconds',
  rate: 'requests per second',
  rateToBaseline: 'times usual',
  bytes: 'bytes per second',
  custom: 'its own',
};

/** Metrics of services: edges have none. */
const OF_SERVICES: readonly ThresholdMetric[] = ['saturation', 'custom'];

/** Too little of these is what hurts. */
const HURT_BELOW: readonly ThresholdMetric[] = ['rate', 'rateToBaseline'];

/** Whether a rule of this scope can look at a metric. */
export function metricFits(scope: ThresholdScope, metric: ThresholdMetric): boolean {
  return scope !== 'edge' || !OF_SERVICES.includes(metric);
}

function leaveOut(rule: WrittenRule, ...keys: ReadonlyArray<keyof WrittenRule>): WrittenRule {
  const kept = Object.entries(rule).filter(([key]) => !keys.includes(key as keyof WrittenRule));
  return Object.fromEntries(kept) as unknown as WrittenRule;
}

/** T28: the rule for another metric. Limits and direction stay where they mean the same, and go where they do not. */
export function withMetric(rule: WrittenRule, metric: ThresholdMetric): WrittenRule {
  if (metric === rule.metric) {
    return rule;
  }
  const named = leaveOut(rule, 'className', 'metricName');
  if (UNITS[metric] === UNITS[rule.metric]) {
    return { ...named, metric };
  }
  const direction: ThresholdDirection = HURT_BELOW.includes(metric) ? 'below' : 'above';
  return { ...leaveOut(named, 'warning', 'danger'), metric, direction };
}

/** T28: the rule for another scope, without what that scope does not have. */
export function withScope(rule: WrittenRule, scope: ThresholdScope): WrittenRule {
  const fit = metricFits(scope, rule.metric) ? rule : withMetric(rule, 'errorRatio');
  if (scope === 'edge' || fit.match?.protocol === undefined) {
    return { ...fit, scope };
  }
  const match = Object.entries(fit.match).filter(([part]) => part !== 'protocol');
  return { ...leaveOut(fit, 'match'), scope, ...(match.length > 0 && { match: Object.fromEntries(match) }) };
}
