import type { NodeMetricDefinition, TrafficDefinition } from '../model/definition';
import type { TrafficHistory } from '../model/history';
import type { Labels } from '../model/series';

import { deriveTraffic } from './deriveTraffic';
import { call, calls, definition, deriveOne, GROUPED, mapping, table } from './testTables';

const CPU: NodeMetricDefinition = { kind: 'saturation', name: 'CPU', expression: 'cpu' };
const SEATS: NodeMetricDefinition = { kind: 'capacity', name: 'seats', expression: 'seats' };
const QUEUE: NodeMetricDefinition = { kind: 'custom', name: 'queue', unit: 'bytes', expression: 'queue' };

const requests = calls({ 'a→b': [10, 20], 'b→c': [4, 8] });

const of = (target: string, more: Labels = {}): Labels => ({ target, ...more });

/** A metric's values of one node, by name of the metric. */
function valuesOf({ nodes, times }: TrafficHistory, name: string, id: string): readonly number[] | undefined {
  const metric = nodes.metrics?.find((each) => each.name === name);
  const row = nodes.ids.indexOf(id);
  return metric && Array.from(metric.values.subarray(row * times.length, (row + 1) * times.length), Math.fround);
}

test('D80 the largest series of a service is its saturation, and its capacities add up', () => {
  const { history, notices } = deriveOne(
    {
      requests,
      node0: table([
        [of('b', { pod: '1' }), [0.5, 0.25]],
        [of('b', { pod: '2' }), [0.25, NaN]],
      ]),
      node1: table([
        [of('b', { pod: '1' }), [10, 10]],
        [of('b', { pod: '2' }), [15, 15]],
      ]),
    },
    { nodeMetrics: [CPU, SEATS] }
  );
  expect(valuesOf(history, 'CPU', 'b')).toEqual([0.5, 0.25]);
  expect(valuesOf(history, 'seats', 'b')).toEqual([25, 25]);
  expect(valuesOf(history, 'CPU', 'c')).toEqual([NaN, NaN]);
  expect(history.nodes.metrics?.map(({ unit }) => unit)).toEqual(['percentunit', 'reqps', 'percentunit']);
  expect(notices).toEqual([]);
});

test('D81 the labels of the target name the service, or else those of the source; a constant end names none', () => {
  const own = { source: { label: 'source', constant: 'Internet' }, target: { label: 'target' } };
  const { history } = deriveOne(
    {
      requests,
      node0: table([
        [of('b'), [1, 1]],
        [{ source: 'a' }, [0.5, 0.5]],
        [{ job: 'x' }, [0.75, 0.75]],
      ]),
    },
    { mapping: mapping(own), nodeMetrics: [CPU] }
  );
  expect(history.nodes.ids).toEqual(['a', 'b', 'c']);
  expect(['a', 'b', 'c'].map((id) => valuesOf(history, 'CPU', id)?.[0])).toEqual([0.5, 1, NaN]);
});

test('D81 a metric has labels, groups and names of its own, and one without a group joins the only service of that name', () => {
  const grouped = table([[call('a', 'b', { source_group: 'x', target_group: 'y' }), [1, 1]]]);
  const by = (service: NodeMetricDefinition['service'], labels: Labels, more: Partial<TrafficDefinition> = {}) => {
    const tables = { requests: grouped, node0: table([[labels, [0.5, 0.5]]]) };
    const { history } = deriveOne(tables, { mapping: GROUPED, nodeMetrics: [{ ...CPU, service }], ...more });
    return valuesOf(history, 'CPU', 'y/b')?.[0];
  };
  expect(by({ label: 'app', groupLabels: ['namespace'] }, { app: 'b', namespace: 'y' })).toBe(0.5);
  expect(by({ label: 'app', groupLabels: ['namespace'] }, { app: 'b', namespace: 'elsewhere' })).toBeNaN();
  expect(by({ label: 'app' }, { app: 'b' })).toBe(0.5);
  const naming = { rules: [{ match: '(.+)-v[0-9]+', name: '$1' }] };
  expect(by({ label: 'app' }, { app: 'b-v2' }, { naming })).toBe(0.5);
});

