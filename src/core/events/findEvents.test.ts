import type { AttachedAlert } from '../model/alert';
import { STATE_DANGER, STATE_WARNING } from '../model/state';
import type { ThresholdRule } from '../model/threshold';
import { evaluateThresholds } from '../thresholds';
import { historyOf } from '../thresholds/testHistory';
import type { EventRequest } from './event';
import { findEvents } from './findEvents';

const RULES: readonly ThresholdRule[] = (['edge', 'node', 'group'] as const).map((scope) => ({
  scope,
  metric: 'p95',
  direction: 'above',
  warning: 1,
  danger: 3,
}));
const ALL: EventRequest = {
  scopes: ['edge', 'node', 'group'],
  least: STATE_WARNING,
  states: true,
  alerts: true,
  most: 100,
};

function resultOf(p95: readonly number[], alerts: readonly AttachedAlert[] = []) {
  const rate = p95.map((value) => (Number.isNaN(value) ? NaN : 1));
  const history = historyOf(
    [
      { from: 'eu/user', to: 'eu/web', rate, p95: p95.map((value) => value * 0) },
      { from: 'eu/web', to: 'eu/api', rate, p95 },
    ],
    p95.length
  );
  return { history, states: evaluateThresholds(history, RULES), alerts };
}

const nodesOnly = (least: number): EventRequest => ({ ...ALL, scopes: ['node'], least });

describe('findEvents', () => {
  it('E1, E2: joins what follows without a gap, by its worst, with the reason of that', () => {
    const result = resultOf([0, 2, 5, 2, 0, 2, 0]);
    const { times } = result.history;
    const { events, found } = findEvents(result, nodesOnly(STATE_WARNING));
    expect(found).toBe(2);
    expect(events).toMatchObject([
      { subject: 'eu/api', state: STATE_DANGER, from: times[1], to: times[4], reason: { time: times[2], value: 5 } },
      { subject: 'eu/api', state: STATE_WARNING, from: times[5], to: times[6], reason: { time: times[5], value: 2 } },
    ]);
    expect(findEvents(result, nodesOnly(STATE_DANGER)).events).toMatchObject([
      { state: STATE_DANGER, from: times[2], to: times[3] },
    ]);
  });

  it('E1: ends where data ends', () => {
    const result = resultOf([5, NaN, 5]);
    const { times } = result.history;
    const { events } = findEvents(result, nodesOnly(STATE_DANGER));
    expect(events.map(({ from, to }) => [from, to])).toEqual([
      [times[0], times[1]],
      [times[2], undefined],
    ]);
  });

  it('E3: has no end while it lasts', () => {
    const [event] = findEvents(resultOf([0, 5]), nodesOnly(STATE_WARNING)).events;
    expect('to' in event).toBe(false);
  });

  it('E4: has an event for each time in which an alert fires', () => {
    const quiet = resultOf([0, 0, 0]);
    const { times } = quiet.history;
    const alert: AttachedAlert = {
      scope: 'node',
      subject: 'eu/api',
      name: 'Burns',
      severity: 'danger',
      periods: [
        { from: times[0] - 5, to: times[0] },
        { from: times[1], to: times[2] },
      ],
      upstream: 'Prometheus',
    };
    const alerts = [alert, { ...alert, name: 'Note', severity: 'info' as const }, { ...alert, scope: 'edge' as const }];
    const { events } = findEvents({ ...quiet, alerts }, nodesOnly(STATE_DANGER));
    expect(events).toEqual([
      {
        scope: 'node',
        subject: 'eu/api',
        state: STATE_DANGER,
        from: times[0] - 5,
        to: times[0],
        alert: { name: 'Burns', upstream: 'Prometheus' },
      },
      {
        scope: 'node',
        subject: 'eu/api',
        state: STATE_DANGER,
        from: times[1],
        alert: { name: 'Burns', upstream: 'Prometheus' },
      },
    ]);
    expect(findEvents({ ...quiet, alerts }, { ...ALL, scopes: ['node'] }).found).toBe(4);
    expect(findEvents({ ...quiet, alerts }, { ...ALL, alerts: false }).found).toBe(0);
  });

  it('E5: tells of edges, services and groups, each where it is asked for', () => {
    const result = resultOf([5]);
    expect(
      findEvents(result, ALL)
        .events.map(({ scope }) => scope)
        .sort()
    ).toEqual(['edge', 'group', 'node']);
    expect(findEvents(result, { ...ALL, scopes: ['edge'] }).events.map(({ scope }) => scope)).toEqual(['edge']);
    expect(findEvents(result, { ...ALL, states: false }).found).toBe(0);
  });

  it('E6: keeps the worst, then the latest, in order of time, and tells how many there were', () => {
    const result = resultOf([5, 0, 2, 0, 2, 0]);
    const { times } = result.history;
    const { events, found } = findEvents(result, { ...nodesOnly(STATE_WARNING), most: 2 });
    expect(found).toBe(3);
    expect(events.map(({ from }) => from)).toEqual([times[0], times[4]]);
  });
});
