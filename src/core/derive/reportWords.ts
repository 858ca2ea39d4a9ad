/** Names quoted in a notice at most. */
export const QUOTED = 3;
/** Labels quoted in a notice at most. */
export const LABELS_QUOTED = 8;

/** Labels that metrics carry, and that never name a service. */
export const NO_NAMES: ReadonlySet<string> = new Set(['__name__', 'le', 'quantile']);

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
