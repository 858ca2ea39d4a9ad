import { countCrossings } from './countCrossings';
import type { Layers } from './layers';

/** Room for a row number in a sort key, and steps that a mean place is rounded to: both fit in a double together. */
const ROW_ROOM = 2 ** 22;
const PLACE_STEPS = 256;

/** Sweeps without a better order after which more are not worth their time. */
const PATIENCE = 4;

/** Sweeps by number of segments: a small graph is worth more of them. */
function sweepsFor(segments: number): number {
  return segments < 5_000 ? 24 : segments < 30_000 ? 12 : 6;
}

/**
 * The order of nodes, real and virtual, in each column: each goes to the mean place of its neighbours in the column
 * before, sweeping right and left in turn; the order with the fewest crossings wins.
 */
export function reduceCrossings(layers: Layers, start: Int32Array): readonly Int32Array[] {
  let byColumn = firstOrder(layers, start);
  const slot = new Int32Array(layers.count);
  byColumn.forEach((nodes) => writeSlots(nodes, slot));
  let best = byColumn;
  let fewest = countCrossings(layers, byColumn, slot);
  let idle = 0;
  const sweeps = sweepsFor(layers.left.length);
  for (let sweep = 0; sweep < sweeps && fewest > 0 && idle < PATIENCE; sweep++) {
    byColumn = sweepColumns(layers, byColumn, slot, sweep % 2 === 0);
    const crossings = countCrossings(layers, byColumn, slot);
    idle = crossings < fewest ? 0 : idle + 1;
    if (crossings < fewest) {
      fewest = crossings;
      best = byColumn;
    }
  }
  return best;
}

/** Nodes by column in the order in which a walk over all segments from the given nodes meets them. */
function firstOrder(layers: Layers, start: Int32Array): Int32Array[] {
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
      const node = queue[done];
      for (let index = layers.toRight.start[node]; index < layers.toRight.start[node + 1]; index++) {
        meet(layers.right[layers.toRight.edges[index]]);
      }
      for (let index = layers.toLeft.start[node]; index < layers.toLeft.start[node + 1]; index++) {
        meet(layers.left[layers.toLeft.edges[index]]);
      }
    }
  }
  return columns.map((nodes) => Int32Array.from(nodes));
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
