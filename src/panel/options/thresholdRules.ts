import type { Notice } from '../../core/model/notice';
import type { ThresholdRule, ThresholdScope, WrittenRule } from '../../core/model/threshold';
import type { ResolvedRules } from '../../core/thresholds';
import type { ScopeThresholds, ThresholdMetricKey, ThresholdOptions, ThresholdSetting } from './types';

/** The rules to evaluate, in order, and what was wrong with the panel's own. */
export interface PanelRules {
  readonly rules: readonly ThresholdRule[];
  readonly notices: readonly Notice[];
}

const NO_RULES: readonly WrittenRule[] = Object.freeze([]);

/** Stored rules; what is none at all, as a dashboard written by hand may hold, is left out. */
export function readRules(stored: unknown): readonly WrittenRule[] {
  if (!Array.isArray(stored)) {
    return NO_RULES;
  }
  const sound = stored.filter((rule): rule is WrittenRule => typeof rule === 'object' && rule !== null);
  return sound.length === stored.length ? (stored as readonly WrittenRule[]) : sound;
}

export const METRIC_KEYS: readonly ThresholdMetricKey[] = ['errorRatio', 'p95', 'lowRate'];

/** The rule fields that a metric of the options pane stands for. */
export const METRIC_OF_KEY: Readonly<Record<ThresholdMetricKey, Pick<ThresholdRule, 'metric' | 'direction'>>> = {
  errorRatio: { metric: 'errorRatio', direction: 'above' },
  p95: { metric: 'p95', direction: 'above' },
  lowRate: { metric: 'rate', direction: 'below' },
};

/** All that the options write, in the order they are tried: free rules, then the limits of nodes and of edges. */
export function writtenRules(options: ThresholdOptions): readonly WrittenRule[] {
  return [...options.rules, ...scopeRules('node', options.nodes), ...scopeRules('edge', options.edges)];
}

/**
 * Puts the panel's rules before the query's: the first rule that matches a subject and metric holds, so whatever the
 * panel sets overrides the query, and whatever it leaves alone does not. What is off leaves out the query's rules too.
 *
 * @param written `writtenRules` of the options, their variables replaced
 */
export function panelRules(
  options: ThresholdOptions,
  fromQuery: readonly ThresholdRule[],
  written: ResolvedRules
): PanelRules {
  const kept = fromQuery.filter((rule) => !isOff(rule, options));
  const own = written.rules;
  return {
    rules: own.length === 0 && kept.length === fromQuery.length ? fromQuery : [...own, ...kept],
    notices: written.notices,
  };
}

function scopeRules(scope: ThresholdScope, settings: ScopeThresholds): readonly WrittenRule[] {
  return METRIC_KEYS.filter((key) => settings[key].source === 'here' && hasLimit(settings[key])).map((key) => ({
    scope,
    ...METRIC_OF_KEY[key],
    warning: settings[key].warning,
    danger: settings[key].danger,
  }));
}

function isOff(rule: ThresholdRule, options: ThresholdOptions): boolean {
  if (rule.scope === 'group') {
    return false;
  }
  const settings = rule.scope === 'node' ? options.nodes : options.edges;
  return METRIC_KEYS.some(
    (key) =>
      METRIC_OF_KEY[key].metric === rule.metric &&
      METRIC_OF_KEY[key].direction === rule.direction &&
      (settings[key].source === 'off' || (settings[key].source === 'here' && !hasLimit(settings[key])))
  );
}

function hasLimit({ warning, danger }: ThresholdSetting): boolean {
  return warning !== undefined || danger !== undefined;
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
