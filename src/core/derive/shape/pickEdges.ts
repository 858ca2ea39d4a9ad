import type { TrafficHistory } from '../../model/history';
import type { Steps } from '../../steps/steps';

/** Rows of a column of `width` cells a row. */
function pickCells<Column extends Float32Array | Int32Array | Uint8Array>(
  column: Column,
  rows: Int32Array,
  width: number
): Column {
  const picked = column.slice(0, rows.length * width) as Column;
  rows.forEach((row, index) => picked.set(column.subarray(row * width, (row + 1) * width), index * width));
  return picked;
}

/** One property of a table: texts and lists by row, columns of cells, or several such columns. */
function* pickProperty(value: unknown, rows: Int32Array, count: number): Steps<unknown> {
  yield;
  if (value instanceof Float32Array || value instanceof Int32Array || value instanceof Uint8Array) {
    return pickCells(value, rows, count === 0 ? 0 : value.length / count);
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    // Lists of lists, such as group paths, are by row; lists of columns, bare or with a name, are not.
    const [first] = list;
    if (first instanceof Float32Array || (typeof first === 'object' && first !== null && !Array.isArray(first))) {
      const columns: unknown[] = [];
      for (const column of list) {
        columns.push(yield* pickProperty(column, rows, count));
      }
      return columns;
    }
    return Array.from(rows, (row) => list[row]);
  }
  return typeof value === 'object' && value !== null ? yield* pickProperties(value, rows, count) : value;
}

function* pickProperties(table: object, rows: Int32Array, count: number): Steps<object> {
  const picked: Array<readonly [string, unknown]> = [];
  for (const [key, value] of Object.entries(table)) {
    picked.push([key, yield* pickProperty(value, rows, count)]);
  }
  return Object.fromEntries(picked);
}

/** Some rows of a table, whatever columns it has. Each column has a row's cells one after the other. */
function* pickRows<Table extends { readonly ids: readonly string[] }>(table: Table, rows: Int32Array): Steps<Table> {
  return (yield* pickProperties(table, rows, table.ids.length)) as Table;
}

/** Rows for which a flag is 1, ascending. */
function flaggedRows(flags: Uint8Array): Int32Array {
  const rows = new Int32Array(flags.length);
  let count = 0;
  for (let row = 0; row < flags.length; row++) {
    if (flags[row] === 1) {
      rows[count++] = row;
    }
  }
  return rows.subarray(0, count);
}

/** A history with some of its edges only. Nodes that lose their last edge go with it; ids and order stay. */
export function* keepEdges(history: TrafficHistory, kept: Uint8Array): Steps<TrafficHistory> {
  const { nodes, edges } = history;
  const lost = new Uint8Array(nodes.ids.length);
  kept.forEach((flag, edge) => {
    if (flag === 0) {
      lost[edges.source[edge]] = 1;
      lost[edges.target[edge]] = 1;
    }
  });
  kept.forEach((flag, edge) => {
    if (flag === 1) {
      lost[edges.source[edge]] = 0;
      lost[edges.target[edge]] = 0;
    }
  });
  const nodeRows = flaggedRows(lost.map((flag) => 1 - flag));
  const rowOf = new Int32Array(nodes.ids.length).fill(-1);
  nodeRows.forEach((row, index) => {
    rowOf[row] = index;
  });
  const picked = yield* pickRows(edges, flaggedRows(kept));
  return {
    ...history,
    nodes: yield* pickRows(nodes, nodeRows),
    edges: {
      ...picked,
      source: picked.source.map((row) => rowOf[row]),
      target: picked.target.map((row) => rowOf[row]),
    },
  };
}
