import type { Notice } from '../../core/model/notice';
import type { ThresholdRule } from '../../core/model/threshold';
import { isDefaultRule } from '../../core/thresholds';

/** Says that hold times are not waited for, where somebody has set any: those of the default rules need no telling. */
export function instantNotices(rules: readonly ThresholdRule[]): readonly Notice[] {
  const held = rules.filter((rule) => (rule.holdSeconds ?? 0) > 0 && !isDefaultRule(rule)).length;
  if (held === 0) {
    return [];
  }
  const which = held === 1 ? '1 threshold with a hold time takes' : `${held} thresholds with hold times take`;
  const text = `${which} effect at once, since this query asks for one instant. Choose History in the query to have them wait.`;
  return [{ severity: 'info', text }];
}
