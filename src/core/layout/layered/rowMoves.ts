import type { Direction } from './direction';

/** Steps up or down that are tried, in world units. */
const STEPS = [0.5, 1, 1.6, 2.4, 3.2, 4.4, 6, 8, 11, 15].flatMap((step) => [-step, step]);

/** Factors by which a column is drawn together or apart. */
const SCALES = [0.6, 0.75, 0.88, 1.15, 1.4, 1.8];

/** Nodes that change their rows, and where to. */
export interface Move {
  readonly nodes: readonly number[];
  readonly y: readonly number[];
}

/** Nodes that are below each other, and the least gap between them. */
export interface Column {
  readonly nodes: readonly number[];
  readonly gap: number;
}

/** Columns from the left. Their nodes may come as near to each other as they are, but for a gap that is ample. */
export function columnsOf(positions: Float32Array, { rowGap, ampleGap }: Direction): readonly Column[] {
  const columns = new Map<number, number[]>();
  for (let node = 0; node * 2 < positions.length; node++) {
    columns.set(positions[node * 2], [...(columns.get(positions[node * 2]) ?? []), node]);
  }
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([, nodes]) => ({ nodes, gap: Math.max(rowGap, Math.min(ampleGap, leastGap(nodes, positions))) }));
}

function leastGap(nodes: readonly number[], positions: Float32Array): number {
  const rows = nodes.map((node) => positions[node * 2 + 1]).sort((a, b) => a - b);
  return rows.reduce((least, y, row) => (row === 0 ? least : Math.min(least, y - rows[row - 1])), Infinity);
}

/**
 * Ways to move some nodes of a column: together up or down; several also together or apart, and one also to the place
 * of each other one of its column.
 */
export function movesOf(nodes: readonly number[], column: readonly number[], positions: Float32Array): readonly Move[] {
  const y = nodes.map((node) => positions[node * 2 + 1]);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const steps = STEPS.map((step) => ({ nodes, y: y.map((value) => value + step) }));
  if (nodes.length > 1) {
    return [...steps, ...SCALES.map((scale) => ({ nodes, y: y.map((value) => mean + (value - mean) * scale) }))];
  }
  const others = column.filter((other) => other !== nodes[0]);
  return [...steps, ...others.map((other) => ({ nodes: [nodes[0], other], y: [positions[other * 2 + 1], y[0]] }))];
}

/** Whether a move stays in the room and keeps the gap between rows. */
export function isRoomy(
  positions: Float32Array,
  { nodes, y }: Move,
  { nodes: all, gap }: Column,
  top: number,
  bottom: number
): boolean {
  if (y.some((value) => value < top || value > bottom)) {
    return false;
  }
  const least = gap - 1e-3;
  for (let index = 0; index < nodes.length; index++) {
    for (let other = 0; other < index; other++) {
      if (Math.abs(y[index] - y[other]) < least) {
        return false;
      }
    }
    for (const node of all) {
      if (Math.abs(positions[node * 2 + 1] - y[index]) < least && !nodes.includes(node)) {
        return false;
      }
    }
  }
  return true;
}

export function makeMove(positions: Float32Array, { nodes, y }: Move): void {
  nodes.forEach((node, index) => {
    positions[node * 2 + 1] = y[index];
  });
}

/** Puts nodes back where they were. */
export function undoMove(positions: Float32Array, { nodes }: Move, before: Float32Array): void {
  for (const node of nodes) {
    positions[node * 2 + 1] = before[node * 2 + 1];
  }
}

/** Whether no two nodes of a column are nearer to each other than they may be. */
export function keepsGap({ nodes, gap }: Column, positions: Float32Array): boolean {
  return leastGap(nodes, positions) >= gap - 1e-3;
}
