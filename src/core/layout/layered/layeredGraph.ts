import type { Component } from '../graph/components';
import { followOrder } from '../graph/entry';
import type { Graph } from '../graph/graph';
import { walk } from '../graph/walk';
import { packParts } from '../packing';
import { breakCycles } from './breakCycles';
import { type Direction, RIGHTWARDS, turned } from './direction';
import { flowLevels } from './flowLevels';
import { cutIntoLayers } from './layers';
import { placeColumns } from './placeColumns';
import { rankNodes } from './rankNodes';
import { reduceCrossings } from './reduceCrossings';
import { roomForColumns, shapeColumns } from './shapeColumns';

/** How a graph is laid out. */
export interface LayeredSettings {
  /** A row, or -1. */
  readonly entry: number;
  readonly direction: Direction;
  /** A number for each row; rows of one family may be kept near each other. */
  readonly families?: Int32Array;
  /** 1 for a row that is none of the system's own, such as a third party: in the last column where it calls nobody. */
  readonly outside?: Uint8Array;
  /** In the order of a walk from the entry, without reducing crossings: soon there, for a start. */
  readonly tangled?: boolean;
  /** Improves a part's places along and across the flow. */
  readonly finish?: (graph: Graph, placed: Float32Array, aspect: number) => Float32Array;
}

/** A graph left to right from its entry, without regard to anything else. */
export function flowFrom(entry: number): LayeredSettings {
  return { entry, direction: RIGHTWARDS };
}

/** A graph along the flow, its parts packed. */
export function layeredGraph(graph: Graph, aspect: number, settings: LayeredSettings): Float32Array {
  const { direction, finish } = settings;
  return packParts(graph, aspect, (part, partAspect) => {
    const along = direction.down ? 1 / partAspect : partAspect;
    const placed = layeredPart(part, along, settings);
    return turned(finish ? finish(part.graph, placed, along) : placed, direction);
  });
}

/** Columns of one connected part. */
function layeredPart({ graph, rows }: Component, aspect: number, settings: LayeredSettings): Float32Array {
  const { direction, families, outside } = settings;
  const roots = followOrder(graph, rows.indexOf(settings.entry));
  const level = flowLevels(graph, roots);
  const forward = breakCycles(graph, level, roots);
  const ranks = rankNodes(forward, level, roots[0], roomForColumns(graph.count, aspect, direction));
  if (outside) {
    moveToTheEnd(graph, ranks, outside, rows);
  }
  if (settings.tangled) {
    return placeColumns(forward, walkedOrder(graph, roots, ranks), shapeColumns(ranks, aspect, direction), 0);
  }
  const layers = cutIntoLayers(forward, ranks);
  const order = reduceCrossings(layers, roots, families && Int32Array.from(rows, (row) => families[row]));
  const real = order.map((nodes) => nodes.filter((node) => node < graph.count));
  return placeColumns(forward, real, shapeColumns(ranks, aspect, direction));
}

/** The nodes of each rank in the order of a walk. */
function walkedOrder(graph: Graph, roots: Int32Array, ranks: Int32Array): Int32Array[] {
  const order: number[][] = [];
  for (const node of walk(graph, roots)) {
    (order[ranks[node]] ??= []).push(node);
  }
  return Array.from(order, (nodes) => Int32Array.from(nodes ?? []));
}

function moveToTheEnd({ outgoing }: Graph, ranks: Int32Array, outside: Uint8Array, rows: Int32Array): void {
  const last = ranks.reduce((most, rank) => Math.max(most, rank), 0);
  rows.forEach((row, node) => {
    if (outside[row] === 1 && outgoing.start[node] === outgoing.start[node + 1]) {
      ranks[node] = last;
    }
  });
}
