import type { EdgeRows } from '../edgeRows';
import { KIND_ORDER, type NodeRows } from '../nodeRows';
import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';

const GROUP_CODE = KIND_ORDER.indexOf('group');

/** By state: how much more important trouble is. */
const TROUBLE = new Float32Array(256);
TROUBLE[STATE_WARNING] = 1;
TROUBLE[STATE_DANGER] = 2;

/** Importance is told apart in this many steps; rows of the same step keep their order. */
const STEPS = 4096;

/** Rows by importance (0–1), most important first, in one pass: thousands are sorted with each update. */
export function byImportance(importance: Float32Array): Uint32Array {
  const starts = new Uint32Array(STEPS + 1);
  const steps = new Uint16Array(importance.length);
  for (let row = 0; row < importance.length; row++) {
    const step = Math.round((1 - Math.min(1, Math.max(0, importance[row]))) * (STEPS - 1));
    steps[row] = step;
    starts[step + 1]++;
  }
  for (let step = 0; step < STEPS; step++) {
    starts[step + 1] += starts[step];
  }
  const order = new Uint32Array(importance.length);
  for (let row = 0; row < importance.length; row++) {
    order[starts[steps[row]]++] = row;
  }
  return order;
}

/** Nodes in trouble come first, then groups, then by traffic; those outside come last. */
export function nodeOrder(nodes: NodeRows): Uint32Array {
  const importance = new Float32Array(nodes.count);
  for (let row = 0; row < nodes.count; row++) {
    const group = nodes.kinds[row] === GROUP_CODE ? 0.5 : 0;
    const score = 1 + TROUBLE[nodes.states[row]] + group + nodes.shares[row * 3 + 2] - nodes.outside[row];
    importance[row] = score / 4.5;
  }
  return byImportance(importance);
}

/** Edges in trouble come first, then by rate. */
export function edgeOrder(edges: EdgeRows): Uint32Array {
  const importance = new Float32Array(edges.count);
  for (let row = 0; row < edges.count; row++) {
    // Widths grow with the rate.
    importance[row] = (TROUBLE[edges.statesTo[row]] + edges.widthTo[row]) / 3;
  }
  return byImportance(importance);
}
