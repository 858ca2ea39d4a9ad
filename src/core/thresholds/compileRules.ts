import type { TrafficClass } from '../model/definition';
import { anchoredPattern } from '../model/pattern';
import type { ThresholdRule, ThresholdScope } from '../model/threshold';

import { METRICS } from './metrics';
import type { Metric } from './metrics/metric';
import { faultOf } from './validateRules';

/** The names a rule's matcher is tried on. */
export interface SubjectNames {
  /** Any one may match. */
  readonly names: readonly string[];
  /** Group paths joined by "/"; any one may match. */
  readonly groups: readonly string[];
}

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

function matcher(rule: ThresholdRule): (names: SubjectNames) => boolean {
  const { name, group } = rule.match ?? {};
  const namePattern = name === undefined ? undefined : anchoredPattern(name);
  const groupPattern = group === undefined ? undefined : anchoredPattern(group);
  return ({ names, groups }) =>
    (namePattern === undefined || names.some((each) => namePattern.test(each))) &&
    (groupPattern === undefined || groups.some((each) => groupPattern.test(each)));
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
    compiled.push({
      rule,
      index,
      metric: METRICS[rule.metric],
      metricKey: rule.metric === 'classRatio' ? `classRatio ${rule.className ?? ''}` : rule.metric,
      classRow: classes.findIndex(({ name }) => name === rule.className),
      matches: matcher(rule),
      matchesAll: rule.match?.name === undefined && rule.match?.group === undefined,
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
