import type { LayoutInput } from '../model/layout';
import type { TrafficView } from '../model/view';

/** What the layouts need of a view. A collapsed group belongs to its parent. */
export function layoutInput(view: TrafficView): LayoutInput {
  const { nodes, edges, classes } = view;
  const weight = new Float32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    for (let index = edge * classes.length; index < (edge + 1) * classes.length; index++) {
      weight[edge] += edges.rates[index] > 0 ? edges.rates[index] : 0;
    }
  }
  return {
    ids: nodes.ids,
    source: edges.source,
    target: edges.target,
    weight,
    groups: nodes.paths.map((path, row) => (nodes.kinds[row] === 'group' ? path.slice(0, -1) : path).join('/')),
    states: nodes.states,
    outside: Uint8Array.from(nodes.kinds, (kind) => (kind === 'external' ? 1 : 0)),
  };
}
