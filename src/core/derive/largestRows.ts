import type { Steps } from '../steps/steps';

/** Numbers by row, none of them NaN: the larger go first. */
type Key = Float64Array;

/** The number that the `count` largest of some rows reach. Sorting numbers is many times as fast as sorting rows. */
function leastOfLargest(key: Key, rows: Int32Array, count: number): number {
  const sorted = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    sorted[index] = key[rows[index]];
  }
  return sorted.sort()[rows.length - count];
}

/** Flags the rows above a number; tells how many these are, and which reach just that. */
function flagAbove(flags: Uint8Array, key: Key, rows: Int32Array, least: number): { above: number; equal: Int32Array } {
  const equal = new Int32Array(rows.length);
  let [above, equals] = [0, 0];
  for (const row of rows) {
    if (key[row] > least) {
      flags[row] = 1;
      above++;
    } else if (key[row] === least) {
      equal[equals++] = row;
    }
  }
  return { above, equal: equal.subarray(0, equals) };
}

/**
 * Flags of the rows that are the largest by a first key, of equals by the next, of equals in all by their order.
 *
 * @param keys each made only if it is needed, and for the rows that are equal by those before
 */
export function* largestRows(
  count: number,
  limit: number,
  keys: ReadonlyArray<(rows: Int32Array) => Steps<Key>>
): Steps<Uint8Array> {
  const flags = new Uint8Array(count);
  let rows: Int32Array = new Int32Array(count).map((_, row) => row);
  let left = Math.min(count, limit);
  for (const keyOf of keys) {
    if (left <= 0 || left >= rows.length) {
      break;
    }
    const key = yield* keyOf(rows);
    const least = leastOfLargest(key, rows, left);
    yield;
    const { above, equal } = flagAbove(flags, key, rows, least);
    left -= above;
    rows = equal;
    yield;
  }
  for (const row of rows.subarray(0, left)) {
    flags[row] = 1;
  }
  return flags;
}
