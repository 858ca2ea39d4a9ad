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
  /** Whether a stranger lies within. */
  shared: boolean;
}

/**
 * Boxes about the services of the groups one level below the open path. A group that shares its place with others gets
 * none: a box that holds strangers would lie.
 */
export function groupBoxes(view: TrafficView, nodes: NodeRows): GroupBox[] {
  const depth = view.path.length;
  const { paths, kinds, outside, states } = view.nodes;
  const extents = new Map<string, Extent>();
  const owners: Array<string | undefined> = [];
  for (let row = 0; row < nodes.count; row++) {
    const isGroup = kinds[row] === 'group';
    // Of the groups seen from afar, those within a group are in its box.
    const isItself = isGroup && paths[row].length <= depth + 1;
    const name = isItself ? undefined : paths[row][depth];
    owners.push(name);
    if (name === undefined || outside[row] === 1) {
      continue;
    }
    let extent = extents.get(name);
    if (extent === undefined) {
      const none = { rows: 0, left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, shared: false };
      extent = { ...none, name, state: states[row] };
      extents.set(name, extent);
    }
    const x = nodes.placeTo[row * 2];
    const y = nodes.placeTo[row * 2 + 1];
    const radius = nodes.radiusTo[row];
    extent.rows++;
    extent.left = Math.min(extent.left, x - radius - SIDE_ROOM);
    extent.top = Math.min(extent.top, y - radius - (isGroup ? TOP_ROOM_OF_GROUPS : TOP_ROOM));
    extent.right = Math.max(extent.right, x + radius + SIDE_ROOM);
    extent.bottom = Math.max(extent.bottom, y + radius + BOTTOM_ROOM);
    extent.state = worseState(extent.state, states[row]);
  }
  const candidates = [...extents.values()].filter((extent) => extent.rows > 1);
  for (let row = 0; row < nodes.count; row++) {
    const x = nodes.placeTo[row * 2];
    const y = nodes.placeTo[row * 2 + 1];
    for (const extent of candidates) {
      extent.shared ||=
        owners[row] !== extent.name && x > extent.left && x < extent.right && y > extent.top && y < extent.bottom;
    }
  }
  return extents.size < 2
    ? []
    : candidates
        .filter(({ shared }) => !shared)
        .map(({ name, left, top, right, bottom, state }) => ({ name, state, bounds: [left, top, right, bottom] }));
}
