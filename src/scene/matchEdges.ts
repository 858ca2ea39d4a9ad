import type { ViewEdges } from '../core/model/view';

/** More than there are rows of nodes. */
const ROWS = 2 ** 26;

/** Rows of nodes that edges lead from and to. Rows beyond `count` are fading. */
interface Ends {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

const endsOf = ({ source, target }: Ends, row: number): number => source[row] * ROWS + target[row];

/**
 * For each edge its row among those before, or −1. In a view at most one edge leads from a node to another (V7), so its
 * ends tell which it is. Most updates leave all where they are. Views have edges in order of their ends, and filters keep
 * the order of nodes: then rows are met as they come; in any other order they are looked up.
 *
 * @param previousNodes row of each node in the rows before, or −1
 * @param part how far the rows before are on their way, 0–1: at its end those that were fading are gone
 */
export function matchEdges(
  previous: Ends,
  edges: Pick<ViewEdges, 'count' | 'source' | 'target'>,
  previousNodes: Int32Array,
  part: number
): Int32Array {
  const total = part < 1 ? previous.source.length : previous.count;
  const rows = new Int32Array(edges.count).fill(-1);
  const wanted = new Float64Array(edges.count);
  for (let row = 0; row < edges.count; row++) {
    const source = previousNodes[edges.source[row]];
    const target = previousNodes[edges.target[row]];
    wanted[row] = source < 0 || target < 0 ? -1 : source * ROWS + target;
  }
  return stay(previous, wanted, rows) || meet(previous, total, wanted, rows)
    ? rows
    : lookUp(previous, total, wanted, rows);
}

function isInOrder(edges: Ends, total: number): boolean {
  for (let row = 1; row < total; row++) {
    if (endsOf(edges, row) <= endsOf(edges, row - 1)) {
      return false;
    }
  }
  return true;
}

/** Whether all are those that were before, one for one, as with most updates. */
function stay(previous: Ends, wanted: Float64Array, rows: Int32Array): boolean {
  for (let row = 0; row < wanted.length; row++) {
    if (row >= previous.count || wanted[row] !== endsOf(previous, row)) {
      return false;
    }
  }
  for (let row = 0; row < rows.length; row++) {
    rows[row] = row;
  }
  return true;
}

/** Whether both are in order, so that all that belong together have met. */
function meet(previous: Ends, total: number, wanted: Float64Array, rows: Int32Array): boolean {
  if (!isInOrder(previous, total)) {
    return false;
  }
  let before = 0;
  let last = -1;
  for (let row = 0; row < wanted.length; row++) {
    if (wanted[row] < 0) {
      continue;
    }
    if (wanted[row] <= last) {
      return false;
    }
    last = wanted[row];
    while (before < total && endsOf(previous, before) < last) {
      before++;
    }
    rows[row] = before < total && endsOf(previous, before) === last ? before : -1;
  }
  return true;
}

function lookUp(previous: Ends, total: number, wanted: Float64Array, rows: Int32Array): Int32Array {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < total; row++) {
    rowOf.set(endsOf(previous, row), row);
  }
  for (let row = 0; row < wanted.length; row++) {
    rows[row] = rowOf.get(wanted[row]) ?? -1;
  }
  return rows;
}
