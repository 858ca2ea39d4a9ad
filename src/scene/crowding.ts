import { between, type NodeRows } from './nodeRows';

/** A map is divided into about so many squares, to tell its busy parts from its calm ones. */
const CELLS = 144;
/** So many lines through a square are no crowd, however small it is. */
const FEW_LINES = 2;
/** World units that a node takes. */
const NODE_ROOM = 2.7;
/** Places along an edge at most at which it is looked what is about it. */
const MOST_PLACES = 8;
/** Densities, 0–1, are told apart in so many steps: no order of thousands of edges is needed. */
const STEPS = 64;

/**
 * Part of the picture about an edge that stronger flows cover, as lines a pixel wide: up to the first number it is drawn
 * whole, from the second on only its ends are. Far edges give way first: both their ends are seldom in one picture.
 */
const ROOM_OF_NEAR = [0.07, 0.14] as const;
const ROOM_OF_FAR = [0.012, 0.03] as const;
/** Lengths of such edges, by the greater side of the picture. */
const NEAR = 0.35;
const FAR = 1.1;

/** CSS pixels of an end: so many node radii, within bounds, and more on longer edges: they lead farther. */
const END_RADII = 2;
const SHORTEST_END = 14;
const LONGEST_END = 44;
const END_PART = 0.16;
const END_GROWTH = 2;

/** Edges between rows of nodes, each with a constant of its own, 0–1. */
export interface EdgesToCount {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly dither: Float32Array;
}

/** Through which squares of the map each edge passes. It holds until nodes move or other edges come. */
export interface Crossings {
  /** x, y of each node, as they were when this was made. */
  readonly places: Float32Array;
  /** World units of a square's side. */
  readonly side: number;
  /** Square world units of the map. */
  readonly area: number;
  readonly squares: number;
  /** Where each edge's squares begin in `squareOf`, and after the last where they end. */
  readonly starts: Uint32Array;
  readonly squareOf: Uint16Array;
  /** World units of an edge in each of its squares. */
  readonly each: Float32Array;
}

interface Grid {
  readonly columns: number;
  readonly lines: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly area: number;
}

function gridOver(nodes: NodeRows): Grid {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < nodes.count; row++) {
    left = Math.min(left, nodes.placeTo[row * 2]);
    right = Math.max(right, nodes.placeTo[row * 2]);
    top = Math.min(top, nodes.placeTo[row * 2 + 1]);
    bottom = Math.max(bottom, nodes.placeTo[row * 2 + 1]);
  }
  // A map that is one line of nodes is as high as what is drawn of one.
  const width = Math.max(0, right - left) + NODE_ROOM;
  const height = Math.max(0, bottom - top) + NODE_ROOM;
  const area = width * height;
  const side = Math.sqrt(area / CELLS);
  return { left, top, side, area, columns: Math.ceil(width / side) + 1, lines: Math.ceil(height / side) + 1 };
}

/** Divides the map into squares and follows each edge through them. */
export function crossingsOf(nodes: NodeRows, edges: EdgesToCount): Crossings {
  const { columns, lines, left, top, side, area } = gridOver(nodes);
  const { placeTo } = nodes;
  const starts = new Uint32Array(edges.count + 1);
  const squareOf = new Uint16Array(edges.count * MOST_PLACES);
  const each = new Float32Array(edges.count);
  let at = 0;
  for (let row = 0; row < edges.count; row++) {
    const source = edges.source[row] * 2;
    const target = edges.target[row] * 2;
    const x = (placeTo[source] - left) / side;
    const y = (placeTo[source + 1] - top) / side;
    const dx = (placeTo[target] - placeTo[source]) / side;
    const dy = (placeTo[target + 1] - placeTo[source + 1]) / side;
    const places = Math.min(MOST_PLACES, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
    each[row] = places > 0 ? (Math.sqrt(dx * dx + dy * dy) * side) / places : 0;
    for (let place = 0; place < places; place++) {
      // Not at the same places on every edge: what lies side by side would be seen in some squares only.
      const part = (place + edges.dither[row]) / places;
      squareOf[at++] = Math.floor(y + dy * part) * columns + Math.floor(x + dx * part);
    }
    starts[row + 1] = at;
  }
  const places = placeTo.slice(0, nodes.count * 2);
  return { places, side, area, squares: columns * lines, starts, squareOf: squareOf.slice(0, at), each };
}

/** Whether nodes are where they were when the squares were found. */
export function stillCross({ places }: Crossings, nodes: NodeRows): boolean {
  if (places.length !== nodes.count * 2) {
    return false;
  }
  for (let at = 0; at < places.length; at++) {
    if (places[at] !== nodes.placeTo[at]) {
      return false;
    }
  }
  return true;
}

/**
 * Writes, for each edge, how many world units of edges with more traffic lie on a square world unit along its way, and of
 * its equals a part that is its own (`dither`, 0–1); gives how many of all edges do on the whole map. Divided by the
 * camera's scale these are parts of the picture that lines a pixel wide cover. Two passes, no sorting: it is done at
 * every update.
 */
export function strongerAbout(
  crossings: Crossings,
  dither: Float32Array,
  densities: Float32Array,
  stronger: Float32Array
): number {
  const { side, area, squares, starts, squareOf, each } = crossings;
  const count = each.length;
  const steps = new Uint8Array(count);
  const lengths = new Float32Array(squares * STEPS);
  let all = 0;
  for (let row = 0; row < count; row++) {
    const step = Math.min(STEPS - 1, Math.floor(densities[row] * STEPS));
    steps[row] = step;
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      lengths[squareOf[at] * STEPS + step] += each[row];
    }
    all += each[row] * (starts[row + 1] - starts[row]);
  }
  for (let square = 0; square < squares; square++) {
    for (let step = STEPS - 2; step >= 0; step--) {
      lengths[square * STEPS + step] += lengths[square * STEPS + step + 1];
    }
  }
  const few = FEW_LINES * side;
  const unit = side * side;
  for (let row = 0; row < count; row++) {
    const step = steps[row];
    let sum = 0;
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const cell = squareOf[at] * STEPS + step;
      // What is above it comes first in the running sums; `lengths` of a step holds all from there up.
      const above = step + 1 < STEPS ? lengths[cell + 1] : 0;
      sum += Math.max(0, above + (lengths[cell] - above) * dither[row] - few);
    }
    stronger[row] = starts[row + 1] > starts[row] ? sum / (starts[row + 1] - starts[row]) / unit : 0;
  }
  return all / area;
}

const smoothstep = (from: number, to: number, value: number) => {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return part * part * (3 - 2 * part);
};

/**
 * 1: the whole edge is drawn; 0: only its ends. Mirrors `wholeness` in programs/common/curves.glsl.
 * @param stronger part of the picture about the edge that stronger flows cover, as lines a pixel wide
 * @param length of the edge, by the greater side of the picture
 */
export function wholeness(stronger: number, length: number): number {
  const far = smoothstep(NEAR, FAR, length);
  const whole = between(ROOM_OF_NEAR[0], ROOM_OF_FAR[0], far);
  const ends = between(ROOM_OF_NEAR[1], ROOM_OF_FAR[1], far);
  return 1 - smoothstep(whole, ends, stronger);
}

/** CSS pixels from a node's border after which an edge of this length (CSS pixels) is not seen, if only its ends are drawn. */
export function endLength(length: number, scale: number): number {
  const least = Math.min(LONGEST_END, Math.max(SHORTEST_END, scale * END_RADII));
  return Math.min(least * END_GROWTH, Math.max(least, length * END_PART));
}
