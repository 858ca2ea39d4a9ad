import type { Graph } from '../graph/graph';

/** Nodes of a graph without cycles, callers before callees. */
export function topologicalOrder({ count, target, outgoing, incoming }: Graph): Int32Array {
  const waiting = new Int32Array(count);
  const order = new Int32Array(count);
  let filled = 0;
  for (let node = 0; node < count; node++) {
    waiting[node] = incoming.start[node + 1] - incoming.start[node];
    if (waiting[node] === 0) {
      order[filled++] = node;
    }
  }
  for (let done = 0; done < filled; done++) {
    const node = order[done];
    for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
      const callee = target[outgoing.edges[index]];
      if (--waiting[callee] === 0) {
        order[filled++] = callee;
      }
    }
  }
  return order;
}

/** Steps of the longest way to each node. */
export function longestPathRanks({ count, target, outgoing }: Graph, order: Int32Array): Int32Array {
  const ranks = new Int32Array(count);
  for (const node of order) {
    for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
      const callee = target[outgoing.edges[index]];
      ranks[callee] = Math.max(ranks[callee], ranks[node] + 1);
    }
  }
  return ranks;
}
