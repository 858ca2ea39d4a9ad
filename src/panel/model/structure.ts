import type { TrafficView } from '../../core/model/view';

/** Equal for views with the same nodes and edges, whatever flows: their layouts can be shared. */
export function sameStructure(a: TrafficView, b: TrafficView): boolean {
  return (
    a === b ||
    (a.nodes.count === b.nodes.count &&
      a.edges.count === b.edges.count &&
      a.nodes.ids.every((id, row) => id === b.nodes.ids[row]) &&
      a.edges.ids.every((id, row) => id === b.edges.ids[row]))
  );
}
