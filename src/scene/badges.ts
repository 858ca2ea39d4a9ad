import { STATE_DANGER, STATE_WARNING } from '../core/model/state';
import type { EdgeRows } from './edgeRows';
import type { NodeRows } from './nodeRows';

/** What a badge tells, as `programs/badges` reads it: a state in trouble, or a pin. */
export const BADGE_PINNED = 4;

const troubled = (state: number) => state === STATE_WARNING || state === STATE_DANGER;

/** Row, 0 for a node or 1 for an edge, and what it tells: three numbers a badge, the most important drawn last. */
export function badgeCells(
  nodes: NodeRows,
  edges: EdgeRows,
  pinned: ReadonlySet<string> | undefined
): Float32Array<ArrayBuffer> {
  const cells: number[] = [];
  for (let row = 0; row < edges.count; row++) {
    if (troubled(edges.statesTo[row])) {
      cells.push(row, 1, edges.statesTo[row]);
    }
  }
  for (let row = 0; pinned && pinned.size > 0 && row < nodes.count; row++) {
    if (pinned.has(nodes.ids[row])) {
      cells.push(row, 0, BADGE_PINNED);
    }
  }
  for (let row = 0; row < nodes.count; row++) {
    if (troubled(nodes.states[row])) {
      cells.push(row, 0, nodes.states[row]);
    }
  }
  return new Float32Array(cells);
}
