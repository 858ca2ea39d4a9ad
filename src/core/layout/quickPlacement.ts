import type { LayoutInput, LayoutOptions, LayoutResult } from '../model/layout';
import { boundsOf, centred } from './bounds';
import { followOrder } from './graph/entry';
import { buildGraph } from './graph/graph';
import { walk } from './graph/walk';
import { breakCycles } from './layered/breakCycles';
import { directionFor, turned } from './layered/direction';
import { flowLevels } from './layered/flowLevels';
import { placeColumns } from './layered/placeColumns';
import { rankNodes } from './layered/rankNodes';
import { roomForColumns, shapeColumns } from './layered/shapeColumns';
import { layoutOptions } from './options';

/** Nodes without a previous place are put in columns from the entry, without untangling. For the time until a layout is there. */
export function quickPlacement(input: LayoutInput, options: LayoutOptions): LayoutResult {
  const { aspect, entry, previous, pinned } = layoutOptions(options);
  const count = input.ids.length;
  if (count === 0) {
    return { positions: new Float32Array(0), bounds: [0, 0, 0, 0] };
  }
  const graph = buildGraph(count, input);
  const roots = followOrder(graph, entry === undefined ? -1 : input.ids.indexOf(entry));
  const direction = directionFor(aspect);
  const along = direction.down ? 1 / aspect : aspect;
  const level = flowLevels(graph, roots);
  const ranks = rankNodes(breakCycles(graph, level, roots), level, roots[0], roomForColumns(count, along, direction));
  const columns: number[][] = [];
  for (const node of walk(graph, roots)) {
    (columns[ranks[node]] ??= []).push(node);
  }
  const order = columns.map((nodes) => Int32Array.from(nodes));
  const positions = centred(turned(placeColumns(graph, order, shapeColumns(ranks, along, direction), 0), direction));
  input.ids.forEach((id, row) =>
    positions.set(pinned?.get(id) ?? previous?.get(id) ?? positions.subarray(row * 2, row * 2 + 2), row * 2)
  );
  return { positions, bounds: boundsOf(positions) };
}
