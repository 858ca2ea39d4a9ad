import type { NodeKind, NodeTable } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import { anchoredPattern } from '../../core/model/pattern';

/** What a service can be shown as. */
export type RuleKind = Exclude<NodeKind, 'group'>;

/** Services whose name, or group path and name, match as a whole are shown as this kind. */
export interface KindRule {
  readonly pattern: string;
  readonly kind: RuleKind;
}

export const RULE_KINDS: readonly RuleKind[] = ['service', 'gateway', 'database', 'cache', 'queue', 'external', 'user'];

const NO_RULES: readonly KindRule[] = Object.freeze([]);

/** Stored rules; what is none at all, as a dashboard written by hand may hold, is left out. */
export function readKindRules(stored: unknown): readonly KindRule[] {
  if (!Array.isArray(stored)) {
    return NO_RULES;
  }
  const sound = stored.filter((rule): rule is KindRule => typeof rule === 'object' && rule !== null);
  return sound.length === stored.length ? (stored as readonly KindRule[]) : sound;
}

/** Why a rule cannot be used; undefined for one that can. */
export function kindRuleFault({ pattern, kind }: KindRule): string | undefined {
  if (typeof pattern !== 'string' || pattern === '') {
    return 'it has no expression';
  }
  if (!RULE_KINDS.includes(kind)) {
    return `"${kind}" is no kind; use one of ${RULE_KINDS.join(', ')}`;
  }
  return anchoredPattern(pattern) === undefined ? `"${pattern}" is no valid regular expression` : undefined;
}

/** One notice for each rule that is not used. Rules are counted from 1. */
export function kindRuleNotices(rules: readonly KindRule[]): readonly Notice[] {
  return rules.flatMap((rule, index): Notice[] => {
    const fault = kindRuleFault(rule);
    return fault === undefined ? [] : [{ severity: 'warning', text: `Kind rule ${index + 1} is ignored: ${fault}.` }];
  });
}

/** Nodes with the kinds that the rules give; the first that matches holds, and what none matches keeps its own. */
export function withKinds(nodes: NodeTable, rules: readonly KindRule[]): NodeTable {
  const tests = rules.flatMap((rule) => {
    const test = kindRuleFault(rule) === undefined ? anchoredPattern(rule.pattern) : undefined;
    return test === undefined ? [] : [{ test, kind: rule.kind }];
  });
  if (tests.length === 0) {
    return nodes;
  }
  const kinds = nodes.names.map((name, row) => {
    const path = [...nodes.groups[row], name].join('/');
    return tests.find(({ test }) => test.test(name) || test.test(path))?.kind ?? nodes.kinds[row];
  });
  return { ...nodes, kinds };
}

/** How many services a rule matches, whatever the rules before it; 0 for one that is not used. */
export function kindRuleMatches(nodes: NodeTable, rule: KindRule): number {
  const test = kindRuleFault(rule) === undefined ? anchoredPattern(rule.pattern) : undefined;
  return test === undefined
    ? 0
    : nodes.names.filter((name, row) => test.test(name) || test.test([...nodes.groups[row], name].join('/'))).length;
}
