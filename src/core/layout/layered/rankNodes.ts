import { type Graph, graphOf } from '../graph/graph';
import { longestPathRanks, topologicalOrder } from './longestPath';
import { slideNodes } from './slideNodes';

/** How often nodes may slide between their callers and callees. More passes change little. */
const SLIDES = 4;

/**
 * The column of each node of a graph without cycles: right of all its callers, with short edges, numbered from 0.
 *
 * Where that takes more columns than there is room for, calls between siblings (the smallest steps along the flow, by
 * level) are let go, as few as are needed: these may then stay in a column or run back.
 */
export function rankNodes(graph: Graph, level: Float64Array, entry: number, room: number): Int32Array {
  const kept = withoutSiblingCalls(graph, level, room);
  const order = topologicalOrder(kept);
  const ranks = longestPathRanks(kept, order);
  for (let slide = 0; slide < SLIDES; slide++) {
    slideNodes(kept, order, ranks, entry, slide % 2 === 0);
  }
  return withoutGaps(ranks);
}

function withoutSiblingCalls(graph: Graph, level: Float64Array, room: number): Graph {
  if (depthOf(graph) <= room) {
    return graph;
  }
  const steps = Float64Array.from(graph.source, (node, edge) => level[graph.target[edge]] - level[node]);
  const sorted = steps.slice().sort();
  let tooFew = 0;
  let enough = sorted.length;
  let result = edgesWithStep(graph, steps, Infinity);
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    const candidate = edgesWithStep(graph, steps, sorted[middle]);
    if (depthOf(candidate) <= room) {
      enough = middle;
      result = candidate;
    } else {
      tooFew = middle;
    }
  }
  return result;
}

function depthOf(graph: Graph): number {
  return longestPathRanks(graph, topologicalOrder(graph)).reduce((depth, rank) => Math.max(depth, rank + 1), 0);
}

function edgesWithStep({ count, source, target, weight }: Graph, steps: Float64Array, least: number): Graph {
  const long = (_: number, edge: number) => steps[edge] >= least;
  return graphOf(count, source.filter(long), target.filter(long), weight.filter(long));
}

function withoutGaps(ranks: Int32Array): Int32Array {
  const used = [...new Set(ranks)].sort((a, b) => a - b);
  const columnOf = new Map(used.map((rank, column) => [rank, column]));
  return ranks.map((rank) => columnOf.get(rank) ?? 0);
}
