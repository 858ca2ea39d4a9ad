import type { AdHocVariableFilter } from '@grafana/data';
import { escapeLabelValue, escapeRegex } from '../../upstream/prometheus/escape';
import { cutAtSelectors } from '../links/promqlSelectors';

/** A filter of a dashboard; newer Grafana has several values for "one of". */
export type Filter = AdHocVariableFilter & { readonly values?: readonly string[] };

/** Expressions as they are to be asked, and the filters that are left for the upstream to put into them. */
export interface Narrowed<Name extends string> {
  readonly expressions: ReadonlyArray<readonly [Name, string]>;
  readonly filters: readonly Filter[] | undefined;
}

const LABEL_NAME = /^[a-zA-Z_]\w*$/;
/** Texts and ranges: variables in them are no parts of selectors. */
const INSIDE = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|\[[^[\]]*\]/g;
const VARIABLE = /\$|\[\[/;

/** Whether a variable stands where a metric or a number could: its value is not known here. */
function holdsVariable(expression: string): boolean {
  return VARIABLE.test(expression.replace(INSIDE, ''));
}

/**
 * Puts a dashboard's ad hoc filters into each selector of PromQL expressions, with their values escaped: Grafana's own
 * Prometheus data source writes exact values as they are, so that a quotation mark ends the text, and whatever comes
 * behind it is PromQL. Where an expression or a filter is none that this can be done to for sure, all is left to the
 * upstream.
 */
export function narrowByFilters<Name extends string>(
  expressions: ReadonlyArray<readonly [Name, string]>,
  filters: readonly Filter[] | undefined
): Narrowed<Name> {
  const asGiven = { expressions, filters };
  if (filters === undefined || filters.length === 0) {
    return asGiven;
  }
  const matchers = filters.map(matcherOf);
  const narrowed = expressions.map(([name, text]) => {
    const parts = holdsVariable(text) ? undefined : cutAtSelectors(text);
    return parts && ([name, parts.join(`${matchers.join(',')},`)] as const);
  });
  return matchers.includes(undefined) || narrowed.includes(undefined)
    ? asGiven
    : { expressions: narrowed.filter((each) => each !== undefined), filters: undefined };
}

/** No variable of the dashboard, whatever the value: PromQL has other ways to write `$` and `[`. */
function withoutVariables(escaped: string): string {
  return escaped.replace(/\$/g, '\\x24').replace(/\[\[/g, '\\x5b[');
}

/** A matcher of PromQL; undefined for a filter that has none. */
function matcherOf({ key, operator, value, values = [value] }: Filter): string | undefined {
  if (!LABEL_NAME.test(key)) {
    return undefined;
  }
  switch (operator) {
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return `${key}${operator}"${withoutVariables(escapeLabelValue(value))}"`;
    case '=|':
    case '!=|':
      return `${key}${operator === '=|' ? '=~' : '!~'}"${withoutVariables(values.map(escapeRegex).join('|'))}"`;
    default:
      return undefined;
  }
}
