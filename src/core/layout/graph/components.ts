import { type Graph, graphOf } from './graph';

/** A connected part of a graph, with the rows its nodes have in the whole. */
export interface Component {
  readonly graph: Graph;
  readonly rows: Int32Array;
}

/** Connected parts, largest first, equal ones by their first row. */
export function components(graph: Graph): readonly Component[] {
  const part = partOf(graph);
  const sizes: number[] = [];
  for (let node = 0; node < graph.count; node++) {
    sizes[part[node]] = (sizes[part[node]] ?? 0) + 1;
  }
  if (sizes.length === 1) {
    return [{ graph, rows: Int32Array.from({ length: graph.count }, (_, row) => row) }];
  }
  const rows = sizes.map((size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  const local = new Int32Array(graph.count);
  for (let node = 0; node < graph.count; node++) {
    local[node] = filled[part[node]];
    rows[part[node]][filled[part[node]]++] = node;
  }
  const edgesOf: number[][] = sizes.map(() => []);
  for (let edge = 0; edge < graph.source.length; edge++) {
    edgesOf[part[graph.source[edge]]].push(edge);
  }
  return sizes
    .map((size, index) => ({
      rows: rows[index],
      graph: graphOf(
        size,
        Int32Array.from(edgesOf[index], (edge) => local[graph.source[edge]]),
        Int32Array.from(edgesOf[index], (edge) => local[graph.target[edge]]),
        Float64Array.from(edgesOf[index], (edge) => graph.weight[edge])
      ),
    }))
    .sort((a, b) => b.rows.length - a.rows.length || a.rows[0] - b.rows[0]);
}

/** Number of the part each node is in, numbered by first appearance. */
function partOf(graph: Graph): Int32Array {
  const { outgoing, incoming } = graph;
  const part = new Int32Array(graph.count).fill(-1);
  const stack = new Int32Array(graph.count);
  let parts = 0;
  for (let root = 0; root < graph.count; root++) {
    if (part[root] >= 0) {
      continue;
    }
    let depth = 0;
    const reach = (node: number) => {
      if (part[node] < 0) {
        part[node] = parts;
        stack[depth++] = node;
      }
    };
    reach(root);
    while (depth > 0) {
      const node = stack[--depth];
      for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
        reach(graph.target[outgoing.edges[index]]);
      }
      for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
        reach(graph.source[incoming.edges[index]]);
      }
    }
    parts++;
  }
  return part;
}
