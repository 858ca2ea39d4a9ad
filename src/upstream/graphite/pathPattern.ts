import type { Labels } from '../../core/model/series';

/** A pattern ready for use: gives the fields of a path, or nothing for a path that does not fit. */
export type PathMatcher = (path: string) => Labels | undefined;

type PatternPart =
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly before: string; readonly after: string };

/**
 * Compiles a pattern such as `stats.counters.{source}.upstream.{target}.{class}.rate`: one part of the path a part of
 * the pattern; `*` skips one, `{name}` takes one as a label, with fixed text before and after it if there is any.
 * Several patterns, separated by spaces or commas, serve expressions with paths of different forms: the first that
 * fits a path holds.
 */
export function compilePathPattern(text: string): { matcher: PathMatcher } | { problem: string } {
  const compiled = text
    .split(/[\s,]+/)
    .filter((pattern) => pattern !== '')
    .map(compileOne);
  const problem = compiled.find((one) => 'problem' in one);
  if (problem || compiled.length === 0) {
    return problem ?? { problem: 'The path pattern is empty.' };
  }
  const matchers = compiled.flatMap((one) => ('matcher' in one ? [one.matcher] : []));
  return {
    matcher: (path) => {
      for (const matcher of matchers) {
        const labels = matcher(path);
        if (labels) {
          return labels;
        }
      }
      return undefined;
    },
  };
}

function compileOne(pattern: string): { matcher: PathMatcher } | { problem: string } {
  const texts = pattern.split('.');
  const parts = texts.map(parsePart);
  const wrong = texts.find((_, index) => parts[index] === undefined);
  if (wrong !== undefined) {
    return { problem: `The path pattern "${pattern}" has the part "${wrong}"; a part is text, * or one {name}.` };
  }
  const known = parts.filter((part) => part !== undefined);
  const names = known.flatMap((part) => (part.kind === 'field' ? [part.name] : []));
  if (names.length === 0) {
    return { problem: `The path pattern "${pattern}" names no part, such as {source}.` };
  }
  if (new Set(names).size < names.length) {
    return { problem: `The path pattern "${pattern}" names a part twice.` };
  }
  return { matcher: (path) => matchParts(known, path.split('.')) };
}

function parsePart(text: string): PatternPart | undefined {
  if (text === '*') {
    return { kind: 'any' };
  }
  const field = /^([^{}*]*)\{([A-Za-z_][A-Za-z0-9_]*)\}([^{}*]*)$/.exec(text);
  if (field) {
    return { kind: 'field', before: field[1], name: field[2], after: field[3] };
  }
  return text === '' || /[{}*]/.test(text) ? undefined : { kind: 'literal', text };
}

function matchParts(parts: readonly PatternPart[], path: readonly string[]): Labels | undefined {
  if (path.length !== parts.length) {
    return undefined;
  }
  const labels: Record<string, string> = {};
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const text = path[index];
    if (part.kind === 'literal' && part.text !== text) {
      return undefined;
    }
    if (part.kind === 'field') {
      const value = fieldValue(part, text);
      if (value === undefined) {
        return undefined;
      }
      labels[part.name] = value;
    }
  }
  return labels;
}

/** A part with a wildcard stands for many paths at once, so it names nothing. */
function fieldValue(part: { readonly before: string; readonly after: string }, text: string): string | undefined {
  const fits =
    text.length > part.before.length + part.after.length && text.startsWith(part.before) && text.endsWith(part.after);
  return fits && !/[*?{}[\]]/.test(text) ? text.slice(part.before.length, text.length - part.after.length) : undefined;
}
