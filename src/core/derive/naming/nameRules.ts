import type { NameRule } from '../../model/naming';
import { anchoredPattern } from '../../model/pattern';

import type { ResolvedName } from './resolvedName';

/** Applies a table of rules; undefined where none matches. */
export interface NameRules {
  readonly apply: (raw: string) => ResolvedName | undefined;
  /** Patterns that are no regular expression; they match nothing. */
  readonly invalid: readonly string[];
}

const PLACE = /\$(?:(\d{1,2})|<([^>]*)>)/g;

function expand(template: string, match: RegExpExecArray): string {
  return template.replace(PLACE, (_, index: string | undefined, name: string) =>
    index === undefined ? (match.groups?.[name] ?? '') : (match[Number(index)] ?? '')
  );
}

function pathOf(group: string): readonly string[] {
  return group.split('/').filter((part) => part !== '');
}

type Prepared = (raw: string) => ResolvedName | undefined;

function prepare({ match, name, group }: NameRule): Prepared | undefined {
  const pattern = anchoredPattern(match);
  return (
    pattern &&
    ((raw) => {
      const found = pattern.exec(raw);
      return found
        ? {
            name: (name === undefined ? '' : expand(name, found)) || raw,
            group: group === undefined ? [] : pathOf(expand(group, found)),
          }
        : undefined;
    })
  );
}

/** Prepares a table of rules. Exact ones are found by hash, so that long tables cost no more than short ones. */
export function createNameRules(rules: readonly NameRule[]): NameRules {
  const exact = new Map<string, { readonly place: number; readonly resolved: ResolvedName }>();
  const patterns: Array<{ readonly place: number; readonly prepared: Prepared }> = [];
  const invalid: string[] = [];
  rules.forEach((rule, place) => {
    if (rule.match === '') {
      return;
    }
    if (rule.exact) {
      const resolved = { name: rule.name || rule.match, group: pathOf(rule.group ?? '') };
      exact.set(rule.match, exact.get(rule.match) ?? { place, resolved });
      return;
    }
    const prepared = prepare(rule);
    if (prepared) {
      patterns.push({ place, prepared });
    } else {
      invalid.push(rule.match);
    }
  });
  const apply = (raw: string): ResolvedName | undefined => {
    const known = exact.get(raw);
    for (const { place, prepared } of patterns) {
      const resolved = known !== undefined && known.place < place ? known.resolved : prepared(raw);
      if (resolved) {
        return resolved;
      }
    }
    return known?.resolved;
  };
  return { apply, invalid };
}
