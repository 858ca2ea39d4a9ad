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

/** How much wider than high a picture is made at most, to fill its place. */
const STRETCH = 1.7;

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
  fillAspect(x, y, aspect);
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

/** Stretches the picture across or down, as far as it may, towards the aspect. */
function fillAspect(x: Float64Array, y: Float64Array, aspect: number): void {
  const [left, top, right, bottom] = boundsOf(interleave(x, y));
  const ratio = (right - left + COLUMN_GAP) / (bottom - top + ROW_GAP) / aspect;
  const stretchX = Math.min(STRETCH, Math.max(1, 1 / ratio));
  const stretchY = Math.min(STRETCH, Math.max(1, ratio));
  for (let node = 0; node < x.length; node++) {
    x[node] *= stretchX;
    y[node] *= stretchY;
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
