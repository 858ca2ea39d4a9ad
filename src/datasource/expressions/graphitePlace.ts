/** Where the end of a text stands within a Graphite target; `written` is what was begun there. */
export type PlaceInTarget =
  /** The part of a path; `above` is what stands before it, with its last dot. */
  | { readonly kind: 'path'; readonly above: string; readonly written: string }
  /** The name of a tag. */
  | { readonly kind: 'tag'; readonly written: string }
  | { readonly kind: 'value'; readonly tag: string; readonly written: string };

/** Functions whose strings are conditions on tags. */
const BY_TAG = /\bseriesByTag\s*\([^()]*$/;
const CONDITION = /^([\w.-]+)\s*(?:!=~|=~|!=|=)(.*)$/s;

/**
 * Tells what could be completed at the end of a text. Undefined within globs, numbers, and strings that are no
 * conditions on tags.
 */
export function placeInTarget(text: string): PlaceInTarget | undefined {
  const quote = openQuote(text);
  if (quote !== undefined) {
    return BY_TAG.test(text.slice(0, quote)) ? placeInCondition(text.slice(quote + 1)) : undefined;
  }
  const path = pathAtEnd(text);
  if (path === undefined) {
    return undefined;
  }
  const dot = path.lastIndexOf('.');
  const written = path.slice(dot + 1);
  const isNumber = dot < 0 && /^-?\d/.test(written);
  return isNumber || /[*?[\]{}$]/.test(written) ? undefined : { kind: 'path', above: path.slice(0, dot + 1), written };
}

function placeInCondition(text: string): PlaceInTarget {
  const condition = CONDITION.exec(text);
  return condition ? { kind: 'value', tag: condition[1], written: condition[2] } : { kind: 'tag', written: text };
}

/** Index of the quote that a text leaves open. */
function openQuote(text: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    if (open === undefined ? /['"]/.test(text[at]) : text[at] === text[open]) {
      open = open === undefined ? at : undefined;
    }
  }
  return open;
}

/** The path that a text ends in; undefined within braces, whose alternatives are no parts of it. */
function pathAtEnd(text: string): string | undefined {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const character = text[at];
    if (character === '}') {
      closed++;
    } else if (character === '{') {
      if (closed === 0) {
        return undefined;
      }
      closed--;
    } else if (closed === 0 && /[\s(),'"]/.test(character)) {
      return text.slice(at + 1);
    }
  }
  return text;
}
