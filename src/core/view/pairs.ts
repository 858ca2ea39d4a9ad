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
 * @param sources row of each edge's source, or a negative number for an edge that is not drawn
 */
export function rowPairs(sources: Int32Array, targets: Int32Array, rows: number): RowPairs {
  const start = new Int32Array(rows + 1);
  for (let edge = 0; edge < sources.length; edge++) {
    if (sources[edge] >= 0) {
      start[sources[edge] + 1]++;
    }
  }
  for (let row = 0; row < rows; row++) {
    start[row + 1] += start[row];
  }
  const next = start.slice();
  const bySource = new Int32Array(start[rows]);
  for (let edge = 0; edge < sources.length; edge++) {
    if (sources[edge] >= 0) {
      bySource[next[sources[edge]]++] = edge;
    }
  }
  const pairOf = new Int32Array(sources.length).fill(-1);
  const source = new Int32Array(bySource.length);
  const target = new Int32Array(bySource.length);
  const firstEdge = new Int32Array(bySource.length).fill(-1);
  const pairByTarget = new Int32Array(rows).fill(-1);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const ownTargets = bySource
      .subarray(start[row], start[row + 1])
      .map((edge) => targets[edge])
      .sort();
    for (const each of ownTargets) {
      if (count === 0 || target[count - 1] !== each || source[count - 1] !== row) {
        source[count] = row;
        target[count] = each;
        pairByTarget[each] = count;
        count++;
      }
    }
    for (let index = start[row]; index < start[row + 1]; index++) {
      const edge = bySource[index];
      const pair = pairByTarget[targets[edge]];
      pairOf[edge] = pair;
      firstEdge[pair] = firstEdge[pair] < 0 ? edge : firstEdge[pair];
    }
  }
  return {
    source: source.slice(0, count),
    target: target.slice(0, count),
    firstEdge: firstEdge.slice(0, count),
    pairOf,
  };
}
