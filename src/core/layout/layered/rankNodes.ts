import type { Graph } from '../graph/graph';

/** How often nodes may slide between their callers and callees. More passes change little. */
const SLIDES = 4;

/**
 * The column of each node of a graph without cycles: right of all its callers, with short edges. Columns are numbered
 * from 0 without gaps.
 */
export function rankNodes(graph: Graph, entry: number): Int32Array {
  const order = topologicalOrder(graph);
  const ranks = longestPathRanks(graph, order);
  for (let slide = 0; slide < SLIDES; slide++) {
    slideNodes(graph, order, ranks, entry, slide % 2 === 0);
  }
  return withoutGaps(ranks);
}

function topologicalOrder(graph: Graph): Int32Array {
  const { count, outgoing, incoming } = graph;
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
      const callee = graph.target[outgoing.edges[index]];
      if (--waiting[callee] === 0) {
        order[filled++] = callee;
      }
    }
  }
  return order;
}

function longestPathRanks(graph: Graph, order: Int32Array): Int32Array {
  const ranks = new Int32Array(graph.count);
  for (const node of order) {
    for (let index = graph.outgoing.start[node]; index < graph.outgoing.start[node + 1]; index++) {
      const callee = graph.target[graph.outgoing.edges[index]];
      ranks[callee] = Math.max(ranks[callee], ranks[node] + 1);
    }
  }
  return ranks;
}

/** Moves each node, within the room its edges leave, to the side where it has more of them. */
function slideNodes(graph: Graph, order: Int32Array, ranks: Int32Array, entry: number, fromRight: boolean): void {
  const { outgoing, incoming } = graph;
  for (let step = 0; step < order.length; step++) {
    const node = order[fromRight ? order.length - 1 - step : step];
    const callees = outgoing.start[node + 1] - outgoing.start[node];
    const callers = incoming.start[node + 1] - incoming.start[node];
    if (node === entry || callees === callers) {
      continue;
    }
    let left = 0;
    for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
      left = Math.max(left, ranks[graph.source[incoming.edges[index]]] + 1);
    }
    let right = ranks[node];
    if (callees > 0) {
      right = Infinity;
      for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
        right = Math.min(right, ranks[graph.target[outgoing.edges[index]]] - 1);
      }
    }
    ranks[node] = callees > callers ? right : left;
  }
}

function withoutGaps(ranks: Int32Array): Int32Array {
  const used = [...new Set(ranks)].sort((a, b) => a - b);
  const columnOf = new Map(used.map((rank, column) => [rank, column]));
  return ranks.map((rank) => columnOf.get(rank) ?? 0);
}
