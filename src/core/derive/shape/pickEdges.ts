import type { TrafficHistory } from '../../model/history';

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
function pickProperty(value: unknown, rows: Int32Array, count: number, buckets: number): unknown {
  if (value instanceof Float32Array || value instanceof Int32Array || value instanceof Uint8Array) {
    return pickCells(value, rows, count === 0 ? 0 : value.length / count);
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    // Lists of lists, such as group paths, are by row; lists of columns, bare or with a name, are not.
    const [first] = list;
    return first instanceof Float32Array || (typeof first === 'object' && first !== null && !Array.isArray(first))
      ? list.map((column) => pickProperty(column, rows, count, buckets))
      : Array.from(rows, (row) => list[row]);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, pickProperty(each, rows, count, buckets)])
    );
  }
  return value;
}

/** Some rows of a table, whatever columns it has. Each column has a row's cells one after the other. */
export function pickRows<Table extends { readonly ids: readonly string[] }>(
  table: Table,
  rows: Int32Array,
  buckets: number
): Table {
  const picked = Object.entries(table).map(([key, value]) => [
    key,
    pickProperty(value, rows, table.ids.length, buckets),
  ]);
  return Object.fromEntries(picked) as Table;
}

/** Rows for which a flag is 1, ascending. */
export function flaggedRows(flags: Uint8Array): Int32Array {
  return Int32Array.from(flags.keys()).filter((row) => flags[row] === 1);
}

/** A history with some of its edges only. Nodes that lose their last edge go with it; ids and order stay. */
export function keepEdges(history: TrafficHistory, kept: Uint8Array): TrafficHistory {
  const { nodes, edges, times } = history;
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
  const picked = pickRows(edges, flaggedRows(kept), times.length);
  return {
    ...history,
    nodes: pickRows(nodes, nodeRows, times.length),
    edges: {
      ...picked,
      source: picked.source.map((row) => rowOf[row]),
      target: picked.target.map((row) => rowOf[row]),
    },
  };
}
