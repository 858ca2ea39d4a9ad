import { escapeGraphiteTagRegex } from '../../upstream/graphite/escape';
import { escapeLabelValue, escapeRegex } from '../../upstream/prometheus/escape';
import type { QueryDefinition } from '../types';
import type { LabelMatch } from './endMatch';
import { cutAtSelectors } from './promqlSelectors';

/** An expression with places for what narrows it to one subject: the parts, joined by the text of the subject. */
export interface Narrowing {
  readonly parts: readonly string[];
  readonly textOf: (matches: readonly LabelMatch[]) => string;
  /** Whether what is looked up is narrowed, and not what comes out of it alone. */
  readonly isInside: boolean;
}

/** How an expression of a definition is narrowed to series whose labels hold certain texts. */
export function narrowing(definition: QueryDefinition, expression: string): Narrowing {
  return definition.kind === 'graphite' ? narrowGraphite(definition, expression) : narrowPromql(expression);
}

function narrowPromql(expression: string): Narrowing {
  const parts = cutAtSelectors(expression);
  return parts === undefined
    ? { parts: [`(${expression})`, ''], textOf: filterText, isInside: false }
    : { parts, textOf: matchersText, isInside: true };
}

function matchersText(matches: readonly LabelMatch[]): string {
  return matches.map(matcherText).join('');
}

const LABEL_NAME = /^[a-zA-Z_]\w*$/;

function matcherText({ label, value, orHost }: LabelMatch): string {
  if (!LABEL_NAME.test(label)) {
    return '';
  }
  return orHost ? `${label}=~"${escapeRegex(value)}([.:].*)?",` : `${label}="${escapeLabelValue(value)}",`;
}

/** Keeps the results with the labels, whatever the expression before it is. */
function filterText(matches: readonly LabelMatch[]): string {
  const exact = matches.filter(({ label, orHost }) => !orHost && LABEL_NAME.test(label));
  if (exact.length === 0) {
    return '';
  }
  const one = exact.reduce((inner, { label, value }) => {
    // In a replacement, "$" names a group of the expression.
    const replacement = escapeLabelValue(value.replaceAll('$', '$$$$'));
    return `label_replace(${inner}, "${label}", "${replacement}", "", "")`;
  }, 'vector(1)');
  return ` and on (${exact.map(({ label }) => label).join(', ')}) ${one}`;
}

/** By what `grep` finds in the names of the series: their path, or their tags. */
function narrowGraphite({ pathPattern }: QueryDefinition, expression: string): Narrowing {
  const textOf =
    pathPattern === undefined
      ? (matches: readonly LabelMatch[]) => matches.map(tagPattern).join('')
      : (matches: readonly LabelMatch[]) => pathsPattern(pathPattern, matches);
  return { parts: [`grep(${expression}, '`, `')`], textOf, isInside: false };
}

const HOST_TAIL = '([.:][^;]*)?';

function tagPattern({ label, value, orHost }: LabelMatch): string {
  return `(?=.*;${escapeGraphiteTagRegex(label)}=${escapeGraphiteTagRegex(value)}${orHost ? HOST_TAIL : ''}(;|$))`;
}

function pathsPattern(pathPattern: string, matches: readonly LabelMatch[]): string {
  const values = new Map(matches.map(({ label, value }) => [label, value]));
  const place = (part: string): string =>
    part === '*'
      ? '[^.]+'
      : part
          .split(/(\{[^}]*\})/)
          .map((text) => {
            const value = text.startsWith('{') ? values.get(text.slice(1, -1)) : text;
            return value === undefined ? '[^.]*' : escapeGraphiteTagRegex(value);
          })
          .join('');
  const patterns = pathPattern
    .split(/[\s,]+/)
    .filter((pattern) => pattern !== '')
    .map((pattern) => pattern.split('.').map(place).join('[.]'));
  return `(${patterns.join('|')})`;
}
