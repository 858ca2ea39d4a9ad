import type { Graph } from '../graph/graph';
import type { Direction } from './direction';

/** How near an edge may come to a node's centre without being taken for one of its own: a large group, and some air. */
const NODE_ROOM = 2.2;

/** An edge nearer than this runs behind the node: twice as bad. */
const BEHIND = 1.4;

/** Spots of a label, from its node's centre, and the room around each. */
const LABEL_SPOTS = [
  [-2.4, 2.1],
  [0, 2.1],
  [2.4, 2.1],
] as const;
const LABEL_ROOM = 1;

/** Nothing farther aside than this is in the way: the farthest spot of a label, and its room. */
const REACH = 4.3;

/** What an edge through one spot of a label weighs; one behind a node weighs up to 2. */
const LABEL_WEIGHT = 0.15;

/** How far an edge bows to its left: a part of its length, a little less of a long one. */
const BOW = 0.13;
const BOW_OF_LONG = 0.012;

/** How far an arc is from its straight line at most, as a part of its length. */
const BOW_MOST = BOW / 2;

/** What is wrong with a picture. */
export interface Strain {
  /** How much edges are in the way of nodes and labels. */
  readonly covered: number;
  /** Edges that cross when drawn straight. */
  readonly crossings: number;
  /** Length of edges. */
  readonly length: number;
  /** Pairs of an edge with a node or another edge that were looked at to tell. */
  readonly pairs: number;
}

/** Cost of a picture by its strain; the strain is no longer added up once its cost is more than `enough`. */
export type StrainOf = (positions: Float32Array, moved: readonly number[], enough?: number) => Strain;

/** What crossings and length weigh against an edge that is in the way. */
const CROSSING_WEIGHT = 0.3;
const LENGTH_WEIGHT = 0.02;

export function costOf({ covered, crossings, length }: Strain): number {
  return covered + crossings * CROSSING_WEIGHT + length * LENGTH_WEIGHT;
}

/**
 * Tells the strain that depends on the places of some nodes. Nodes may move up and down only: what an edge can never
 * meet, since its columns are elsewhere, is sorted out once, in time by edges × (nodes + edges).
 */
export function strainMeter(graph: Graph, columns: Float32Array, { down }: Direction): StrainOf {
  const { count, source, target } = graph;
  const { nodesBeside, edgesBeside, edgesAlong, edgesOf } = neighbourhoods(graph, columns);
  const isMoved = new Uint8Array(count);
  const seenIn = new Int32Array(source.length);
  let turn = 0;

  return (positions, moved, enough = Infinity) => {
    turn++;
    const strain = { covered: 0, crossings: 0, length: 0, pairs: 0 };
    for (const node of moved) {
      isMoved[node] = 1;
    }
    for (const node of moved) {
      strain.pairs += edgesBeside[node].length;
      for (const edge of edgesBeside[node]) {
        const [from, to] = [source[edge], target[edge]];
        strain.covered += isMoved[from] || isMoved[to] ? 0 : coverOf(positions, from, to, node, down);
      }
      for (const edge of edgesOf[node]) {
        if (seenIn[edge] !== turn) {
          seenIn[edge] = turn;
          addEdge(strain, positions, edge);
        }
      }
      if (costOf(strain) > enough) {
        break;
      }
    }
    for (const node of moved) {
      isMoved[node] = 0;
    }
    return strain;
  };

  /** Adds all about an edge, but for its crossings with edges that were added in this turn. */
  function addEdge(strain: { -readonly [Key in keyof Strain]: number }, positions: Float32Array, edge: number): void {
    const from = source[edge];
    const to = target[edge];
    strain.pairs += nodesBeside[edge].length + edgesAlong[edge].length;
    for (const node of nodesBeside[edge]) {
      strain.covered += coverOf(positions, from, to, node, down);
    }
    const across = positions[from * 2] - positions[to * 2];
    const along = positions[from * 2 + 1] - positions[to * 2 + 1];
    strain.length += Math.sqrt(across * across + along * along);
    for (const other of edgesAlong[edge]) {
      if (seenIn[other] !== turn && cross(positions, from, to, source[other], target[other])) {
        strain.crossings++;
      }
    }
  }
}

