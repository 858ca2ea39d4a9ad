/**
 * An expression of promviz as one that is anchored at both ends: promviz searches for it anywhere in a text. Go's names of
 * groups become those of browsers.
 */
export function anchoredByItself(pattern: string): string {
  const flag = pattern.startsWith('(?i)') ? '(?i)' : '';
  const body = pattern.slice(flag.length).replace(/\(\?P</g, '(?<');
  return flag + (body.includes('|') ? `.*?(?:${body}).*` : start(body) + middle(body) + end(body));
}

const STARTS = /^\^/;
const ENDS = /(?<!\\)\$$/;

function start(body: string): string {
  return STARTS.test(body) || /^(\((\?<\w+>)?)?\.\*/.test(body) ? '' : '.*?';
}

function middle(body: string): string {
  return body.replace(STARTS, '').replace(ENDS, '');
}

function end(body: string): string {
  return ENDS.test(body) || /(?<!\\)\.\*\)?$/.test(body) ? '' : '.*';
}

/** Places of groups as Go writes them, `$1`, `${1}`, `$name` and `${name}`, as renaming rules have them. */
export function placesOf(replacement: string): string {
  return replacement.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, plain: string) => {
    const name = braced ?? plain;
    return /^\d+$/.test(name) ? `$${name}` : `$<${name}>`;
  });
}
