import type { AlertPeriod, AttachedAlert } from '../model/alert';
import type { TrafficHistory } from '../model/history';
import type { ThresholdStates, Transition } from '../model/result';
import { STATE_DANGER, STATE_NORMAL, STATE_WARNING, worseState } from '../model/state';

const CODES = Object.freeze({ info: STATE_NORMAL, warning: STATE_WARNING, danger: STATE_DANGER });

/** Whether an alert fires at a time, in milliseconds; a period holds its end and not its beginning. */
export function firesAt(periods: readonly AlertPeriod[], time: number): boolean {
  return periods.some(({ from, to }) => from < time && time <= to);
}

type Scope = Transition['scope'];

interface Raised {
  readonly scope: Scope;
  readonly subject: string;
  readonly row: number;
  readonly alerts: readonly AttachedAlert[];
}

function bySubject(alerts: readonly AttachedAlert[], rows: Record<Scope, ReadonlyMap<string, number>>): Raised[] {
  const raised = new Map<string, { scope: Scope; subject: string; row: number; alerts: AttachedAlert[] }>();
  for (const alert of alerts) {
    const { scope, subject, severity } = alert;
    const row = rows[scope].get(subject);
    if (severity === 'info' || row === undefined) {
      continue;
    }
    const key = `${scope} ${subject}`;
    const known = raised.get(key);
    if (known) {
      known.alerts.push(alert);
    } else {
      raised.set(key, { scope, subject, row, alerts: [alert] });
    }
  }
  return [...raised.values()];
}

/** The changes of one subject's raised states. Where thresholds made the same change, theirs stays, with its rule. */
function transitionsOf(
  { scope, subject, alerts }: Raised,
  states: Uint8Array,
  times: Float64Array,
  own: readonly Transition[]
): readonly Transition[] {
  const found: Transition[] = [];
  let from = STATE_NORMAL;
  for (let bucket = 0; bucket < times.length; bucket++) {
    const to = states[bucket];
    const time = times[bucket];
    if (to !== from && !(bucket === 0 && to !== STATE_WARNING && to !== STATE_DANGER)) {
      const same = own.find((each) => each.time === time && each.from === from && each.to === to);
      const firing = alerts.find((alert) => CODES[alert.severity] === to && firesAt(alert.periods, time));
      found.push(same ?? { scope, subject, from, to, time, ...(firing ? { alert: firing.name } : {}) });
    }
    from = to;
  }
  return found;
}

const byTime = (a: Transition, b: Transition) => a.time - b.time;

/**
 * States by thresholds and by the alerts that fire: the worse of the two, in each bucket. Gives the states themselves
 * where no alert raises any.
 */
export function raiseStates(
  history: TrafficHistory,
  states: ThresholdStates,
  alerts: readonly AttachedAlert[]
): ThresholdStates {
  const rowsOf = (ids: readonly string[]) => new Map(ids.map((id, row) => [id, row]));
  const raised =
    alerts.length === 0
      ? []
      : bySubject(alerts, {
          edge: rowsOf(history.edges.ids),
          node: rowsOf(history.nodes.ids),
          group: rowsOf(states.groupPaths),
        });
  if (raised.length === 0) {
    return states;
  }
  const { times } = history;
  const columns = { edge: states.edges.slice(), node: states.nodes.slice(), group: states.groups.slice() };
  const touched = new Map(raised.map(({ scope, subject }) => [`${scope} ${subject}`, [] as Transition[]]));
  const kept: Transition[] = [];
  for (const transition of states.transitions) {
    (touched.get(`${transition.scope} ${transition.subject}`) ?? kept).push(transition);
  }
  for (const each of raised) {
    const column = columns[each.scope].subarray(each.row * times.length, (each.row + 1) * times.length);
    for (const { severity, periods } of each.alerts) {
      for (let bucket = 0; bucket < times.length; bucket++) {
        if (firesAt(periods, times[bucket])) {
          column[bucket] = worseState(column[bucket], CODES[severity]);
        }
      }
    }
    kept.push(...transitionsOf(each, column, times, touched.get(`${each.scope} ${each.subject}`) ?? []));
  }
  return {
    edges: columns.edge,
    nodes: columns.node,
    groupPaths: states.groupPaths,
    groups: columns.group,
    transitions: kept.sort(byTime),
  };
}
