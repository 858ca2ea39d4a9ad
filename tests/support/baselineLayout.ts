import { followOrder } from '../../src/core/layout/graph/entry';
import { buildGraph, type Graph } from '../../src/core/layout/graph/graph';
import type { LayoutInput } from '../../src/core/model/layout';

/** Rows of a column at most, as common tools cut it. */
const ROWS = 30;

/**
 * The layout to compare with: longest-path ranks from the entry, nodes in the order of the input with the heaviest in
 * the middle, columns over 30 rows cut.
 */
export function baselineLayout(input: LayoutInput): Float32Array {
  const count = input.ids.length;
  const graph = buildGraph(count, input);
  const backward = backwardEdges(graph);
  const ranks = new Int32Array(count);
  for (let changed = true; changed;) {
    changed = false;
    for (let edge = 0; edge < graph.source.length; edge++) {
      const left = backward[edge] ? graph.target[edge] : graph.source[edge];
      const right = backward[edge] ? graph.source[edge] : graph.target[edge];
      changed ||= ranks[right] <= ranks[left];
      ranks[right] = Math.max(ranks[right], ranks[left] + 1);
    }
  }
  const weight = new Float64Array(count);
  for (let edge = 0; edge < graph.source.length; edge++) {
    weight[graph.source[edge]] += graph.weight[edge];
    weight[graph.target[edge]] += graph.weight[edge];
  }
  const columns: number[][] = [];
  ranks.forEach((rank, node) => (columns[rank] ??= []).push(node));
  const positions = new Float32Array(count * 2);
  let x = 0;
  for (const nodes of columns) {
    for (let begin = 0; begin < nodes.length; begin += ROWS) {
      const part = heaviestInTheMiddle(nodes.slice(begin, begin + ROWS), weight);
      part.forEach((node, row) => positions.set([x, (row - (part.length - 1) / 2) * 3.2], node * 2));
      x += 9;
    }
  }
  return positions;
}

function heaviestInTheMiddle(nodes: readonly number[], weight: Float64Array): number[] {
  const heaviest = nodes.reduce((best, node) => (weight[node] > weight[best] ? node : best), nodes[0]);
  const rest = nodes.filter((node) => node !== heaviest);
  rest.splice(Math.floor(rest.length / 2), 0, heaviest);
  return rest;
}

/** Edges to a node that a depth-first walk from the entry is still busy with. */
function backwardEdges(graph: Graph): Uint8Array {
  const { count, source, target, outgoing } = graph;
  const backward = new Uint8Array(source.length);
  const progress = new Uint8Array(count);
  const next = outgoing.start.slice(0, count);
  for (const root of followOrder(graph, -1)) {
    const path = progress[root] === 0 ? [root] : [];
    while (path.length > 0) {
      const node = path[path.length - 1];
      progress[node] = 1;
      if (next[node] === outgoing.start[node + 1]) {
        progress[node] = 2;
        path.pop();
        continue;
      }
      const edge = outgoing.edges[next[node]++];
      backward[edge] = progress[target[edge]] === 1 ? 1 : 0;
      if (progress[target[edge]] === 0) {
        path.push(target[edge]);
      }
    }
  }
  return backward;
}
