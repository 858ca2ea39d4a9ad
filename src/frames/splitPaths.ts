const EMPTY: readonly string[] = Object.freeze([]);

/** The inverse of `groupKey`, for a column: equal keys share one path. */
export function splitPaths(keys: readonly string[]): ReadonlyArray<readonly string[]> {
  const known = new Map<string, readonly string[]>([['', EMPTY]]);
  return keys.map((key) => {
    const path = known.get(key) ?? Object.freeze(key.split('/').map(unescapePart));
    known.set(key, path);
    return path;
  });
}

/** A key that no `groupKey` wrote stays as it is. */
function unescapePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
