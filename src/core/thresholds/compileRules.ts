import type { TrafficClass } from '../model/definition';
import type { ThresholdRule, ThresholdScope } from '../model/threshold';

import { type SubjectNames, testsOf } from './matcher';
import { METRICS } from './metrics';
import type { Metric } from './metrics/metric';
import { faultOf } from './validateRules';

/** A rule that is fit to be evaluated. */
export interface CompiledRule {
  readonly rule: ThresholdRule;
  /** Place in the list of rules. */
  readonly index: number;
  readonly metric: Metric;
  /** What makes two rules speak of the same thing. */
  readonly metricKey: string;
  readonly classRow: number;
  readonly matches: (names: SubjectNames) => boolean;
  readonly matchesAll: boolean;
}

/** What tells metrics of one kind apart. */
function metricOwner({ metric, className, metricName }: ThresholdRule): string | undefined {
  return metric === 'classRatio' ? className : metric === 'custom' ? metricName : undefined;
}

/** The rules of one scope, in order, without those that `validateRules` reports as ignored. */
export function compileRules(
  rules: readonly ThresholdRule[],
  scope: ThresholdScope,
  classes: readonly TrafficClass[]
): readonly CompiledRule[] {
  const compiled: CompiledRule[] = [];
  rules.forEach((rule, index) => {
    if (rule.scope !== scope || faultOf(rule) !== undefined) {
      return;
    }
    const tests = testsOf(rule);
    compiled.push({
      rule,
      index,
      metric: METRICS[rule.metric],
      metricKey: `${rule.metric} ${metricOwner(rule) ?? ''}`,
      classRow: classes.findIndex(({ name }) => name === rule.className),
      matches: (names) => tests.every((test) => test(names)),
      matchesAll: tests.length === 0,
    });
  });
  return compiled;
}

/** The rules that hold for a subject: of each metric the first that matches. */
export function rulesFor(rules: readonly CompiledRule[], names: () => SubjectNames): readonly CompiledRule[] {
  const taken = new Set<string>();
  let found: SubjectNames | undefined;
  return rules.filter((compiled) => {
    if (taken.has(compiled.metricKey)) {
      return false;
    }
    if (!compiled.matchesAll) {
      found ??= names();
      if (!compiled.matches(found)) {
        return false;
      }
    }
    taken.add(compiled.metricKey);
    return true;
  });
}
