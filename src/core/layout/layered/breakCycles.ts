import { cycleGroups } from '../graph/cycles';
import { type Graph, graphOf } from '../graph/graph';

/**
 * The graph without cycles. Only edges that are part of a cycle are turned round, and of these the ones that run
 * against the levels of flow; `order` decides between equal levels.
 */
export function breakCycles(graph: Graph, level: Float64Array, order: Int32Array): Graph {
  const group = cycleGroups(graph);
  const place = new Int32Array(graph.count);
  order.forEach((node, index) => {
    place[node] = index;
  });
  const from = graph.source.slice();
  const to = graph.target.slice();
  for (let edge = 0; edge < from.length; edge++) {
    const caller = graph.source[edge];
    const callee = graph.target[edge];
    const against = level[callee] < level[caller] || (level[callee] === level[caller] && place[callee] < place[caller]);
    if (group[caller] === group[callee] && against) {
      from[edge] = callee;
      to[edge] = caller;
    }
  }
  return graphOf(graph.count, from, to, graph.weight);
}
