/**
 * Sorts rows by an integer key, stably and in linear time.
 *
 * @param order rows to sort, left as they are
 * @param key key of each row, from 0 to below `keys`
 */
export function countingSort(order: Int32Array, key: Int32Array, keys: number): Int32Array {
  const start = new Int32Array(keys + 1);
  for (let index = 0; index < order.length; index++) {
    start[key[order[index]] + 1]++;
  }
  for (let index = 0; index < keys; index++) {
    start[index + 1] += start[index];
  }
  const sorted = new Int32Array(order.length);
  for (let index = 0; index < order.length; index++) {
    const row = order[index];
    sorted[start[key[row]]++] = row;
  }
  return sorted;
}
