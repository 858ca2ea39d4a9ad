import { type Graph, graphOf } from '../graph/graph';

/**
 * The graph with the fewest edges turned round that a depth-first walk finds, so that no cycle is left. Walks start in
 * the given order of nodes, so that traffic from the entry runs forward and what flows back is turned.
 */
export function breakCycles(graph: Graph, roots: Int32Array): Graph {
  const { count, outgoing } = graph;
  const from = graph.source.slice();
  const to = graph.target.slice();
  const onPath = new Uint8Array(count);
  const seen = new Uint8Array(count);
  const next = outgoing.start.slice(0, count);
  const stack = new Int32Array(count);
  for (const root of roots) {
    if (seen[root]) {
      continue;
    }
    let depth = 0;
    stack[depth++] = root;
    seen[root] = onPath[root] = 1;
    while (depth > 0) {
      const node = stack[depth - 1];
      if (next[node] === outgoing.start[node + 1]) {
        onPath[node] = 0;
        depth--;
        continue;
      }
      const edge = outgoing.edges[next[node]++];
      const callee = graph.target[edge];
      if (onPath[callee]) {
        from[edge] = callee;
        to[edge] = node;
      } else if (!seen[callee]) {
        seen[callee] = onPath[callee] = 1;
        stack[depth++] = callee;
      }
    }
  }
  return graphOf(count, from, to, graph.weight);
}
