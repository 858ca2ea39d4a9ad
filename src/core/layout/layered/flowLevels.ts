import type { Graph } from '../graph/graph';

/** Turns of evening out. Levels move by less than a tenth of a column after these. */
const TURNS = 30;

/** What the distance from the first nodes weighs, in edges: it decides where all else is equal, as in a pure cycle. */
const ANCHOR = 0.5;

/**
 * How far along the flow each node is: near one more than its callers' mean and one less than its callees' mean, as
 * both allow. Cycles do no harm. Nodes are walked in the given order, and are held to their distance from its first ones.
 */
export function flowLevels(graph: Graph, order: Int32Array): Float64Array {
  const { source, target, outgoing, incoming } = graph;
  const start = hops(graph, order);
  const level = start.slice();
  for (let turn = 0; turn < TURNS; turn++) {
    for (let step = 0; step < order.length; step++) {
      const node = order[turn % 2 === 0 ? step : order.length - 1 - step];
      let sum = start[node] * ANCHOR;
      for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
        sum += level[source[incoming.edges[index]]] + 1;
      }
      for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
        sum += level[target[outgoing.edges[index]]] - 1;
      }
      const degree = incoming.start[node + 1] - incoming.start[node] + outgoing.start[node + 1] - outgoing.start[node];
      level[node] = sum / (degree + ANCHOR);
    }
  }
  return level;
}

/** Calls from the first node of the order that nothing earlier reaches. */
function hops({ count, target, outgoing }: Graph, order: Int32Array): Float64Array {
  const result = new Float64Array(count).fill(-1);
  const queue = new Int32Array(count);
  let filled = 0;
  let done = 0;
  for (const root of order) {
    if (result[root] < 0) {
      result[root] = 0;
      queue[filled++] = root;
    }
    for (; done < filled; done++) {
      const node = queue[done];
      for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
        const callee = target[outgoing.edges[index]];
        if (result[callee] < 0) {
          result[callee] = result[node] + 1;
          queue[filled++] = callee;
        }
      }
    }
  }
  return result;
}
