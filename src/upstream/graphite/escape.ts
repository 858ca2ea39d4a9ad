/**
 * For one part of a dotted path: what Graphite reads as a wildcard, a separator or a call becomes "_", as carbon's
 * own clients write it.
 */
export function escapeGraphitePathPart(value: string): string {
  return value.replace(/[^A-Za-z0-9_\-:@=+~%$#!^&|<>]/g, '_');
}

/**
 * For a literal value in `seriesByTag('tag=~^value$')`. Graphite's quoted texts know no escapes, so what would end the
 * quotes or mean something in a regular expression is written as a code.
 */
export function escapeGraphiteTagRegex(value: string): string {
  return value.replace(/[\x00-\x2c./:-@[-^`{-\x7f]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
