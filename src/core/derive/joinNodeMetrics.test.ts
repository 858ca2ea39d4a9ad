import type { NodeMetricDefinition, TrafficDefinition } from '../model/definition';
import type { Labels } from '../model/series';

import { deriveTraffic } from './deriveTraffic';
import { call, calls, definition, deriveOne, GROUPED, table } from './testTables';

const CPU: NodeMetricDefinition = { kind: 'saturation', name: 'CPU', expression: 'cpu' };
const HEAP: NodeMetricDefinition = { kind: 'custom', name: 'heap', expression: 'heap' };

/** Eight services. */
const requests = calls({ 'a→b': 1, 'b→c': 1, 'c→d': 1, 'e→f': 1, 'g→h': 1 });

function metricOf(names: readonly string[], more: Labels = {}) {
  return table(names.map((target) => [{ target, ...more }, [0.5]] as const));
}

function derive(node0: ReturnType<typeof table>, more: Partial<TrafficDefinition> = {}) {
  const { notices, counts } = deriveOne({ requests, node0 }, { nodeMetrics: [CPU], ...more });
  return { notices, nodeMetrics: counts[0].nodeMetrics };
}

test('D87 all names on the map: no count and no notice, however many series a name has', () => {
  expect(derive(metricOf(['a', 'a', 'b']))).toEqual({ notices: [], nodeMetrics: undefined });
});

test('D87 names count once, series without one not at all', () => {
  const node0 = table([
    [{ target: 'a', pod: '1' }, [1]],
    [{ target: 'x', pod: '1' }, [1]],
    [{ target: 'x', pod: '2' }, [1]],
    [{ pod: '3' }, [1]],
  ]);
  expect(derive(node0).nodeMetrics).toEqual([{ name: 'CPU', names: 2, joined: 1 }]);
});

test('D88 a metric that most services of the map have is no fault, whatever else it covers', () => {
  const strangers = Array.from({ length: 500 }, (_, index) => `stranger-${index}`);
  const { notices, nodeMetrics } = derive(metricOf(['a', 'b', 'c', 'd', ...strangers]));
  expect(notices).toEqual([]);
  expect(nodeMetrics).toEqual([{ name: 'CPU', names: 504, joined: 4 }]);
});

test('D88 a metric that fewer than half of the services have is told as information, if some names do not fit', () => {
  const { notices } = derive(metricOf(['a', 'z', 'b', 'y', 'x', 'c', 'w']));
  expect(notices).toEqual([
    {
      severity: 'info',
      text: '"mesh": 3 of 7 names of the metric “CPU” are on the map; "w", "x", "y" and others are not. If they are services of the map, their names differ from those of the requests: add a renaming rule, or choose another label.',
    },
  ]);
  expect(derive(metricOf(['a', 'b'])).notices).toEqual([]);
});

test('D88 a metric of which no name is on the map is a warning, with the labels of its series', () => {
  const { notices, nodeMetrics } = derive(metricOf(['stranger'], { __name__: 'cpu', pod: '1' }));
  expect(notices).toEqual([
    {
      severity: 'warning',
      text: '"mesh": 0 of 1 name of the metric “CPU” is on the map; "stranger" is not. The series have "pod", "target". Choose the label that names the service, and those of its groups, as the requests have them, or add a renaming rule.',
    },
  ]);
  expect(nodeMetrics).toEqual([{ name: 'CPU', names: 1, joined: 0 }]);
});

test('D88 series that name no service are a warning, and none at all information', () => {
  const unnamed = derive(table([[{ pod: '1' }, [1]]])).notices;
  expect(unnamed).toEqual([
    {
      severity: 'warning',
      text: expect.stringContaining('no series of the metric “CPU” names a service. The series have "pod".'),
    },
  ]);
  expect(derive(table([[{}, [1]]])).notices[0].text).toContain('have no labels');
  expect(derive(table([])).notices).toEqual([
    { severity: 'info', text: expect.stringContaining('answered with no series') },
  ]);
});

test('D88 an empty map says nothing of names: other notices say why it is empty', () => {
  const { notices, counts } = deriveOne(
    { requests: table([[{ other: 'x' }, [1]]]), node0: metricOf(['a']) },
    { nodeMetrics: [CPU] }
  );
  expect(notices.filter(({ text }) => text.includes('CPU'))).toEqual([]);
  expect(counts[0].nodeMetrics).toBeUndefined();
});

test('D88 what is outside does not count among the services that could have the metric', () => {
  const outside = calls({ 'a→v.com': 1, 'a→w.com': 1, 'a→x.com': 1, 'a→b': 1 });
  const { notices } = deriveOne({ requests: outside, node0: metricOf(['a', 'z']) }, { nodeMetrics: [CPU] });
  expect(notices).toEqual([]);
});

test('D88 the services of another definition do not count, and each metric has one notice', () => {
  const own = { definition: definition({ id: 'own', nodeMetrics: [CPU, CPU, HEAP] }) };
  const tables = {
    requests: calls({ 'p→q': 1 }),
    node0: metricOf(['p', 'x']),
    node1: metricOf(['y']),
    node2: metricOf(['y']),
  };
  const { notices, counts } = deriveTraffic(
    [
      { definition: definition(), tables: { requests } },
      { ...own, tables },
    ],
    'prefer'
  );
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('"own": 0 of 1 name of the metric “heap”')]);
  expect(counts[1].nodeMetrics).toEqual([
    { name: 'CPU', names: 3, joined: 1 },
    { name: 'heap', names: 1, joined: 0 },
  ]);
});

test('D89 names that the map has in other groups are quoted first, and point to group labels', () => {
  const grouped = table([
    [call('web', 'cart', { source_group: 'shop', target_group: 'shop' }), [1]],
    [call('web', 'db', { source_group: 'shop', target_group: 'data' }), [1]],
  ]);
  const node0 = table([
    [{ target: 'cart', target_group: 'prod' }, [1]],
    [{ target: 'alpha', target_group: 'prod' }, [1]],
    [{ target: 'db', target_group: 'data' }, [1]],
    [{ target: 'db', target_group: 'staging' }, [1]],
  ]);
  const { notices } = deriveOne({ requests: grouped, node0 }, { mapping: GROUPED, nodeMetrics: [CPU] });
  expect(notices).toEqual([
    {
      severity: 'info',
      text: '"mesh": 1 of 4 names of the metric “CPU” is on the map; "prod/cart" is not. The map has services of these names in other groups: choose the group labels so that the paths are those of the requests.',
    },
  ]);
});

test('D89 what is quoted depends neither on the order of series nor on what names hold', () => {
  const hostile = ['<img src=x onerror=alert(1)>', 'line\nbreak', '__proto__', 'constructor', 'a/b'];
  const text = derive(metricOf(hostile)).notices[0].text;
  expect(derive(metricOf([...hostile].reverse())).notices[0].text).toBe(text);
  expect(text).toContain('0 of 5 names');
  expect(text).toContain('"<img src=x onerror=alert(1)>", "__proto__", "a%2Fb" and others are not.');
});
