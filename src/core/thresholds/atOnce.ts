import type { ThresholdRule } from '../model/threshold';

/** Rules without hold times, for a history that has no time to hold in, and the way back to what they were. */
export interface RulesAtOnce {
  readonly rules: readonly ThresholdRule[];
  readonly originalOf: (rule: ThresholdRule) => ThresholdRule;
}

/** Only hold times that are good ones are left out: a bad one keeps its rule from being used. */
export function withoutHoldTimes(given: readonly ThresholdRule[]): RulesAtOnce {
  const originals = new Map<ThresholdRule, ThresholdRule>();
  const rules = given.map((rule) => {
    if (rule.holdSeconds === undefined || !(rule.holdSeconds > 0 && rule.holdSeconds < Infinity)) {
      return rule;
    }
    const atOnce = { ...rule, holdSeconds: 0 };
    originals.set(atOnce, rule);
    return atOnce;
  });
  return { rules, originalOf: (rule) => originals.get(rule) ?? rule };
}
