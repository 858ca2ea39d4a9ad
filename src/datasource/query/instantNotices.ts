import type { Notice } from '../../core/model/notice';
import type { ThresholdRule } from '../../core/model/threshold';
import { DEFAULT_THRESHOLDS } from '../../core/thresholds';

const DEFAULTS = new Set(DEFAULT_THRESHOLDS.map((rule) => JSON.stringify(rule)));

/** Says that hold times are not waited for, where somebody has set any: those of the default rules need no telling. */
export function instantNotices(rules: readonly ThresholdRule[]): readonly Notice[] {
  const held = rules.filter((rule) => (rule.holdSeconds ?? 0) > 0 && !DEFAULTS.has(JSON.stringify(rule))).length;
  if (held === 0) {
    return [];
  }
  const which = held === 1 ? '1 threshold with a hold time takes' : `${held} thresholds with hold times take`;
  const text = `${which} effect at once, since this query asks for one instant. Choose History in the query to have them wait.`;
  return [{ severity: 'info', text }];
}
