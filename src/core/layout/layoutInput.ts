import { trafficColumns } from '../flow';
import type { LayoutInput } from '../model/layout';
import type { TrafficView } from '../model/view';

/** What the layouts need of a view. A collapsed group belongs to its parent. */
export function layoutInput(view: TrafficView): LayoutInput {
  const { nodes, edges, classes } = view;
  const { totals, bytes } = trafficColumns(edges.rates, edges.count, classes, edges.bytes);
  return {
    ids: nodes.ids,
    source: edges.source,
    target: edges.target,
    // No number of bytes is a request: bytes count only where no edge has any.
    weight: totals.some((rate) => rate > 0) ? totals : bytes,
    groups: nodes.paths.map((path, row) => (nodes.kinds[row] === 'group' ? path.slice(0, -1) : path).join('/')),
    states: nodes.states,
    outside: Uint8Array.from(nodes.kinds, (kind) => (kind === 'external' ? 1 : 0)),
  };
}
