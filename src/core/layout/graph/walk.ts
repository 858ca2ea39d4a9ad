import type { Graph } from './graph';

/**
 * All nodes by their number of hops from the first of `roots`, edges taken both ways; what it does not reach follows
 * from the next one.
 */
export function walk({ count, source, target, outgoing, incoming }: Graph, roots: Int32Array): Int32Array {
  const order = new Int32Array(count);
  const seen = new Uint8Array(count);
  let filled = 0;
  let done = 0;
  const meet = (node: number) => {
    if (!seen[node]) {
      seen[node] = 1;
      order[filled++] = node;
    }
  };
  for (const root of roots) {
    meet(root);
    for (; done < filled; done++) {
      const node = order[done];
      for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
        meet(target[outgoing.edges[index]]);
      }
      for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
        meet(source[incoming.edges[index]]);
      }
    }
  }
  return order;
}
