import type { Labels } from '../../core/model/series';
import { compilePathPattern, type PathMatcher } from './pathPattern';
import { targetPath } from './targetPath';

/** Turns targets into labels, and keeps count of those that a path pattern did not fit. */
export interface TargetLabels {
  readonly labelsOf: (target: string, tags: Labels) => Labels;
  /** Targets that did not fit, and one of them. */
  readonly misfits: () => { readonly count: number; readonly example: string };
  /** What is wrong with the pattern itself. */
  readonly problem?: string;
}

/**
 * Labels of a target: its tags (those written into the target as `;tag=value` included), overlaid by the fields of
 * its path where there is a pattern. The path is looked for inside of function calls, and in the tag `name`.
 */
export function createTargetLabels(pathPattern: string | undefined): TargetLabels {
  const compiled = pathPattern?.trim() ? compilePathPattern(pathPattern) : undefined;
  const matcher: PathMatcher | undefined = compiled && 'matcher' in compiled ? compiled.matcher : undefined;
  let count = 0;
  let example = '';
  return {
    labelsOf: (target, tags) => {
      const tagged = { ...inlineTags(target), ...tags };
      if (!matcher) {
        return tagged;
      }
      const fields = firstMatch(matcher, [targetPath(target), target, tags.name]);
      if (!fields) {
        count++;
        example = example || target;
      }
      return { ...tagged, ...fields };
    },
    misfits: () => ({ count, example }),
    problem: compiled && 'problem' in compiled ? compiled.problem : undefined,
  };
}

function firstMatch(matcher: PathMatcher, candidates: ReadonlyArray<string | undefined>): Labels | undefined {
  for (const candidate of candidates) {
    const fields = candidate === undefined ? undefined : matcher(candidate.split(';', 1)[0]);
    if (fields) {
      return fields;
    }
  }
  return undefined;
}

/** `name;tag=value;tag=value`, as carbon stores tagged series; calls around it leave their closing part behind. */
function inlineTags(target: string): Labels {
  if (!target.includes(';')) {
    return {};
  }
  const path = targetPath(target) ?? target;
  const pairs = path.split(';').slice(1);
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const equals = pair.indexOf('=');
      return equals > 0 ? [[pair.slice(0, equals), pair.slice(equals + 1)]] : [];
    })
  );
}
