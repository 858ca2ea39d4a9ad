import type { EdgeRows } from '../edgeRows';
import { KIND_ORDER, type NodeRows } from '../nodeRows';
import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';

const GROUP_CODE = KIND_ORDER.indexOf('group');

const trouble = (state: number) => (state === STATE_DANGER ? 2 : state === STATE_WARNING ? 1 : 0);

/** Rows by importance, most important first: in trouble, then groups, then by traffic; those outside come last. */
export function nodeOrder(nodes: NodeRows): Uint32Array {
  const score = new Float32Array(nodes.count);
  for (let row = 0; row < nodes.count; row++) {
    const group = nodes.kinds[row] === GROUP_CODE ? 0.5 : 0;
    score[row] = trouble(nodes.states[row]) + group + nodes.shares[row * 3 + 2] - nodes.outside[row];
  }
  return Uint32Array.from(score.keys()).sort((a, b) => score[b] - score[a] || a - b);
}

/** Edges by importance: in trouble, then by rate. */
export function edgeOrder(edges: EdgeRows): Uint32Array {
  const score = (row: number) => trouble(edges.statesTo[row]) * 1e12 + edges.rates[row];
  return Uint32Array.from({ length: edges.count }, (_, row) => row).sort((a, b) => score(b) - score(a) || a - b);
}
