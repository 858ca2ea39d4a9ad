/** Reads a dotted path such as `labels.show`. */
export function readPath(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      object
    );
}

/** A copy of an object with the value at a dotted path changed; `undefined` removes it. */
export function writePath(object: unknown, path: string, value: unknown): Record<string, unknown> {
  const [key, ...rest] = path.split('.');
  const old = typeof object === 'object' && object !== null ? (object as Record<string, unknown>) : {};
  const next = rest.length === 0 ? value : writePath(old[key], rest.join('.'), value);
  if (next === undefined) {
    return Object.fromEntries(Object.entries(old).filter(([name]) => name !== key));
  }
  return { ...old, [key]: next };
}
