/**
 * For one part of a dotted path: what Graphite reads as a wildcard, a separator or a call becomes "_", as carbon's
 * own clients write it.
 */
export function escapeGraphitePathPart(value: string): string {
  return value.replace(/[^A-Za-z0-9_\-:@=+~%$#!^&|<>]/g, '_');
}

/** For a literal value in `seriesByTag('tag=value')`, between single quotes. */
export function escapeGraphiteTagValue(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
}

/** For a literal value in `seriesByTag('tag=~^value$')`, between single quotes. */
export function escapeGraphiteTagRegex(value: string): string {
  return escapeGraphiteTagValue(value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
}
