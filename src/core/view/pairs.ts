import { countingSort } from '../derive/countingSort';

/** Pairs of rows that traffic is drawn between, in order of source and target, and the pair of each edge. */
export interface RowPairs {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** The first edge of each pair. */
  readonly firstEdge: Int32Array;
  /** Pair of each edge; -1 for one that is not drawn. */
  readonly pairOf: Int32Array;
}

/**
 * Finds the distinct pairs among edges, in linear time.
 *
 * @param drawn the edges that are drawn, ascending
 * @param sources row of each edge's source
 * @param targets row of each edge's target
 */
export function rowPairs(drawn: Int32Array, sources: Int32Array, targets: Int32Array, rows: number): RowPairs {
  const order = countingSort(countingSort(drawn, targets, rows), sources, rows);
  const pairOf = new Int32Array(sources.length).fill(-1);
  const source = new Int32Array(order.length);
  const target = new Int32Array(order.length);
  const firstEdge = new Int32Array(order.length);
  let count = 0;
  for (let index = 0; index < order.length; index++) {
    const edge = order[index];
    if (count === 0 || source[count - 1] !== sources[edge] || target[count - 1] !== targets[edge]) {
      source[count] = sources[edge];
      target[count] = targets[edge];
      firstEdge[count] = edge;
      count++;
    }
    pairOf[edge] = count - 1;
  }
  return {
    source: source.slice(0, count),
    target: target.slice(0, count),
    firstEdge: firstEdge.slice(0, count),
    pairOf,
  };
}