/** What can meet what in a picture whose columns are known. */
function neighbourhoods({ count, source, target }: Graph, columns: Float32Array) {
  const lists = (length: number): number[][] => Array.from({ length }, () => []);
  const nodesBeside = lists(source.length);
  const edgesBeside = lists(count);
  const edgesAlong = lists(source.length);
  const edgesOf = lists(count);
  for (let edge = 0; edge < source.length; edge++) {
    const from = source[edge];
    const to = target[edge];
    const left = Math.min(columns[from * 2], columns[to * 2]);
    const right = Math.max(columns[from * 2], columns[to * 2]);
    edgesOf[from].push(edge);
    edgesOf[to].push(edge);
    for (let node = 0; node < count; node++) {
      const x = columns[node * 2];
      if (node !== from && node !== to && x >= left - REACH && x <= right + REACH) {
        nodesBeside[edge].push(node);
        edgesBeside[node].push(edge);
      }
    }
    for (let other = 0; other < edge; other++) {
      const a = source[other];
      const b = target[other];
      const apart = Math.max(columns[a * 2], columns[b * 2]) < left || Math.min(columns[a * 2], columns[b * 2]) > right;
      if (!apart && a !== from && a !== to && b !== from && b !== to) {
        edgesAlong[edge].push(other);
        edgesAlong[other].push(edge);
      }
    }
  }
  return { nodesBeside, edgesBeside, edgesAlong, edgesOf };
}

/** How much an edge is in the way of a node that is none of its ends, and of its label. */
function coverOf(positions: Float32Array, from: number, to: number, node: number, down: boolean): number {
  const x = positions[node * 2];
  const y = positions[node * 2 + 1];
  const ax = positions[from * 2];
  const ay = positions[from * 2 + 1];
  const dx = positions[to * 2] - ax;
  const dy = positions[to * 2 + 1] - ay;
  const length = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
  const reach = REACH + BOW_MOST * length;
  if (Math.max(ay, ay + dy) < y - reach || Math.min(ay, ay + dy) > y + reach) {
    return 0;
  }
  // Turning the picture changes the sides.
  const far = down ? -length : length;
  const aside = ((x - ax) * dy - (y - ay) * dx) / far;
  if (aside < -REACH || aside > reach) {
    return 0;
  }
  const gap = gapTo(x - ax, y - ay, dx, dy, far);
  let sum = gap < NODE_ROOM ? 1 - gap / NODE_ROOM + (gap < BEHIND ? 1 : 0) : 0;
  for (const [beside, below] of LABEL_SPOTS) {
    const room = gapTo(x + (down ? below : beside) - ax, y + (down ? beside : below) - ay, dx, dy, far);
    sum += room < LABEL_ROOM ? LABEL_WEIGHT * (1 - room / LABEL_ROOM) : 0;
  }
  return sum;
}

/**
 * Distance of a point from what is between an edge's straight line and its arc, both from 0, 0 to dx, dy. `far` is its
 * length, negative where its arc is on the other side.
 */
function gapTo(x: number, y: number, dx: number, dy: number, far: number): number {
  const along = (x * dx + y * dy) / (far * far);
  if (along <= 0 || along >= 1) {
    return Infinity;
  }
  const length = Math.abs(far);
  const aside = (x * dy - y * dx) / far;
  const arc = (2 * along * (1 - along) * BOW * length) / (1 + length * BOW_OF_LONG);
  return aside < 0 ? -aside : Math.max(0, aside - arc);
}

/** Whether two edges without a common end cross when drawn straight. */
function cross(positions: Float32Array, a: number, b: number, c: number, d: number): boolean {
  return (
    side(positions, a, b, c) * side(positions, a, b, d) < 0 && side(positions, c, d, a) * side(positions, c, d, b) < 0
  );
}

function side(positions: Float32Array, from: number, to: number, of: number): number {
  const x = positions[from * 2];
  const y = positions[from * 2 + 1];
  return (positions[to * 2] - x) * (positions[of * 2 + 1] - y) - (positions[to * 2 + 1] - y) * (positions[of * 2] - x);
}