test('D82 a metric proves no node, and counts to no number of edges', () => {
  const node0 = table([
    [of('stranger', { pod: '<b>' }), [1, 1]],
    [{}, [1, 1]],
  ]);
  const { history, counts } = deriveOne({ requests, node0 }, { nodeMetrics: [CPU] });
  expect(history.nodes.ids).toEqual(['a', 'b', 'c']);
  expect(counts[0]).toMatchObject({ series: 2, samples: 4, missingLabel: {}, edges: 2 });
});

test('D82 a metric whose expression failed is absent, and so it is of a history that nobody asked one', () => {
  expect(deriveOne({ requests }, { nodeMetrics: [CPU] }).history.nodes.metrics).toBeUndefined();
  expect(deriveOne({ requests }).history.nodes.metrics).toBeUndefined();
});

test('D83 custom metrics may be negative; saturations and capacities may not', () => {
  const below = table([[of('b'), [-1, 2]]]);
  const nodeMetrics = [CPU, QUEUE];
  const { history, counts } = deriveOne({ requests, node0: below, node1: below }, { nodeMetrics });
  expect(valuesOf(history, 'CPU', 'b')).toEqual([NaN, 2]);
  expect(valuesOf(history, 'queue', 'b')).toEqual([-1, 2]);
  expect(counts[0].badSamples).toBe(1);
  expect(history.nodes.metrics?.[1].unit).toBe('bytes');
});

test('D84 equal metrics of several definitions merge by the rule, each metric by itself', () => {
  const one = table([
    [of('b'), [1, NaN]],
    [of('c'), [NaN, NaN]],
  ]);
  const two = table([
    [of('b'), [4, 4]],
    [of('c'), [5, 5]],
  ]);
  const inputs = [one, two].map((node0, index) => ({
    definition: definition({ id: `${index}`, nodeMetrics: [{ ...SEATS, kind: 'capacity' as const }] }),
    tables: { requests, node0 },
  }));
  const merged = (rule: 'prefer' | 'sum' | 'max') => {
    const { history } = deriveTraffic(inputs, rule);
    return ['b', 'c'].map((id) => valuesOf(history, 'seats', id));
  };
  expect(merged('prefer')).toEqual([
    [1, NaN],
    [5, 5],
  ]);
  expect(merged('sum')).toEqual([
    [5, 4],
    [5, 5],
  ]);
  expect(merged('max')).toEqual([
    [4, 4],
    [5, 5],
  ]);
});

test('D85 the load is the requests that come in by the capacity, or that go out of a service that nobody calls', () => {
  const node0 = table([
    [of('a'), [40, 0]],
    [of('b'), [20, 10]],
  ]);
  const tighter = table([[of('b'), [NaN, 5]]]);
  const nodeMetrics = [SEATS, { ...SEATS, name: 'threads' }];
  const { history } = deriveOne({ requests, node0, node1: tighter }, { nodeMetrics });
  expect(valuesOf(history, 'load', 'a')).toEqual([0.25, NaN]);
  expect(valuesOf(history, 'load', 'b')).toEqual([0.5, 4]);
  expect(valuesOf(history, 'load', 'c')).toEqual([NaN, NaN]);
});

test('D86 metrics follow their nodes when idle edges and external nodes go', () => {
  const many = table([
    [call('a', 'b'), [1, 1]],
    [call('a', 'idle'), [1, NaN]],
    ...['v.com', 'w.com', 'x.com', 'y.com'].map((host, index) => [call('a', host), [9 - index, 9 - index]] as const),
  ]);
  const node0 = table(['a', 'b', 'idle', 'v.com', 'y.com'].map((name, index) => [of(name), [index, index]] as const));
  const { history } = deriveOne(
    { requests: many, node0 },
    { nodeMetrics: [CPU] },
    { keepIdleSeconds: 30, externals: 1, kinds: [{ match: '.*\\.com', kind: 'external' }] }
  );
  expect(history.nodes.names).toEqual(['3 others', 'a', 'b', 'v.com']);
  expect(history.nodes.ids.map((id) => valuesOf(history, 'CPU', id)?.[1])).toEqual([NaN, 0, 1, 3]);
});
