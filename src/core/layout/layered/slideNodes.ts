import type { Graph } from '../graph/graph';

/** Moves each node but the entry, within the room its edges leave, to the side where it has more of them. */
export function slideNodes(
  graph: Graph,
  order: Int32Array,
  ranks: Int32Array,
  entry: number,
  fromRight: boolean
): void {
  const { source, target, outgoing, incoming } = graph;
  for (let step = 0; step < order.length; step++) {
    const node = order[fromRight ? order.length - 1 - step : step];
    const callees = outgoing.start[node + 1] - outgoing.start[node];
    const callers = incoming.start[node + 1] - incoming.start[node];
    if (node === entry || callees === callers) {
      continue;
    }
    let left = 0;
    for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
      left = Math.max(left, ranks[source[incoming.edges[index]]] + 1);
    }
    let right = callees > 0 ? Infinity : ranks[node];
    for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
      right = Math.min(right, ranks[target[outgoing.edges[index]]] - 1);
    }
    ranks[node] = callees > callers ? right : left;
  }
}
