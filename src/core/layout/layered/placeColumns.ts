import type { Graph } from '../graph/graph';
import { placeRows } from './placeRows';
import type { ColumnShape } from './shapeColumns';

/** Turns of pulling nodes towards their neighbours, unless told otherwise. */
const TURNS = 8;

/**
 * World positions of ordered ranks. A rank that is taller than the shape allows becomes several columns whose rows
 * interlock, so that the order, and with it the crossings, stays.
 */
export function placeColumns(
  graph: Graph,
  ranks: readonly Int32Array[],
  shape: ColumnShape,
  turns = TURNS
): Float32Array {
  const cuts = ranks.map((nodes) => Math.max(1, Math.ceil(nodes.length / shape.rows)));
  const tallest = Math.max(...ranks.map((nodes, rank) => Math.ceil(nodes.length / cuts[rank])));
  const half = (Math.max(0, tallest - 1) * shape.rowGap) / 2;
  const y = new Float64Array(graph.count);
  const settle = (rank: number, wish: (node: number) => number) => {
    const nodes = ranks[rank];
    const gap = shape.rowGap / cuts[rank];
    const overhang = half + (cuts[rank] > 1 ? shape.rowGap - gap : 0) / 2;
    placeRows(Float64Array.from(nodes, wish), gap, overhang).forEach((place, row) => {
      y[nodes[row]] = place;
    });
  };
  ranks.forEach((_, rank) => settle(rank, () => 0));
  for (let turn = 0; turn < turns; turn++) {
    for (let step = 0; step < ranks.length; step++) {
      settle(turn % 2 === 0 ? step : ranks.length - 1 - step, (node) => meanOfNeighbours(graph, y, node));
    }
  }
  const positions = new Float32Array(graph.count * 2);
  let column = 0;
  ranks.forEach((nodes, rank) => {
    nodes.forEach((node, row) => {
      positions[node * 2] = (column + (row % cuts[rank])) * shape.columnGap;
      positions[node * 2 + 1] = y[node];
    });
    column += cuts[rank];
  });
  return positions;
}

function meanOfNeighbours({ source, target, outgoing, incoming }: Graph, y: Float64Array, node: number): number {
  let sum = 0;
  for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
    sum += y[target[outgoing.edges[index]]];
  }
  for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
    sum += y[source[incoming.edges[index]]];
  }
  const degree = outgoing.start[node + 1] - outgoing.start[node] + incoming.start[node + 1] - incoming.start[node];
  return degree > 0 ? sum / degree : y[node];
}
