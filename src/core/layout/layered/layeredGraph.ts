import type { Component } from '../graph/components';
import { followOrder } from '../graph/entry';
import type { Graph } from '../graph/graph';
import { packParts } from '../packing';
import { breakCycles } from './breakCycles';
import { flowLevels } from './flowLevels';
import { cutIntoLayers } from './layers';
import { placeColumns } from './placeColumns';
import { rankNodes } from './rankNodes';
import { reduceCrossings } from './reduceCrossings';
import { roomForColumns, shapeColumns } from './shapeColumns';

/** A graph left to right, its parts packed; `entry` is a row, or -1. */
export function layeredGraph(graph: Graph, aspect: number, entry: number): Float32Array {
  return packParts(graph, aspect, (part, partAspect) => layeredPart(part, part.rows.indexOf(entry), partAspect));
}

/** Columns of one connected part. */
export function layeredPart({ graph }: Component, entry: number, aspect: number): Float32Array {
  const roots = followOrder(graph, entry);
  const level = flowLevels(graph, roots);
  const forward = breakCycles(graph, level, roots);
  const ranks = rankNodes(forward, level, roots[0], roomForColumns(graph.count, aspect));
  const layers = cutIntoLayers(forward, ranks);
  const order = reduceCrossings(layers, roots).map((nodes) => nodes.filter((node) => node < graph.count));
  return placeColumns(forward, order, shapeColumns(ranks, aspect));
}
