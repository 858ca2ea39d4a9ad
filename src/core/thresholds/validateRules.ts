import type { Notice } from '../model/notice';
import { anchoredPattern } from '../model/pattern';
import type { ThresholdRule } from '../model/threshold';

import { isLabelMatchers, MATCHER_PARTS } from './matcher';
import { METRICS } from './metrics';

const SCOPES: ReadonlySet<string> = new Set(['edge', 'node', 'group']);
const DIRECTIONS: ReadonlySet<string> = new Set(['above', 'below']);

function isLimit(limit: number | undefined): boolean {
  return limit === undefined || (Number.isFinite(limit) && limit >= 0);
}

/** Why a rule cannot be evaluated; undefined for one that can. */
export function faultOf(rule: ThresholdRule): string | undefined {
  const { match = {} } = rule;
  if (!SCOPES.has(rule.scope)) {
    return `"${rule.scope}" is no scope; use edge, node or group`;
  }
  if (!Object.hasOwn(METRICS, rule.metric)) {
    return `"${rule.metric}" is no metric`;
  }
  if (!DIRECTIONS.has(rule.direction)) {
    return `"${rule.direction}" is no direction; use above or below`;
  }
  if (rule.metric === 'classRatio' && (rule.className ?? '') === '') {
    return 'it names no class';
  }
  if (rule.metric === 'custom' && (rule.metricName ?? '') === '') {
    return 'it names no metric';
  }
  if ((rule.metric === 'custom' || rule.metric === 'saturation') && rule.scope === 'edge') {
    return 'edges have no metrics of services; use node or group';
  }
  const { labels = [] } = match;
  if (!isLabelMatchers(labels)) {
    return 'its labels are no list of labels and what they match';
  }
  if (labels.some(({ label }) => label.trim() === '')) {
    return 'it matches on a label without a name; name it, or remove its line';
  }
  for (const pattern of [...MATCHER_PARTS.map((part) => match[part]), ...labels.map((each) => each.match)]) {
    if (pattern !== undefined && anchoredPattern(pattern) === undefined) {
      return `"${pattern}" is no valid regular expression`;
    }
  }
  if (match.protocol !== undefined && rule.scope !== 'edge') {
    return 'only edges have a protocol';
  }
  if (!isLimit(rule.warning) || !isLimit(rule.danger)) {
    return 'its limits must be numbers from zero up';
  }
  if (rule.warning === undefined && rule.danger === undefined) {
    return 'it has no limit; give a warning or a danger value';
  }
  if (!isLimit(rule.holdSeconds)) {
    return 'its hold time must be a number of seconds from zero up';
  }
  if (!isLimit(rule.clearMargin) || (rule.clearMargin ?? 0) >= 1) {
    return 'its clear margin must be from 0 to below 1';
  }
  return undefined;
}

function isReversed({ direction, warning, danger }: ThresholdRule): boolean {
  if (warning === undefined || danger === undefined) {
    return false;
  }
  return direction === 'above' ? warning > danger : warning < danger;
}

/**
 * What is wrong with a list of rules, one notice a fault; empty for a sound list. Rules are counted from 1.
 *
 * @param of what the rules belong to, such as " of “mesh”"
 */
export function validateRules(rules: readonly ThresholdRule[], of = ''): Notice[] {
  return rules.flatMap((rule, index): Notice[] => {
    const fault = faultOf(rule);
    if (fault !== undefined) {
      return [{ severity: 'warning', text: `Threshold ${index + 1}${of} is ignored: ${fault}.` }];
    }
    if (isReversed(rule)) {
      return [
        { severity: 'info', text: `Threshold ${index + 1}${of} reaches danger before warning. Swap its values.` },
      ];
    }
    return [];
  });
}
