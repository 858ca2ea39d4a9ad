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

/** Beyond the border of the outermost nodes. Groups, as they are seen from afar, leave room for the box's name. */
const SIDE_ROOM = 1.2;
const TOP_ROOM = 0.9;
const TOP_ROOM_OF_GROUPS = 2.3;
const BOTTOM_ROOM = 1.1;

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
  const groupOf = (row: number) => {
    const path = view.nodes.paths[row];
    // Of the groups seen from afar, those within a group are in its box.
    const isItself = view.nodes.kinds[row] === 'group' && path.length <= depth + 1;
    return isItself ? undefined : path[depth];
  };
  const extents = new Map<string, Extent>();
  for (let row = 0; row < nodes.count; row++) {
    const name = groupOf(row);
    if (name === undefined || view.nodes.outside[row] === 1) {
      continue;
    }
    const x = nodes.placeTo[row * 2];
    const y = nodes.placeTo[row * 2 + 1];
    const side = nodes.radiusTo[row] + SIDE_ROOM;
    const top = nodes.radiusTo[row] + (view.nodes.kinds[row] === 'group' ? TOP_ROOM_OF_GROUPS : TOP_ROOM);
    const bottom = nodes.radiusTo[row] + BOTTOM_ROOM;
    const extent = extents.get(name) ?? {
      name,
      rows: 0,
      left: x - side,
      top: y - top,
      right: x + side,
      bottom: y + bottom,
      state: view.nodes.states[row],
    };
    extent.rows++;
    extent.left = Math.min(extent.left, x - side);
    extent.top = Math.min(extent.top, y - top);
    extent.right = Math.max(extent.right, x + side);
    extent.bottom = Math.max(extent.bottom, y + bottom);
    extent.state = worseState(extent.state, view.nodes.states[row]);
    extents.set(name, extent);
  }
  const candidates = [...extents.values()].filter((extent) => extent.rows > 1);
  const alone = candidates.filter((extent) => {
    for (let row = 0; row < nodes.count; row++) {
      const x = nodes.placeTo[row * 2];
      const y = nodes.placeTo[row * 2 + 1];
      const inside = x > extent.left && x < extent.right && y > extent.top && y < extent.bottom;
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
        bounds: [left, top, right, bottom],
      }));
}
