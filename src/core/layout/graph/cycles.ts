import type { Graph } from './graph';

/**
 * Number of the cycle group each node is in: nodes share one when each reaches the other. Tarjan's walk, without
 * recursion.
 */
export function cycleGroups({ count, target, outgoing }: Graph): Int32Array {
  const group = new Int32Array(count).fill(-1);
  const visit = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const next = outgoing.start.slice(0, count);
  const path = new Int32Array(count);
  const open = new Int32Array(count);
  let visits = 0;
  let opened = 0;
  let groups = 0;
  for (let root = 0; root < count; root++) {
    if (visit[root] >= 0) {
      continue;
    }
    let depth = 0;
    path[0] = open[opened++] = root;
    visit[root] = lowest[root] = visits++;
    while (depth >= 0) {
      const node = path[depth];
      if (next[node] < outgoing.start[node + 1]) {
        const callee = target[outgoing.edges[next[node]++]];
        if (visit[callee] < 0) {
          path[++depth] = open[opened++] = callee;
          visit[callee] = lowest[callee] = visits++;
        } else if (group[callee] < 0) {
          lowest[node] = Math.min(lowest[node], visit[callee]);
        }
        continue;
      }
      depth--;
      if (depth >= 0) {
        lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[node]);
      }
      if (lowest[node] === visit[node]) {
        let member: number;
        do {
          member = open[--opened];
          group[member] = groups;
        } while (member !== node);
        groups++;
      }
    }
  }
  return group;
}
