/** So many rows, the most important, come before what is shown. */
const LEAD = 40;

/**
 * In which order rows get room: `first`, then by importance at most `most`. Where labels are shown already these come
 * before all but the most important, so that a map does not change its names with every answer.
 * @param order every row, the most important first
 */
export function* turns(
  order: Uint32Array,
  most: number,
  shown: ReadonlyMap<number, unknown> | undefined,
  first: readonly number[] = []
): Generator<number> {
  const given = new Uint8Array(order.length);
  const rows = order.subarray(0, most);
  const kept = shown ? [...rows.subarray(0, LEAD), ...rows.filter((row) => shown.has(row))] : [];
  for (const part of [first, kept, rows]) {
    for (const row of part) {
      if (given[row] === 0) {
        given[row] = 1;
        yield row;
      }
    }
  }
}
