import type { Notice } from '../../core/model/notice';
import type { ThresholdRule, ThresholdScope } from '../../core/model/threshold';
import type { ScopeThresholds, ThresholdMetricKey, ThresholdOptions } from './types';

/** The rules to evaluate, in order, and what was wrong with the panel's own. */
export interface PanelRules {
  readonly rules: readonly ThresholdRule[];
  readonly notices: readonly Notice[];
}

export const METRIC_KEYS: readonly ThresholdMetricKey[] = ['errorRatio', 'p95', 'lowRate'];

/** The rule fields that a metric of the options pane stands for. */
export const METRIC_OF_KEY: Readonly<Record<ThresholdMetricKey, Pick<ThresholdRule, 'metric' | 'direction'>>> = {
  errorRatio: { metric: 'errorRatio', direction: 'above' },
  p95: { metric: 'p95', direction: 'above' },
  lowRate: { metric: 'rate', direction: 'below' },
};

/**
 * Puts the panel's rules before the query's: the first rule that matches a subject and metric holds, so whatever the
 * panel sets overrides the query, and whatever it leaves alone does not. "Off" is a rule without limits.
 */
export function panelRules(options: ThresholdOptions, fromQuery: readonly ThresholdRule[]): PanelRules {
  const usable = options.rules.filter((rule) => ruleProblem(rule) === undefined);
  const notices = options.rules.flatMap((rule, index): Notice[] => {
    const problem = ruleProblem(rule);
    return problem === undefined
      ? []
      : [{ severity: 'warning', text: `Rule ${index + 1} of the panel's alert thresholds is not used: ${problem}` }];
  });
  const rules = [...usable, ...scopeRules('node', options.nodes), ...scopeRules('edge', options.edges), ...fromQuery];
  return { rules, notices };
}

function scopeRules(scope: ThresholdScope, settings: ScopeThresholds): readonly ThresholdRule[] {
  return METRIC_KEYS.flatMap((key): ThresholdRule[] => {
    const { source, warning, danger } = settings[key];
    if (source === 'query') {
      return [];
    }
    const rule = { scope, ...METRIC_OF_KEY[key] };
    return source === 'off' ? [rule] : [{ ...rule, warning, danger }];
  });
}

/** What is wrong with a rule in plain words; undefined when it can be used. */
export function ruleProblem(rule: ThresholdRule): string | undefined {
  for (const [field, pattern] of Object.entries(rule.match ?? {})) {
    if (typeof pattern === 'string' && !isRegularExpression(pattern)) {
      return `its ${field} "${pattern}" is not a regular expression.`;
    }
  }
  if (rule.metric === 'classRatio' && !rule.className) {
    return 'it looks at the share of a class, but names no class.';
  }
  return undefined;
}

function isRegularExpression(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

/** The query's limits for a metric of the options pane, so that the pane can show what holds when nothing is set. */
export function queryLimits(
  rules: readonly ThresholdRule[],
  scope: ThresholdScope,
  key: ThresholdMetricKey
): Pick<ThresholdRule, 'warning' | 'danger'> | undefined {
  const { metric, direction } = METRIC_OF_KEY[key];
  return rules.find(
    (rule) => rule.scope === scope && rule.metric === metric && rule.direction === direction && rule.match === undefined
  );
}
