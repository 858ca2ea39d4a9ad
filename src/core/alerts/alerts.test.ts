import type { Alert, AttachedAlert } from '../model/alert';
import type { ThresholdStates } from '../model/result';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING } from '../model/state';
import { definition, table, timesOf } from '../derive/testTables';
import { historyOf } from '../thresholds/testHistory';
import { evaluateThresholds } from '../thresholds';
import { alertLabels, alertsFromSeries, attachAlerts, raiseStates, severityOf } from '.';

const HISTORY = historyOf(
  [
    { from: 'eu/shop/web', to: 'eu/shop/cart', rate: [5, 5, 5, 5] },
    { from: 'eu/shop/cart', to: 'eu/data/db', rate: [5, 5, 5, 5] },
    { from: 'us/shop/web', to: 'us/shop/cart', rate: [5, 5, 5, 5] },
  ],
  4
);
const LABELS = alertLabels([definition()]);
const QUIET = evaluateThresholds(HISTORY, []);

function alert(labels: Alert['labels'], more: Partial<Alert> = {}): Alert {
  return { name: 'Burns', labels, severity: 'warning', periods: [{ from: 0, to: 1e9 }], upstream: 'prom', ...more };
}

function subjects(labels: Alert['labels'], known = LABELS): readonly string[] {
  return attachAlerts([alert(labels)], HISTORY, known).attached.map(({ scope, subject }) => `${scope} ${subject}`);
}

describe('alertsFromSeries', () => {
  it('A1 joins buckets that follow one another into periods', () => {
    const [found] = alertsFromSeries(table([[{ alertname: 'Burns', service: 'web' }, [1, 1, NaN, 1]]]), 'prom');
    const [first, second, , fourth] = timesOf(4);
    expect(found.periods).toEqual([
      { from: first - 60_000, to: second },
      { from: fourth - 60_000, to: fourth },
    ]);
    expect(found).toMatchObject({ name: 'Burns', labels: { service: 'web' }, severity: 'warning', upstream: 'prom' });
  });

  it('A2 leaves out pending alerts, nameless series and those that never fired', () => {
    const rows = table([
      [{ alertname: 'Burns', alertstate: 'pending' }, [1, 1]],
      [{ service: 'web' }, [1, 1]],
      [{ alertname: 'Never', alertstate: 'firing' }, [NaN, 0]],
    ]);
    expect(alertsFromSeries(rows, 'prom')).toEqual([]);
  });

  it.each([
    ['critical', 'danger'],
    ['PAGE', 'danger'],
    ['P1', 'danger'],
    ['info', 'info'],
    ['none', 'info'],
    ['warning', 'warning'],
    ['team-word', 'warning'],
  ])('A3 reads severity %s as %s', (severity, expected) => {
    expect(severityOf({ severity })).toBe(expected);
    expect(severityOf({ priority: severity })).toBe(expected);
  });

  it('A3 takes an alert that says nothing as a warning', () => {
    expect(severityOf({})).toBe('warning');
  });
});

describe('attachAlerts', () => {
  it('A4 puts an alert that names both ends on the edge', () => {
    expect(subjects({ source: 'cart', target: 'db', service: 'web' })).toEqual(['edge eu/shop/cart→eu/data/db']);
  });

  it('A5 tries the labels of the query, then of definitions, then usual ones', () => {
    expect(subjects({ target: 'db', service: 'web' })).toEqual(['node eu/data/db']);
    expect(subjects({ service: 'db', team: 'web' })).toEqual(['node eu/data/db']);
    const own = alertLabels([definition()], ['team']);
    expect(subjects({ service: 'db', team: 'web' }, own)).toEqual(['node eu/shop/web', 'node us/shop/web']);
    expect(subjects({ service: 'nobody', app: 'db' })).toEqual(['node eu/data/db']);
  });

  it('A6 keeps to the groups that an alert names', () => {
    expect(subjects({ service: 'cart', region: 'us' })).toEqual(['node us/shop/cart']);
    expect(subjects({ service: 'cart', region: 'us', namespace: 'data' })).toEqual([]);
    expect(subjects({ service: 'cart', region: 'nowhere' })).toEqual(['node eu/shop/cart', 'node us/shop/cart']);
    expect(subjects({ source: 'web', target: 'cart', region: 'us' })).toEqual(['edge us/shop/web→us/shop/cart']);
  });

  it('A7 puts an alert about a group on the innermost one it names', () => {
    expect(subjects({ region: 'eu' })).toEqual(['group eu']);
    expect(subjects({ region: 'eu', namespace: 'data', job: 'kube-state-metrics' })).toEqual(['group eu/data']);
    expect(subjects({ region: 'eu', service: 'unknown' })).toEqual([]);
  });

  it('A8 counts alerts about something else in one notice', () => {
    const { attached, notices } = attachAlerts(
      [alert({ instance: 'disk' }, { name: 'DiskFull' }), alert({}, { name: 'Watchdog' }), alert({ service: 'db' })],
      HISTORY,
      LABELS
    );
    expect(attached).toHaveLength(1);
    expect(notices).toEqual([
      { severity: 'info', text: expect.stringMatching(/^2 alerts name no service of this map: DiskFull, Watchdog\./) },
    ]);
  });

  it('A9 takes any text as a value', () => {
    for (const service of ['__proto__', 'constructor', '<b>', 'a→b', '"],["', '']) {
      expect(subjects({ service, source: service, target: service })).toEqual([]);
    }
  });
});

