import { type Graph, type Incidence, incidence } from '../graph/graph';

/** Virtual nodes at most; edges that would need more do without and are drawn across. */
const MAXIMUM_VIRTUAL = 400_000;

/**
 * A graph cut into columns. Edges that span several columns are cut by virtual nodes, whose numbers follow the real
 * ones, so that every segment joins two neighbouring columns. Edges within a column have no segment.
 */
export interface Layers {
  /** Real and virtual nodes. */
  readonly count: number;
  readonly columns: number;
  readonly columnOf: Int32Array;
  /** Left and right end of each segment. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Segments by their right end, and by their left end. */
  readonly toLeft: Incidence;
  readonly toRight: Incidence;
}

export function cutIntoLayers(graph: Graph, ranks: Int32Array): Layers {
  const { count, source, target } = graph;
  let segments = 0;
  let columns = 0;
  for (let node = 0; node < count; node++) {
    columns = Math.max(columns, ranks[node] + 1);
  }
  const cut = new Uint8Array(source.length);
  let virtual = 0;
  for (let edge = 0; edge < source.length; edge++) {
    const span = Math.abs(ranks[target[edge]] - ranks[source[edge]]);
    if (span > 0 && virtual + span - 1 <= MAXIMUM_VIRTUAL) {
      cut[edge] = 1;
      virtual += span - 1;
      segments += span;
    }
  }
  const columnOf = new Int32Array(count + virtual);
  columnOf.set(ranks);
  const left = new Int32Array(segments);
  const right = new Int32Array(segments);
  let nextNode = count;
  let segment = 0;
  for (let edge = 0; edge < source.length; edge++) {
    if (!cut[edge]) {
      continue;
    }
    const forward = ranks[source[edge]] < ranks[target[edge]];
    const last = forward ? target[edge] : source[edge];
    let end = forward ? source[edge] : target[edge];
    for (let rank = ranks[end] + 1; rank < ranks[last]; rank++) {
      columnOf[nextNode] = rank;
      left[segment] = end;
      right[segment++] = nextNode;
      end = nextNode++;
    }
    left[segment] = end;
    right[segment++] = last;
  }
  const total = count + virtual;
  return {
    count: total,
    columns,
    columnOf,
    left,
    right,
    toLeft: incidence(total, right),
    toRight: incidence(total, left),
  };
}
