import { groupKey } from '../../core/model/ids';
import type { Transition } from '../../core/model/result';
import { STATE_DANGER, STATE_NO_DATA, STATE_WARNING } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import type { PanelFormat } from '../format';
import { isNeighbours } from './members';
import { shownText } from './shownText';

/** A state in words, for readers who do not see the colour. */
export function stateWords(code: number): string {
  if (code === STATE_DANGER) {
    return 'Danger';
  }
  if (code === STATE_WARNING) {
    return 'Warning';
  }
  return code === STATE_NO_DATA ? 'No data' : 'Normal';
}

/** The change that led to a subject's state at a time; undefined when it has been so since the history began. */
export function lastTransition(
  transitions: readonly Transition[],
  subject: { readonly scope: Transition['scope']; readonly subject: string },
  time: number
): Transition | undefined {
  for (let index = transitions.length - 1; index >= 0; index--) {
    const transition = transitions[index];
    if (transition.time <= time && transition.subject === subject.subject && transition.scope === subject.scope) {
      return transition;
    }
  }
  return undefined;
}

/** How transitions name a row of a view. */
export function subjectOf(view: TrafficView, pick: ScenePick): Pick<Transition, 'scope' | 'subject'> {
  if (pick.kind === 'edge') {
    return { scope: 'edge', subject: view.edges.ids[pick.row] };
  }
  return view.nodes.kinds[pick.row] === 'group' && !isNeighbours(view, pick.row)
    ? { scope: 'group', subject: groupKey(view.nodes.paths[pick.row]) }
    : { scope: 'node', subject: view.nodes.ids[pick.row] };
}

/** "checkout", or "checkout → payments". */
export function pickName(view: TrafficView, pick: ScenePick): string {
  if (pick.kind === 'node') {
    return shownText(view.nodes.names[pick.row]);
  }
  const { source, target } = view.edges;
  return shownText(`${view.nodes.names[source[pick.row]]} → ${view.nodes.names[target[pick.row]]}`);
}

/** All requests per second of a row of a node × class or edge × class table. */
export function sumOfRow(rates: Float32Array, row: number, classes: number): number {
  let sum = NaN;
  for (let index = row * classes; index < (row + 1) * classes; index++) {
    if (!Number.isNaN(rates[index])) {
      sum = Number.isNaN(sum) ? rates[index] : sum + rates[index];
    }
  }
  return sum;
}

/** A rate's baseline, and the difference from it: "12 req/s, now +25%". */
export function usualWords(rate: number, baseline: number, format: PanelFormat): string {
  const usual = format.rate(baseline);
  if (!(baseline > 0) || Number.isNaN(rate)) {
    return usual;
  }
  return `${usual}, now ${format.change(rate / baseline - 1)}`;
}

/** The row that an id now has in a view; undefined when it is not there. */
export function findPick(view: TrafficView, pick: ScenePick | undefined): ScenePick | undefined {
  if (pick === undefined) {
    return undefined;
  }
  const row = (pick.kind === 'node' ? view.nodes.ids : view.edges.ids).indexOf(pick.id);
  return row < 0 ? undefined : { ...pick, row };
}
