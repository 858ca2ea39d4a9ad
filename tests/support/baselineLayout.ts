import { followOrder } from '../../src/core/layout/graph/entry';
import { buildGraph } from '../../src/core/layout/graph/graph';
import { breakCycles } from '../../src/core/layout/layered/breakCycles';
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
  const forward = breakCycles(graph, followOrder(graph, -1));
  const ranks = new Int32Array(count);
  for (let changed = true; changed;) {
    changed = false;
    for (let edge = 0; edge < forward.source.length; edge++) {
      if (ranks[forward.target[edge]] <= ranks[forward.source[edge]]) {
        ranks[forward.target[edge]] = ranks[forward.source[edge]] + 1;
        changed = true;
      }
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
