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

/** Whether rows are those of a table of `count` rows, in its own order. */
export function isOwnOrder(rows: Int32Array, count: number): boolean {
  for (let index = 0; index < rows.length; index++) {
    if (rows[index] !== index) {
      return false;
    }
  }
  return rows.length === count;
}

/** Rows of a row-major table in another order. Row -1 gives NaN, or no data. */
export function gatherRows<T extends Float32Array | Uint8Array>(values: T, rows: Int32Array, width: number): T {
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
