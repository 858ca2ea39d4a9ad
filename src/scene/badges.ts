import { distance } from '../core/geometry/distance';
import { STATE_DANGER, STATE_WARNING } from '../core/model/state';
import { CLOSEST } from './camera';
import { alongCurve, edgeCurve } from './curves';
import type { EdgeRows } from './edgeRows';
import { KIND_ORDER, type NodeRows } from './nodeRows';

/** What a badge tells, as `programs/badges` reads it: a state in trouble, or a pin. */
export const BADGE_PINNED = 4;

/** Where an edge's badge is unless something is there: in the middle of its way. */
export const MIDDLE = 0.5;
/** Other parts of the way, tried in this order. */
const OTHER_PARTS = [0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
/** Edges in trouble from which badges cannot keep clear of each other anyway. */
const MOST_MOVED = 2000;
/** World units that a badge on an edge takes to each side, and of a square in which it is looked for what is there. */
const ROOM = 0.42;
const SQUARE = 6;
/** Where a group in trouble has a badge and a number beside it, and half of their width, in its radii. */
const COUNT_RIGHT = 1.1;
const COUNT_UP = 0.76;
const COUNT_SIZE = 0.5;
const GROUP_CODE = KIND_ORDER.indexOf('group');

const troubled = (state: number) => state === STATE_WARNING || state === STATE_DANGER;

/** Squares in a line of a world that is larger than any layout. */
const LINE = 2 ** 20;

/** Discs in the world, found by the squares that they lie in. */
function createDiscs() {
  const at = (place: number) => Math.floor(place / SQUARE);
  const squares = new Map<number, number[]>();
  return {
    add(x: number, y: number, radius: number): void {
      for (let line = at(y - radius); line <= at(y + radius); line++) {
        for (let column = at(x - radius); column <= at(x + radius); column++) {
          const square = line * LINE + column;
          const discs = squares.get(square);
          if (discs) {
            discs.push(x, y, radius);
          } else {
            squares.set(square, [x, y, radius]);
          }
        }
      }
    },
    /** How deep a point is in a disc at most; 0 where it is in none. */
    depth(x: number, y: number): number {
      const discs = squares.get(at(y) * LINE + at(x)) ?? [];
      let deepest = 0;
      for (let disc = 0; disc < discs.length; disc += 3) {
        deepest = Math.max(deepest, discs[disc + 2] - distance(discs[disc] - x, discs[disc + 1] - y));
      }
      return deepest;
    },
  };
}

function isSame(one: ArrayLike<number>, other: ArrayLike<number>, slack = 0): boolean {
  for (let at = 0; at < one.length; at++) {
    if (!(Math.abs(one[at] - other[at]) <= slack)) {
      return false;
    }
  }
  return one.length === other.length;
}

/** What badges were placed by. */
export interface PlacedBy {
  /** Shared as long as nodes and the ends of edges stay. */
  readonly crossings: EdgeRows['crossings'];
  readonly edgeStates: Uint8Array;
  readonly nodeStates: Uint8Array;
  readonly radii: Float32Array;
}

export function placedBy({ states, radiusTo }: NodeRows, { crossings, statesTo }: EdgeRows): PlacedBy {
  return { crossings, edgeStates: statesTo, nodeStates: states, radii: radiusTo };
}

/** Whether places of badges may stay: nothing moved, changed its state or grew by much, as with most updates. */
export function mayStay(before: PlacedBy, now: PlacedBy): boolean {
  return (
    before.crossings === now.crossings &&
    isSame(before.edgeStates, now.edgeStates) &&
    isSame(before.nodeStates, now.nodeStates) &&
    isSame(before.radii, now.radii, ROOM / 2)
  );
}

/**
 * Parts of the way of each edge at which its badge is. A badge keeps clear of nodes, whose numbers it would cover, and of
 * other badges, where it can.
 */
export function badgeParts(nodes: NodeRows, edges: EdgeRows): Float32Array {
  const parts = new Float32Array(edges.count).fill(MIDDLE);
  const rows: number[] = [];
  for (let row = 0; row < edges.count; row++) {
    if (troubled(edges.statesTo[row]) && edges.source[row] !== edges.target[row]) {
      rows.push(row);
    }
  }
  if (rows.length === 0 || rows.length > MOST_MOVED) {
    return parts;
  }
  const taken = createDiscs();
  for (let row = 0; row < nodes.count; row++) {
    const x = nodes.placeTo[row * 2];
    const y = nodes.placeTo[row * 2 + 1];
    const radius = nodes.radiusTo[row];
    taken.add(x, y, radius + ROOM);
    if (nodes.kinds[row] === GROUP_CODE && troubled(nodes.states[row])) {
      // Its own badge, and beside that the number of what is in trouble.
      taken.add(x + radius * COUNT_RIGHT, y - radius * COUNT_UP, radius * COUNT_SIZE + ROOM);
    }
  }
  for (const row of rows) {
    const curve = edgeCurve(nodes, edges, row, 1, CLOSEST);
    let best = alongCurve(curve, MIDDLE);
    let least = taken.depth(best.x, best.y);
    for (let index = 0; index < OTHER_PARTS.length && least > 0; index++) {
      const place = alongCurve(curve, OTHER_PARTS[index]);
      const depth = taken.depth(place.x, place.y);
      if (depth < least) {
        parts[row] = OTHER_PARTS[index];
        best = place;
        least = depth;
      }
    }
    taken.add(best.x, best.y, 2 * ROOM);
  }
  return parts;
}

/**
 * Row, 0 for a node or 1 for an edge, what it tells, and the part of an edge's way: four numbers a badge, the most
 * important drawn last.
 */
export function badgeCells(
  nodes: NodeRows,
  edges: EdgeRows,
  parts: Float32Array,
  pinned: ReadonlySet<string> | undefined
): Float32Array<ArrayBuffer> {
  const cells: number[] = [];
  for (let row = 0; row < edges.count; row++) {
    if (troubled(edges.statesTo[row])) {
      cells.push(row, 1, edges.statesTo[row], parts[row]);
    }
  }
  for (let row = 0; pinned && pinned.size > 0 && row < nodes.count; row++) {
    if (pinned.has(nodes.ids[row])) {
      cells.push(row, 0, BADGE_PINNED, 0);
    }
  }
  for (let row = 0; row < nodes.count; row++) {
    if (troubled(nodes.states[row])) {
      cells.push(row, 0, nodes.states[row], 0);
    }
  }
  return new Float32Array(cells);
}
