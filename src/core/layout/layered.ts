import type { LayoutInput, LayoutOptions } from '../model/layout';
import type { Component } from './graph/components';
import { followOrder } from './graph/entry';
import { buildGraph, type Graph } from './graph/graph';
import { breakCycles } from './layered/breakCycles';
import { clearEdges, isClearable } from './layered/clearEdges';
import { flowLevels } from './layered/flowLevels';
import { cutIntoLayers } from './layered/layers';
import { placeColumns } from './layered/placeColumns';
import { rankNodes } from './layered/rankNodes';
import { reduceCrossings } from './layered/reduceCrossings';
import { roomForColumns, shapeColumns } from './layered/shapeColumns';
import { packParts } from './packing';

/**
 * Left to right from the entry: callers left of what they call, few crossings, cut to fill the wanted aspect; in small
 * graphs long edges keep clear of the nodes between their ends.
 */
export function layered(input: LayoutInput, options: LayoutOptions): Float32Array {
  const entry = options.entry === undefined ? -1 : input.ids.indexOf(options.entry);
  const graph = buildGraph(input.ids.length, input);
  if (!isClearable(graph)) {
    return layeredGraph(graph, options.aspect, entry);
  }
  return packParts(graph, options.aspect, (part, aspect) =>
    clearEdges(part.graph, layeredPart(part, part.rows.indexOf(entry), aspect), aspect)
  );
}

/** The same of a graph, as large ones are; `entry` is a row, or -1. */
export function layeredGraph(graph: Graph, aspect: number, entry: number): Float32Array {
  return packParts(graph, aspect, (part, partAspect) => layeredPart(part, part.rows.indexOf(entry), partAspect));
}

function layeredPart({ graph }: Component, entry: number, aspect: number): Float32Array {
  const roots = followOrder(graph, entry);
  const level = flowLevels(graph, roots);
  const forward = breakCycles(graph, level, roots);
  const ranks = rankNodes(forward, level, roots[0], roomForColumns(graph.count, aspect));
  const layers = cutIntoLayers(forward, ranks);
  const order = reduceCrossings(layers, roots).map((nodes) => nodes.filter((node) => node < graph.count));
  return placeColumns(forward, order, shapeColumns(ranks, aspect));
}
