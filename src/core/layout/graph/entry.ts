import type { Graph } from './graph';

/** Requests per second that leave less those that enter each node: what enters the system has the most. */
function surplus(graph: Graph): Float64Array {
  const result = new Float64Array(graph.count);
  for (let edge = 0; edge < graph.source.length; edge++) {
    result[graph.source[edge]] += graph.weight[edge];
    result[graph.target[edge]] -= graph.weight[edge];
  }
  return result;
}

function degree(start: Int32Array, node: number): number {
  return start[node + 1] - start[node];
}

/**
 * Nodes in the order in which traffic should be followed: the entry, then nodes that nobody calls, then the rest; each
 * by how much more traffic leaves than enters, then by number of edges, then by row.
 */
export function followOrder(graph: Graph, entry: number): Int32Array {
  const gain = surplus(graph);
  const { outgoing, incoming } = graph;
  const standing = (node: number) =>
    node === entry ? 2 : degree(incoming.start, node) === 0 && degree(outgoing.start, node) > 0 ? 1 : 0;
  return Int32Array.from({ length: graph.count }, (_, row) => row).sort(
    (a, b) =>
      standing(b) - standing(a) || gain[b] - gain[a] || degree(outgoing.start, b) - degree(outgoing.start, a) || a - b
  );
}
