import type { Graph } from '../graph/graph';
import { createQuadtree, type Quadtree } from './quadtree';

/** A cell this much narrower than it is far counts as one body. */
const OPENING = 1.1;

/** Pull of the middle on each node, in parts of the ideal distance, so that loose parts do not drift away. */
const GRAVITY = 0.02;

/** Turns by number of nodes: large graphs are worth less time each. */
function turnsFor(count: number): number {
  return count <= 200 ? 160 : count <= 1_000 ? 90 : count <= 3_000 ? 50 : 30;
}

/**
 * Moves nodes until edges are about as long as the ideal distance and nodes are far from each other: every pair repels,
 * the more the nearer, edges pull, and each turn allows shorter steps.
 */
export function relax(graph: Graph, x: Float64Array, y: Float64Array, ideal: number): void {
  const { count, source, target, outgoing, incoming } = graph;
  const turns = turnsFor(count);
  const tree = createQuadtree(count);
  const forceX = new Float64Array(count);
  const forceY = new Float64Array(count);
  const degree = Float64Array.from(
    { length: count },
    (_, node) => outgoing.start[node + 1] - outgoing.start[node] + incoming.start[node + 1] - incoming.start[node]
  );
  const stack = new Int32Array(4_096);
  for (let turn = 0; turn < turns; turn++) {
    const built = tree.build(x, y);
    for (let node = 0; node < count; node++) {
      forceX[node] = -x[node] * GRAVITY;
      forceY[node] = -y[node] * GRAVITY;
      repel(built, stack, node, x[node], y[node], ideal * ideal * ideal, forceX, forceY);
    }
    for (let edge = 0; edge < source.length; edge++) {
      const from = source[edge];
      const to = target[edge];
      const dx = x[to] - x[from];
      const dy = y[to] - y[from];
      const pull = Math.sqrt((dx * dx + dy * dy) / Math.min(degree[from], degree[to])) / ideal;
      forceX[from] += dx * pull;
      forceY[from] += dy * pull;
      forceX[to] -= dx * pull;
      forceY[to] -= dy * pull;
    }
    const longest = ideal * 3 * (1 - turn / turns) ** 1.5 + ideal * 0.01;
    for (let node = 0; node < count; node++) {
      const length = Math.sqrt(forceX[node] * forceX[node] + forceY[node] * forceY[node]);
      const step = length > 0 ? Math.min(longest, length * 0.5) / length : 0;
      x[node] += forceX[node] * step;
      y[node] += forceY[node] * step;
    }
  }
}

function repel(
  { children, mass, centreX, centreY, width }: Quadtree,
  stack: Int32Array,
  node: number,
  x: number,
  y: number,
  strength: number,
  forceX: Float64Array,
  forceY: Float64Array
): void {
  let depth = 0;
  stack[depth++] = 0;
  while (depth > 0) {
    const cell = stack[--depth];
    const dx = x - centreX[cell];
    const dy = y - centreY[cell];
    const distance = dx * dx + dy * dy;
    const first = cell * 4;
    const leaf = (children[first] | children[first + 1] | children[first + 2] | children[first + 3]) === 0;
    if (leaf || width[cell] * width[cell] < distance * OPENING * OPENING) {
      if (distance > 1e-9) {
        const push = (mass[cell] * strength) / (distance * Math.sqrt(distance));
        forceX[node] += dx * push;
        forceY[node] += dy * push;
      }
      continue;
    }
    for (let side = 0; side < 4; side++) {
      if (children[first + side] > 0) {
        stack[depth++] = children[first + side];
      }
    }
  }
}
