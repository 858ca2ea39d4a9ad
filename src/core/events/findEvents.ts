import type { AttachedAlert } from '../model/alert';
import type { TrafficHistory } from '../model/history';
import type { ThresholdStates, TrafficResult, Transition } from '../model/result';
import { STATE_DANGER, STATE_NO_DATA, STATE_WARNING } from '../model/state';
import type { EventRequest, FoundEvents, TrafficEvent } from './event';

/** All events of a time. The rules are numbered in SPEC.md. */
export function findEvents(
  { history, states, alerts = [] }: Pick<TrafficResult, 'history' | 'states' | 'alerts'>,
  request: EventRequest
): FoundEvents {
  const all = [
    ...(request.states ? request.scopes.flatMap((scope) => stateEvents(scope, history, states, request.least)) : []),
    ...(request.alerts ? alerts.flatMap((alert) => alertEvents(alert, history.times, request)) : []),
  ];
  const kept = all.length <= request.most ? all : [...all].sort(worstFirst).slice(0, request.most);
  return { events: [...kept].sort((a, b) => a.from - b.from), found: all.length };
}

function worstFirst(a: TrafficEvent, b: TrafficEvent): number {
  return b.state - a.state || b.from - a.from;
}

function stateEvents(
  scope: Transition['scope'],
  { nodes, edges, times }: TrafficHistory,
  states: ThresholdStates,
  least: number
): readonly TrafficEvent[] {
  const { ids, column } = {
    edge: { ids: edges.ids, column: states.edges },
    node: { ids: nodes.ids, column: states.nodes },
    group: { ids: states.groupPaths, column: states.groups },
  }[scope];
  const changes = new Map<string, Transition[]>();
  for (const transition of states.transitions) {
    if (transition.scope === scope) {
      const own = changes.get(transition.subject);
      if (own) {
        own.push(transition);
      } else {
        changes.set(transition.subject, [transition]);
      }
    }
  }
  return ids.flatMap((subject, row) => {
    const own = column.subarray(row * times.length, (row + 1) * times.length);
    return troubledTimes(own, least).map(({ first, after, worst }): TrafficEvent => {
      const from = times[first];
      const to = after < times.length ? times[after] : undefined;
      const reason = changes
        .get(subject)
        ?.find((change) => change.to === worst && change.time >= from && (to === undefined || change.time < to));
      return { scope, subject, state: worst, from, ...(to !== undefined && { to }), ...(reason && { reason }) };
    });
  });
}

interface TroubledTime {
  readonly first: number;
  /** The bucket after the last one; the number of buckets where it lasts. */
  readonly after: number;
  readonly worst: number;
}

function troubledTimes(states: Uint8Array, least: number): readonly TroubledTime[] {
  const found: TroubledTime[] = [];
  let first = -1;
  let worst = least;
  for (let bucket = 0; bucket <= states.length; bucket++) {
    const isTroubled = bucket < states.length && states[bucket] >= least && states[bucket] !== STATE_NO_DATA;
    if (isTroubled) {
      worst = first < 0 ? states[bucket] : Math.max(worst, states[bucket]);
      first = first < 0 ? bucket : first;
    } else if (first >= 0) {
      found.push({ first, after: bucket, worst });
      first = -1;
    }
  }
  return found;
}

function alertEvents(
  { scope, subject, name, severity, periods, summary, upstream }: AttachedAlert,
  times: Float64Array,
  { scopes, least }: EventRequest
): readonly TrafficEvent[] {
  const state = severity === 'danger' ? STATE_DANGER : STATE_WARNING;
  if (!scopes.includes(scope) || state < least) {
    return [];
  }
  const end = times.length === 0 ? Infinity : times[times.length - 1];
  const alert = { name, upstream, ...(summary !== undefined && { summary }) };
  return periods.map(({ from, to }) => ({ scope, subject, state, from, ...(to < end && { to }), alert }));
}
