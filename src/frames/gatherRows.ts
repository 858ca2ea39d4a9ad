import { STATE_NO_DATA } from '../core/model/state';

/** Row by id; the first of equal ids. */
export function rowsById(ids: readonly string[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  ids.forEach((id, row) => {
    if (!rows.has(id)) {
      rows.set(id, row);
    }
  });
  return rows;
}

/** Rows of a row-major table in another order; the very table where the order is its own. Row -1 gives NaN, or no data. */
export function gatherRows<T extends Float32Array | Uint8Array>(values: T, rows: Int32Array, width: number): T {
  if (rows.length * width === values.length && rows.every((row, index) => row === index)) {
    return values;
  }
  const gathered =
    values instanceof Float32Array
      ? new Float32Array(rows.length * width).fill(NaN)
      : new Uint8Array(rows.length * width).fill(STATE_NO_DATA);
  rows.forEach((row, index) => {
    if (row >= 0) {
      gathered.set(values.subarray(row * width, (row + 1) * width), index * width);
    }
  });
  return gathered as T;
}