describe('raiseStates', () => {
  const times = HISTORY.times;
  const on = (scope: AttachedAlert['scope'], subject: string, more: Partial<AttachedAlert> = {}): AttachedAlert => ({
    scope,
    subject,
    name: 'Burns',
    severity: 'danger',
    periods: [{ from: times[0], to: times[2] }],
    upstream: 'prom',
    ...more,
  });
  const node = (states: ThresholdStates, id: string) =>
    Array.from(states.nodes.slice(HISTORY.nodes.ids.indexOf(id) * 4, (HISTORY.nodes.ids.indexOf(id) + 1) * 4));

  it('A10 takes the worse of thresholds and alerts, while an alert fires', () => {
    const raised = raiseStates(HISTORY, QUIET, [
      on('node', 'eu/data/db'),
      on('node', 'eu/data/db', { severity: 'warning', periods: [{ from: 0, to: 1e9 }] }),
      on('node', 'us/shop/cart', { severity: 'info' }),
      on('edge', 'us/shop/web→us/shop/cart'),
      on('group', 'eu'),
    ]);
    expect(node(raised, 'eu/data/db')).toEqual([STATE_WARNING, STATE_DANGER, STATE_DANGER, STATE_WARNING]);
    expect(node(raised, 'us/shop/cart')).toEqual(Array(4).fill(STATE_NORMAL));
    expect(Array.from(raised.edges.slice(8))).toEqual([STATE_NORMAL, STATE_DANGER, STATE_DANGER, STATE_NORMAL]);
    expect(Array.from(raised.groups.slice(0, 4))).toEqual([STATE_NORMAL, STATE_DANGER, STATE_DANGER, STATE_NORMAL]);
  });

  it('A11 shows an alert where there is no data', () => {
    const silent = { ...QUIET, nodes: QUIET.nodes.slice().fill(STATE_NO_DATA) };
    const raised = raiseStates(HISTORY, silent, [on('node', 'eu/data/db')]);
    expect(node(raised, 'eu/data/db')).toEqual([STATE_NO_DATA, STATE_DANGER, STATE_DANGER, STATE_NO_DATA]);
  });

  it('A12 names the alert in transitions, and keeps the rule of those that thresholds made alike', () => {
    const { transitions } = raiseStates(HISTORY, QUIET, [on('node', 'eu/data/db')]);
    expect(transitions).toEqual([
      { scope: 'node', subject: 'eu/data/db', from: STATE_NORMAL, to: STATE_DANGER, time: times[1], alert: 'Burns' },
      { scope: 'node', subject: 'eu/data/db', from: STATE_DANGER, to: STATE_NORMAL, time: times[3] },
    ]);
    const busy = evaluateThresholds(HISTORY, [{ scope: 'node', metric: 'rate', direction: 'above', warning: 1 }]);
    const kept = raiseStates(HISTORY, busy, [on('node', 'eu/data/db', { severity: 'warning' })]);
    expect(kept.transitions.filter(({ subject }) => subject === 'eu/data/db')).toEqual(
      busy.transitions.filter(({ subject }) => subject === 'eu/data/db')
    );
  });

  it('A13 gives the very states where nothing is raised', () => {
    expect(raiseStates(HISTORY, QUIET, [])).toBe(QUIET);
    expect(raiseStates(HISTORY, QUIET, [on('node', 'gone'), on('node', 'eu/data/db', { severity: 'info' })])).toBe(
      QUIET
    );
  });
});
