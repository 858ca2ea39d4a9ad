import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';

/** Rows of a history's nodes that a row of a view stands for, as a mask. */
export function memberMask(nodes: NodeTable, view: TrafficView, row: number): Uint8Array {
  const mask = new Uint8Array(nodes.ids.length);
  if (view.nodes.kinds[row] !== 'group') {
    const index = nodes.ids.indexOf(view.nodes.ids[row]);
    if (index >= 0) {
      mask[index] = 1;
    }
    return mask;
  }
  const path = view.nodes.paths[row];
  nodes.groups.forEach((group, index) => {
    mask[index] = path.every((part, depth) => group[depth] === part) ? 1 : 0;
  });
  return mask;
}
