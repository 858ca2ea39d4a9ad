import type { ThresholdRule } from '../model/threshold';

import { DEFAULT_THRESHOLDS, blindRuleNotices } from './index';
import { historyOf, type TestEdge, withMetric } from './testHistory';

const rule = (fields: Partial<ThresholdRule>): ThresholdRule => ({
  scope: 'node',
  metric: 'p95',
  direction: 'above',
  danger: 1,
  ...fields,
});

function told(history: ReturnType<typeof historyOf>, ...rules: readonly ThresholdRule[]): readonly string[] {
  const titles = rules.map((_, index) => `Threshold ${index + 1}`);
  return blindRuleNotices(history, { rules, titles }).map(({ severity, text }) => `${severity}: ${text}`);
}

const of = (edge: Partial<TestEdge>, buckets = 2) => historyOf([{ from: 'web', to: 'api', ...edge }], buckets);

test.each<[string, Partial<ThresholdRule>, Partial<TestEdge>, Partial<TestEdge>]>([
  ['p95 latency', { metric: 'p95' }, { rate: [1, 1] }, { p95: [NaN, 1] }],
  ['p99 latency', { metric: 'p99' }, { rate: [1, 1], p95: [1, 1] }, { rate: [1, 1] }],
  ['error ratio', { metric: 'errorRatio' }, { bytes: [1, 1] }, { errorRatio: [0, NaN] }],
  ['request rate', { metric: 'rate' }, { bytes: [1, 1] }, { rate: [NaN, 0] }],
  ['bytes per second', { metric: 'bytes' }, { rate: [1, 1] }, { bytes: [NaN, 0] }],
  ['share of class danger', { metric: 'classRatio', className: 'danger' }, { bytes: [1, 1] }, { rate: [0, 1] }],
  ['request rate against its usual', { metric: 'rateToBaseline' }, { rate: [NaN, 1] }, { rate: [1, 1] }],
])('T30 a rule on a %s that nothing has is told', (words, fields, without, having) => {
  for (const scope of ['edge', 'node', 'group'] as const) {
    expect(told(of(without), rule({ ...fields, scope }))).toEqual([
      expect.stringContaining(`info: Threshold 1 judges nothing: the data has no ${words}.`),
    ]);
  }
  expect(told(of(having), rule(fields))).toHaveLength(words === 'p99 latency' ? 1 : 0);
});

test('T30 what is usual is known at a single moment where there is a baseline', () => {
  const judging = rule({ metric: 'rateToBaseline' });
  expect(told(of({ rate: [1] }, 1), judging)).toEqual([
    expect.stringContaining('an earlier day or week as Usual rate'),
  ]);
  expect(told(of({ rate: [1], baseline: [2] }, 1), judging)).toEqual([]);
});

test('T30 classes and metrics of services that are not there are told with those that are', () => {
  const history = withMetric(of({ rate: [1, 1] }), { name: 'queue', kind: 'custom' }, { api: [NaN, 3] });
  expect(told(history, rule({ metric: 'classRatio', className: 'dagner' }))).toEqual([
    expect.stringContaining('no share of class dagner. The classes here are "normal", "danger", or remove'),
  ]);
  expect(told(history, rule({ metric: 'custom', metricName: 'threads' }))).toEqual([
    expect.stringContaining('no threads. The metrics of services here are "queue", or remove'),
  ]);
  expect(told(history, rule({ metric: 'saturation' }))).toEqual([expect.stringContaining('Metrics of services')]);
  expect(told(history, rule({ metric: 'custom', metricName: 'queue' }))).toEqual([]);
});

test('T30 rules of a definition are told of what that definition sees', () => {
  const { nodes, edges, ...rest } = historyOf(
    [
      { from: 'web', to: 'api', rate: [1, 1], p95: [1, 1] },
      { from: 'web', to: 'db', rate: [1, 1] },
    ],
    2
  );
  const history = { ...rest, nodes, edges: { ...edges, seenIn: [['mesh'], ['statsd']] } };
  expect(told(history, rule({ match: { definition: 'mesh' } }), rule({ match: { definition: 'statsd' } }))).toEqual([
    expect.stringContaining('Threshold 2'),
  ]);
});

test('T30 nothing is told of the default rules, of rules that are ignored, and of an empty map', () => {
  expect(told(of({ bytes: [1, 1] }), ...DEFAULT_THRESHOLDS)).toEqual([]);
  expect(told(of({ bytes: [1, 1] }), rule({ danger: undefined }))).toEqual([]);
  expect(told(historyOf([], 2), rule({}))).toEqual([]);
});
