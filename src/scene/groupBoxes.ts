import { worseState } from '../core/model/state';
import type { TrafficView } from '../core/model/view';
import type { NodeRows } from './nodeRows';

/** A box about services of one group, where they lie together. */
export interface GroupBox {
  readonly name: string;
  /** left, top, right, bottom in world units. */
  readonly bounds: readonly [number, number, number, number];
  readonly state: number;
}

const SIDE_ROOM = 2.2;
const TOP_ROOM = 1.9;
const BOTTOM_ROOM = 2.1;

interface Extent {
  readonly name: string;
  rows: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  state: number;
}

/**
 * Boxes about the services of the groups one level below the open path. A group that shares its place with others gets
 * none: a box that holds strangers would lie.
 */
export function groupBoxes(view: TrafficView, nodes: NodeRows): GroupBox[] {
  const depth = view.path.length;
  const groupOf = (row: number) => (view.nodes.kinds[row] === 'group' ? undefined : view.nodes.paths[row][depth]);
  const extents = new Map<string, Extent>();
  for (let row = 0; row < nodes.count; row++) {
    const name = groupOf(row);
    if (name === undefined || view.nodes.outside[row] === 1) {
      continue;
    }
    const x = nodes.placeTo[row * 2];
    const y = nodes.placeTo[row * 2 + 1];
    const extent = extents.get(name) ?? {
      name,
      rows: 0,
      left: x,
      top: y,
      right: x,
      bottom: y,
      state: view.nodes.states[row],
    };
    extent.rows++;
    extent.left = Math.min(extent.left, x);
    extent.top = Math.min(extent.top, y);
    extent.right = Math.max(extent.right, x);
    extent.bottom = Math.max(extent.bottom, y);
    extent.state = worseState(extent.state, view.nodes.states[row]);
    extents.set(name, extent);
  }
  const candidates = [...extents.values()].filter((extent) => extent.rows > 1);
  const alone = candidates.filter((extent) => {
    for (let row = 0; row < nodes.count; row++) {
      const x = nodes.placeTo[row * 2];
      const y = nodes.placeTo[row * 2 + 1];
      const inside = x > extent.left - 1 && x < extent.right + 1 && y > extent.top - 1 && y < extent.bottom + 1;
      if (inside && groupOf(row) !== extent.name) {
        return false;
      }
    }
    return true;
  });
  return extents.size < 2
    ? []
    : alone.map(({ name, left, top, right, bottom, state }) => ({
        name,
        state,
        bounds: [left - SIDE_ROOM, top - TOP_ROOM, right + SIDE_ROOM, bottom + BOTTOM_ROOM],
      }));
}
