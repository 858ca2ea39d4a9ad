import type { LayoutInput, LayoutOptions } from '../model/layout';
import { buildGraph } from './graph/graph';
import { grouped } from './grouped';
import { clearEdges, isClearable } from './layered/clearEdges';
import { layeredGraph, layeredPart } from './layered/layeredGraph';
import { packParts } from './packing';

/** More nodes than these are laid out group by group: no eye follows edges among so many, and crossings are fewer. */
const MOST_IN_ONE = 300;

/**
 * Left to right from the entry: callers left of what they call, few crossings, cut to fill the wanted aspect; in small
 * graphs long edges keep clear of the nodes between their ends.
 */
export function layered(input: LayoutInput, options: LayoutOptions): Float32Array {
  if (input.ids.length > MOST_IN_ONE && new Set(input.groups).size > 1) {
    return grouped(input, options);
  }
  const entry = options.entry === undefined ? -1 : input.ids.indexOf(options.entry);
  const graph = buildGraph(input.ids.length, input);
  if (!isClearable(graph)) {
    return layeredGraph(graph, options.aspect, entry);
  }
  return packParts(graph, options.aspect, (part, aspect) =>
    clearEdges(part.graph, layeredPart(part, part.rows.indexOf(entry), aspect), aspect)
  );
}
