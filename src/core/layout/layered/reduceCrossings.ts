import { countCrossings } from './countCrossings';
import type { Layers } from './layers';

/** Room for a row number in a sort key, and steps that a mean place is rounded to: both fit in a double together. */
const ROW_ROOM = 2 ** 22;
const PLACE_STEPS = 256;

/** Sweeps without a better order after which more are not worth their time. */
const PATIENCE = 4;

/** Segments of graphs that are worth a second start. */
const MOST_STARTED_TWICE = 5_000;

/** Sweeps by number of segments: a small graph is worth more of them. */
function sweepsFor(segments: number): number {
  return segments < 5_000 ? 24 : segments < 30_000 ? 12 : 6;
}

/**
 * The order of nodes, real and virtual, in each column: each goes to the mean place of its neighbours in the column
 * before, sweeping right and left in turn. Starts from a walk in breadth and, where there is time, from one in depth,
 * as it is and family by family; the order with the fewest crossings wins.
 */
export function reduceCrossings(layers: Layers, start: Int32Array, families?: Int32Array): readonly Int32Array[] {
  const first = sweptOrder(layers, breadthFirst(layers, start));
  if (layers.left.length > MOST_STARTED_TWICE || first.crossings === 0) {
    return first.byColumn;
  }
  const inDepth = depthFirst(layers, start);
  const starts = [inDepth];
  if (families) {
    starts.push(byFamily(layers, inDepth, families));
  }
  return starts
    .map((columns) => sweptOrder(layers, columns))
    .reduce((best, next) => (next.crossings < best.crossings ? next : best), first).byColumn;
}

interface Order {
  readonly byColumn: readonly Int32Array[];
  readonly crossings: number;
}

function sweptOrder(layers: Layers, start: Int32Array[]): Order {
  let byColumn = start;
  const slot = new Int32Array(layers.count);
  byColumn.forEach((nodes) => writeSlots(nodes, slot));
  let best: Order = { byColumn, crossings: countCrossings(layers, byColumn, slot) };
  let idle = 0;
  const sweeps = sweepsFor(layers.left.length);
  for (let sweep = 0; sweep < sweeps && best.crossings > 0 && idle < PATIENCE; sweep++) {
    byColumn = sweepColumns(layers, byColumn, slot, sweep % 2 === 0);
    const crossings = countCrossings(layers, byColumn, slot);
    idle = crossings < best.crossings ? 0 : idle + 1;
    if (crossings < best.crossings) {
      best = { byColumn, crossings };
    }
  }
  return best;
}

/** Nodes by column in the order in which a walk over all segments from the given nodes meets them. */
function breadthFirst(layers: Layers, start: Int32Array): Int32Array[] {
  const columns: number[][] = Array.from({ length: layers.columns }, () => []);
  const seen = new Uint8Array(layers.count);
  const queue = new Int32Array(layers.count);
  let filled = 0;
  const meet = (node: number) => {
    if (!seen[node]) {
      seen[node] = 1;
      queue[filled++] = node;
      columns[layers.columnOf[node]].push(node);
    }
  };
  let done = 0;
  for (const root of start) {
    meet(root);
    for (; done < filled; done++) {
      neighboursOf(layers, queue[done]).forEach(meet);
    }
  }
  return columns.map((nodes) => Int32Array.from(nodes));
}

/** The same of a walk that follows each call to its end before the next. */
function depthFirst(layers: Layers, start: Int32Array): Int32Array[] {
  const columns: number[][] = Array.from({ length: layers.columns }, () => []);
  const seen = new Uint8Array(layers.count);
  for (const root of start) {
    const stack = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (!seen[node]) {
        seen[node] = 1;
        columns[layers.columnOf[node]].push(node);
        stack.push(...neighboursOf(layers, node).reverse());
      }
    }
  }
  return columns.map((nodes) => Int32Array.from(nodes));
}

/** The same with what is of one family together. Virtual nodes are of the family at the left end of their edge. */
function byFamily({ count, toLeft, left }: Layers, columns: readonly Int32Array[], families: Int32Array): Int32Array[] {
  const familyOf = new Int32Array(count);
  const numbers = new Map<number, number>();
  return columns.map((nodes) => {
    for (const node of nodes) {
      const family = node < families.length ? families[node] : -1;
      const number =
        family < 0 ? familyOf[left[toLeft.edges[toLeft.start[node]]]] : (numbers.get(family) ?? numbers.size);
      if (family >= 0) {
        numbers.set(family, number);
      }
      familyOf[node] = number;
    }
    return nodes.slice().sort((a, b) => familyOf[a] - familyOf[b]);
  });
}

/** Nodes at the other ends of a node's segments, those to its right first. */
function neighboursOf({ toRight, toLeft, left, right }: Layers, node: number): number[] {
  const result: number[] = [];
  for (let index = toRight.start[node]; index < toRight.start[node + 1]; index++) {
    result.push(right[toRight.edges[index]]);
  }
  for (let index = toLeft.start[node]; index < toLeft.start[node + 1]; index++) {
    result.push(left[toLeft.edges[index]]);
  }
  return result;
}

function writeSlots(nodes: Int32Array, slot: Int32Array): void {
  for (let place = 0; place < nodes.length; place++) {
    slot[nodes[place]] = place;
  }
}

function sweepColumns(
  layers: Layers,
  byColumn: readonly Int32Array[],
  slot: Int32Array,
  rightwards: boolean
): Int32Array[] {
  const result = [...byColumn];
  const last = layers.columns - 1;
  for (let step = 1; step <= last; step++) {
    const column = rightwards ? step : last - step;
    const before = byColumn[rightwards ? column - 1 : column + 1].length;
    result[column] = ordered(layers, byColumn[column], before, slot, rightwards);
    writeSlots(result[column], slot);
  }
  return result;
}

/** One column by the mean place of its neighbours in the column before; equal means keep their order. */
function ordered(layers: Layers, nodes: Int32Array, before: number, slot: Int32Array, rightwards: boolean): Int32Array {
  const { start, edges } = rightwards ? layers.toLeft : layers.toRight;
  const ends = rightwards ? layers.left : layers.right;
  const keys = new Float64Array(nodes.length);
  for (let place = 0; place < nodes.length; place++) {
    const node = nodes[place];
    const begin = start[node];
    const degree = start[node + 1] - begin;
    let sum = 0;
    for (let index = begin; index < begin + degree; index++) {
      sum += slot[ends[edges[index]]];
    }
    const mean = degree > 0 ? sum / degree : (place / nodes.length) * before;
    keys[place] = Math.round(mean * PLACE_STEPS) * ROW_ROOM + place;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => nodes[key % ROW_ROOM]);
}
