/** Incident edges of each node: `edges[start[node] … start[node + 1])`. */
export interface Incidence {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/** A graph without self edges and without duplicates; opposite edges stay two edges. */
export interface Graph {
  readonly count: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Requests per second, never negative, never NaN. */
  readonly weight: Float64Array;
  /** Edges that leave, and edges that enter each node. */
  readonly outgoing: Incidence;
  readonly incoming: Incidence;
}

/** Edges by one of their ends, in the order of the edges. */
export function incidence(count: number, ends: Int32Array): Incidence {
  const start = new Int32Array(count + 1);
  for (let edge = 0; edge < ends.length; edge++) {
    start[ends[edge] + 1]++;
  }
  for (let node = 0; node < count; node++) {
    start[node + 1] += start[node];
  }
  const next = start.slice(0, count);
  const edges = new Int32Array(ends.length);
  for (let edge = 0; edge < ends.length; edge++) {
    edges[next[ends[edge]]++] = edge;
  }
  return { start, edges };
}

export function graphOf(count: number, source: Int32Array, target: Int32Array, weight: Float64Array): Graph {
  return { count, source, target, weight, outgoing: incidence(count, source), incoming: incidence(count, target) };
}

interface EdgeList {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float32Array;
}

/**
 * Cleans an edge list: self edges and edges with an end outside of the nodes are left out, duplicates become one edge
 * with the sum of their weights.
 */
export function buildGraph(count: number, list: EdgeList): Graph {
  const { source, target, weight } = list;
  const bySource = sortable(count, list);
  const kept = bySource.edges;
  const firstOf = new Int32Array(count).fill(-1);
  const from = new Int32Array(kept.length);
  const to = new Int32Array(kept.length);
  const sum = new Float64Array(kept.length);
  let edges = 0;
  for (let node = 0; node < count; node++) {
    const begin = edges;
    for (let index = bySource.start[node]; index < bySource.start[node + 1]; index++) {
      const edge = kept[index];
      const rate = weight[edge] > 0 ? weight[edge] : 0;
      const known = firstOf[target[edge]];
      if (known >= begin) {
        sum[known] += rate;
        continue;
      }
      firstOf[target[edge]] = edges;
      from[edges] = source[edge];
      to[edges] = target[edge];
      sum[edges] = rate;
      edges++;
    }
  }
  return graphOf(count, from.slice(0, edges), to.slice(0, edges), sum.slice(0, edges));
}

/** Usable edges by their source. */
function sortable(count: number, { source, target }: EdgeList): Incidence {
  const usable: number[] = [];
  for (let edge = 0; edge < source.length; edge++) {
    const inside = source[edge] >= 0 && source[edge] < count && target[edge] >= 0 && target[edge] < count;
    if (inside && source[edge] !== target[edge]) {
      usable.push(edge);
    }
  }
  const grouped = incidence(
    count,
    Int32Array.from(usable, (edge) => source[edge])
  );
  return { start: grouped.start, edges: grouped.edges.map((index) => usable[index]) };
}
