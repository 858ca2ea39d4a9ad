import type { LayoutInput, LayoutOptions } from '../model/layout';
import { boundsOf } from './bounds';
import { relax } from './force/relax';
import { separate } from './force/separate';
import { buildGraph, type Graph } from './graph/graph';
import { flowLevels } from './layered/flowLevels';
import { followOrder } from './graph/entry';
import { walk } from './graph/walk';
import { packParts } from './packing';
import { COLUMN_GAP, ROW_GAP } from './spacing';

/** Length that edges tend to. */
const IDEAL = 9;

/** Two nodes are never closer than this part of the gaps of the other layouts. */
const NEAREST_X = COLUMN_GAP * 0.7;
const NEAREST_Y = ROW_GAP;

/** How much a picture is stretched at most, to fill its place. */
const STRETCH = 2.5;

/** Room of a picture, in parts of what its nodes would take in a grid. */
const ROOM = 2;

/** Nodes that call each other near each other: edges pull, nodes push. Starts left to right, so that it is the same each time. */
export function force(input: LayoutInput, options: LayoutOptions): Float32Array {
  const entry = options.entry === undefined ? -1 : input.ids.indexOf(options.entry);
  return packParts(buildGraph(input.ids.length, input), options.aspect, ({ graph, rows }, aspect) =>
    forcePart(graph, rows.indexOf(entry), aspect)
  );
}

function forcePart(graph: Graph, entry: number, aspect: number): Float32Array {
  const { x, y } = startingPlaces(graph, entry, aspect);
  relax(graph, x, y, IDEAL);
  fillPlace(x, y, aspect);
  separate(x, y, NEAREST_X, NEAREST_Y);
  return interleave(x, y);
}

/** Along the flow across, and in the order of a walk from the entry down. */
function startingPlaces(graph: Graph, entry: number, aspect: number) {
  const roots = followOrder(graph, entry);
  const level = flowLevels(graph, roots);
  const order = walk(graph, roots);
  const height = IDEAL * Math.sqrt(graph.count / aspect);
  const lowest = level.reduce((least, value) => Math.min(least, value), Infinity);
  const highest = level.reduce((most, value) => Math.max(most, value), -Infinity);
  const x = level.map((value) => ((value - lowest) / Math.max(1, highest - lowest) - 0.5) * height * aspect);
  const y = new Float64Array(graph.count);
  order.forEach((node, place) => {
    // A golden section spreads neighbours of the walk over the whole height, whatever their number.
    y[node] = (((place * 0.618034) % 1) - 0.5) * height;
  });
  return { x, y };
}

/** Scales the picture to the aspect, as far as it may be stretched, and to the room that its nodes and labels need. */
function fillPlace(x: Float64Array, y: Float64Array, aspect: number): void {
  const [left, top, right, bottom] = boundsOf(interleave(x, y));
  const width = right - left + COLUMN_GAP;
  const height = bottom - top + ROW_GAP;
  const stretch = Math.min(STRETCH, Math.max(1 / STRETCH, (height * aspect) / width));
  const scale = Math.sqrt((x.length * COLUMN_GAP * ROW_GAP * ROOM) / (width * height));
  for (let node = 0; node < x.length; node++) {
    x[node] *= scale * Math.sqrt(stretch);
    y[node] *= scale / Math.sqrt(stretch);
  }
}

function interleave(x: Float64Array, y: Float64Array): Float32Array {
  const positions = new Float32Array(x.length * 2);
  for (let node = 0; node < x.length; node++) {
    positions[node * 2] = x[node];
    positions[node * 2 + 1] = y[node];
  }
  return positions;
}
