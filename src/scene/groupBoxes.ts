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

/** World units between two boxes that would overlap. */
const GAP = 0.35;

interface Extent {
  readonly name: string;
  /** Of the nodes themselves: left, top, right, bottom. */
  readonly nodes: [number, number, number, number];
  rows: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  state: number;
  /** Whether a stranger lies within. */
  shared: boolean;
}

/** Ends `before` where `after` begins, about the middle between the nodes of both. */
function part(before: number, after: number, from: number, to: number): readonly [number, number] {
  const middle = Math.min(Math.max((from + to) / 2, before + GAP / 2), after - GAP / 2);
  return [middle - GAP / 2, middle + GAP / 2];
}

/** Where the rooms about two groups overlap, though their nodes do not, each gets a part of the space between. */
function keepApart(a: Extent, b: Extent): void {
  if (a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom) {
    return;
  }
  const [upper, lower] = a.nodes[1] < b.nodes[1] ? [a, b] : [b, a];
  const [first, second] = a.nodes[0] < b.nodes[0] ? [a, b] : [b, a];
  const down = lower.nodes[1] - upper.nodes[3];
  const across = second.nodes[0] - first.nodes[2];
  if (down >= across && down > GAP) {
    [upper.bottom, lower.top] = part(upper.nodes[3], lower.nodes[1], upper.bottom, lower.top);
  } else if (across > GAP) {
    [first.right, second.left] = part(first.nodes[2], second.nodes[0], first.right, second.left);
  }
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
      extent = { ...none, name, nodes: [Infinity, Infinity, -Infinity, -Infinity], state: states[row] };
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
    extent.nodes[0] = Math.min(extent.nodes[0], x - radius);
    extent.nodes[1] = Math.min(extent.nodes[1], y - radius);
    extent.nodes[2] = Math.max(extent.nodes[2], x + radius);
    extent.nodes[3] = Math.max(extent.nodes[3], y + radius);
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
  const alone = candidates.filter(({ shared }) => !shared);
  alone.forEach((extent, index) => alone.slice(index + 1).forEach((other) => keepApart(extent, other)));
  return extents.size < 2
    ? []
    : alone.map(({ name, left, top, right, bottom, state }) => ({ name, state, bounds: [left, top, right, bottom] }));
}
