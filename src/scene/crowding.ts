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

interface Grid {
  readonly columns: number;
  readonly lines: number;
  readonly left: number;
  readonly top: number;
  /** World units of a square's side. */
  readonly side: number;
  /** Square world units of the map. */
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

const stepOf = (density: number) => Math.min(STEPS - 1, Math.floor(density * STEPS));

/**
 * Writes, for each edge, how many world units of edges with more traffic lie on a square world unit along its way, and of
 * its equals a part that is its own; gives how many of all edges do on the whole map. Divided by the camera's scale these
 * are parts of the picture that lines a pixel wide cover. Two passes, no sorting: it is done at every update.
 */
export function strongerAbout(
  nodes: NodeRows,
  edges: EdgesToCount,
  densities: Float32Array,
  stronger: Float32Array
): number {
  const grid = gridOver(nodes);
  const { columns, lines, left, top, side, area } = grid;
  let all = 0;
  const lengths = new Float32Array(columns * lines * STEPS);
  const { placeTo } = nodes;
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 0; row < edges.count; row++) {
      const source = edges.source[row] * 2;
      const target = edges.target[row] * 2;
      const [x, y] = [(placeTo[source] - left) / side, (placeTo[source + 1] - top) / side];
      const dx = (placeTo[target] - placeTo[source]) / side;
      const dy = (placeTo[target + 1] - placeTo[source + 1]) / side;
      const places = Math.min(MOST_PLACES, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
      const step = stepOf(densities[row]);
      const each = (Math.sqrt(dx * dx + dy * dy) * side) / places;
      let sum = 0;
      for (let place = 0; place < places; place++) {
        // Not at the same places on every edge: what lies side by side would be seen in some squares only.
        const part = (place + edges.dither[row]) / places;
        const cell = (Math.floor(y + dy * part) * columns + Math.floor(x + dx * part)) * STEPS + step;
        if (pass === 0) {
          lengths[cell] += each;
          all += each;
        } else {
          // What is above it comes first in the running sums; `lengths` of a step holds all from there up.
          const above = step + 1 < STEPS ? lengths[cell + 1] : 0;
          const before = above + (lengths[cell] - above) * edges.dither[row];
          sum += Math.max(0, before - FEW_LINES * side);
        }
      }
      if (pass === 1) {
        stronger[row] = places > 0 ? sum / places / (side * side) : 0;
      }
    }
    if (pass === 0) {
      for (let cell = 0; cell < columns * lines; cell++) {
        for (let step = STEPS - 2; step >= 0; step--) {
          lengths[cell * STEPS + step] += lengths[cell * STEPS + step + 1];
        }
      }
    }
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
