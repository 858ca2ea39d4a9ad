import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';

/** Whether a row of a view from afar stands for nodes that merely lie together, rather than for a group. */
export function isNeighbours({ aggregated }: TrafficView, row: number): boolean {
  return aggregated !== undefined && aggregated.isNeighbours[row] === 1;
}

/** Rows of the view that a view from afar is made of, which one of its rows stands for. */
export function membersInView({ aggregated }: TrafficView, row: number): readonly number[] {
  const members: number[] = [];
  aggregated?.rowOf.forEach((to, member) => {
    if (to === row) {
      members.push(member);
    }
  });
  return members;
}

/** Rows of a history's nodes that a row of a view stands for, as a mask. */
export function memberMask(nodes: NodeTable, view: TrafficView, row: number): Uint8Array {
  const mask = new Uint8Array(nodes.ids.length);
  if (view.aggregated !== undefined && isNeighbours(view, row)) {
    const whole = view.aggregated.view;
    for (const member of membersInView(view, row)) {
      memberMask(nodes, whole, member).forEach((inside, index) => {
        mask[index] |= inside;
      });
    }
    return mask;
  }
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
