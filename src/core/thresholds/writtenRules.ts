import type { TrafficDefinition } from '../model/definition';
import type { Notice } from '../model/notice';
import { literalPattern } from '../model/pattern';
import type { ThresholdMatcher, ThresholdRule, WrittenNumber, WrittenRule } from '../model/threshold';

import { isLabelMatchers, MATCHER_PARTS } from './matcher';
import { validateRules } from './validateRules';

/** Puts values in the place of variables; `regex`: escaped as parts of a regular expression. */
export type ReplaceInRules = (text: string, format?: 'regex') => string;

/** Rules fit to be evaluated, and what is wrong with them. */
export interface ResolvedRules {
  readonly rules: readonly ThresholdRule[];
  /** What notices call each of them, such as "Threshold 2 of “mesh”". */
  readonly titles: readonly string[];
  readonly notices: readonly Notice[];
}

const NUMBERS = ['warning', 'danger', 'holdSeconds', 'clearMargin'] as const;
const NUMBER_WORDS: Readonly<Record<(typeof NUMBERS)[number], string>> = {
  warning: 'warning limit',
  danger: 'danger limit',
  holdSeconds: 'hold time',
  clearMargin: 'clear margin',
};
const UNITS: Readonly<Record<string, number>> = { '': 1, '%': 0.01, ms: 0.001, s: 1 };

/** A number as people write it: `0.05`, `5%`, `250ms`, `2s`. NaN for what is none. */
export function parseWrittenNumber(written: string): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%|ms|s)?$/i.exec(written.trim());
  const scaled = match === null ? NaN : Number(match[1]) * UNITS[(match[2] ?? '').toLowerCase()];
  // 5 × 0.01 is 0.05, and nothing beside it.
  return Number(scaled.toPrecision(12));
}

function resolveMatch(match: ThresholdMatcher, replace: ReplaceInRules): ThresholdMatcher {
  const { labels } = match;
  return {
    ...Object.fromEntries(
      MATCHER_PARTS.flatMap((part) => {
        const text = match[part];
        return text === undefined ? [] : [[part, replace(text, 'regex')]];
      })
    ),
    ...(labels && {
      labels: isLabelMatchers(labels)
        ? labels.map((each) => ({ label: replace(each.label), match: replace(each.match, 'regex') }))
        : labels,
    }),
  };
}

/** One rule with its variables replaced; a number that is none is left out, and a notice says so. */
function resolveRule(
  rule: WrittenRule,
  title: string,
  replace: ReplaceInRules
): { readonly rule: ThresholdRule; readonly notices: readonly Notice[] } {
  const { warning, danger, holdSeconds, clearMargin, match, ...rest } = rule;
  const written: Readonly<Record<(typeof NUMBERS)[number], WrittenNumber | undefined>> = {
    warning,
    danger,
    holdSeconds,
    clearMargin,
  };
  const notices: Notice[] = [];
  const numbers = NUMBERS.flatMap((name): ReadonlyArray<readonly [string, number]> => {
    const value = written[name];
    if (typeof value !== 'string') {
      return value === undefined ? [] : [[name, value]];
    }
    const replaced = replace(value);
    const number = parseWrittenNumber(replaced);
    if (Number.isNaN(number)) {
      const became = replaced === value ? `"${value}"` : `"${value}" is "${replaced}", which`;
      const text = `${title}: its ${NUMBER_WORDS[name]} ${became} is no number, and is not used. Write one such as 0.05, 5% or 250ms.`;
      notices.push({ severity: 'warning', text });
      return [];
    }
    return [[name, number]];
  });
  return {
    rule: { ...rest, ...(match && { match: resolveMatch(match, replace) }), ...Object.fromEntries(numbers) },
    notices,
  };
}

/**
 * Replaces variables in a list of rules and says what is wrong with it. Rules stay in their places.
 *
 * @param of what the rules belong to, for notices: "Threshold 2 of “mesh” …"
 */
export function resolveRules(rules: readonly WrittenRule[], replace: ReplaceInRules, of = ''): ResolvedRules {
  const titles = rules.map((_, index) => `Threshold ${index + 1}${of}`);
  const resolved = rules.map((rule, index) => resolveRule(rule, titles[index], replace));
  const found = resolved.map(({ rule }) => rule);
  return {
    rules: found,
    titles,
    notices: [...resolved.flatMap(({ notices }) => notices), ...validateRules(found, of)],
  };
}

/** A definition's own rules, each for nothing but what that definition sees. */
function ownRules({ id, thresholds = [] }: TrafficDefinition, replace: ReplaceInRules): ResolvedRules {
  const resolved = resolveRules(thresholds, replace, ` of “${id}”`);
  const definition = literalPattern(id);
  return { ...resolved, rules: resolved.rules.map((rule) => ({ ...rule, match: { ...rule.match, definition } })) };
}

/** All rules of a request in the order they are tried: those of its definitions, in their order, then its own. */
export function requestRules(
  definitions: readonly TrafficDefinition[],
  thresholds: readonly WrittenRule[],
  replace: ReplaceInRules
): ResolvedRules {
  const parts = [...definitions.map((definition) => ownRules(definition, replace)), resolveRules(thresholds, replace)];
  return {
    rules: parts.flatMap(({ rules }) => rules),
    titles: parts.flatMap(({ titles }) => titles),
    notices: parts.flatMap(({ notices }) => notices),
  };
}
