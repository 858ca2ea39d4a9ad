import type { EdgeRows } from '../edgeRows';
import { KIND_ORDER, type NodeRows } from '../nodeRows';
import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';

const GROUP_CODE = KIND_ORDER.indexOf('group');

const trouble = (state: number) => (state === STATE_DANGER ? 2 : state === STATE_WARNING ? 1 : 0);

/** Importance is told apart in this many steps; rows of the same step keep their order. */
const STEPS = 4096;

/** Rows by importance (0–1), most important first, in one pass: thousands are sorted with each update. */
export function byImportance(importance: Float32Array): Uint32Array {
  const starts = new Uint32Array(STEPS + 1);
  const stepOf = (row: number) => Math.round((1 - Math.min(1, Math.max(0, importance[row]))) * (STEPS - 1));
  for (let row = 0; row < importance.length; row++) {
    starts[stepOf(row) + 1]++;
  }
  for (let step = 0; step < STEPS; step++) {
    starts[step + 1] += starts[step];
  }
  const order = new Uint32Array(importance.length);
  for (let row = 0; row < importance.length; row++) {
    const step = stepOf(row);
    order[starts[step]] = row;
    starts[step]++;
  }
  return order;
}

/** Nodes in trouble come first, then groups, then by traffic; those outside come last. */
export function nodeOrder(nodes: NodeRows): Uint32Array {
  const importance = new Float32Array(nodes.count);
  for (let row = 0; row < nodes.count; row++) {
    const group = nodes.kinds[row] === GROUP_CODE ? 0.5 : 0;
    const score = 1 + trouble(nodes.states[row]) + group + nodes.shares[row * 3 + 2] - nodes.outside[row];
    importance[row] = score / 4.5;
  }
  return byImportance(importance);
}

/** Edges in trouble come first, then by rate. */
export function edgeOrder(edges: EdgeRows): Uint32Array {
  const importance = new Float32Array(edges.count);
  for (let row = 0; row < edges.count; row++) {
    // Widths grow with the rate.
    importance[row] = (trouble(edges.statesTo[row]) + edges.widthTo[row]) / 3;
  }
  return byImportance(importance);
}
