import { firesAt } from '../../core/alerts';
import type { AttachedAlert } from '../../core/model/alert';
import { groupKey } from '../../core/model/ids';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { isNeighbours, membersInView } from './members';

/** Whether a node of a view stands for a subject: is it, or is the group that holds it. */
function standsFor(view: TrafficView, row: number, subject: string): boolean {
  if (view.nodes.kinds[row] !== 'group') {
    return view.nodes.ids[row] === subject;
  }
  if (isNeighbours(view, row)) {
    const whole = view.aggregated?.view;
    return whole !== undefined && membersInView(view, row).some((member) => standsFor(whole, member, subject));
  }
  const key = groupKey(view.nodes.paths[row]);
  return subject === key || subject.startsWith(`${key}/`);
}

function belongs(view: TrafficView, pick: ScenePick, { scope, subject }: AttachedAlert): boolean {
  const [source, target] = scope === 'edge' ? subject.split('→') : [];
  if (pick.kind === 'node') {
    return scope === 'edge'
      ? view.nodes.kinds[pick.row] === 'group' &&
          standsFor(view, pick.row, source) &&
          standsFor(view, pick.row, target ?? '')
      : standsFor(view, pick.row, subject);
  }
  return (
    scope === 'edge' &&
    standsFor(view, view.edges.source[pick.row], source) &&
    standsFor(view, view.edges.target[pick.row], target ?? '')
  );
}

const ORDER = Object.freeze({ danger: 0, warning: 1, info: 2 });

/**
 * Alerts that fire at a view's time on a node or edge: its own, and those of everything that it stands for. The most
 * severe first; equal ones of several members once.
 */
export function firingAlerts(
  view: TrafficView,
  pick: ScenePick,
  alerts: readonly AttachedAlert[]
): readonly AttachedAlert[] {
  const found = new Map<string, AttachedAlert>();
  for (const alert of alerts) {
    if (firesAt(alert.periods, view.time) && belongs(view, pick, alert)) {
      const key = JSON.stringify([alert.name, alert.severity, alert.summary, alert.upstream, alert.link]);
      found.set(key, found.get(key) ?? alert);
    }
  }
  return [...found.values()].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.name < b.name ? -1 : 1));
}

/** When the period that holds a time began, in milliseconds. */
export function firingSince({ periods }: AttachedAlert, time: number): number | undefined {
  return periods.find(({ from, to }) => from < time && time <= to)?.from;
}
