import type { ThresholdRule } from '../model/threshold';

import { evaluateThresholds } from './evaluateThresholds';
import { historyOf, withMetric } from './testHistory';
import { validateRules } from './validateRules';

const SATURATED: ThresholdRule = { scope: 'node', metric: 'saturation', direction: 'above', warning: 0.5, danger: 0.9 };
const QUEUE: ThresholdRule = { scope: 'node', metric: 'custom', metricName: 'queue', direction: 'above', danger: 100 };

const bare = historyOf(
  [
    { from: 'eu/web', to: 'eu/api', rate: [1, 1, NaN], errorRatio: [0, 0, NaN] },
    { from: 'eu/api', to: 'us/db', rate: [1, NaN, NaN], errorRatio: [0, NaN, NaN] },
  ],
  3
);
const busy = withMetric(
  bare,
  { name: 'CPU', kind: 'saturation' },
  { 'eu/api': [0.6, 0.2, NaN], 'us/db': [0.1, 0.1, 0.1] }
);
const loaded = withMetric(busy, { name: 'load', kind: 'load' }, { 'eu/api': [0.1, 0.95, NaN] });
const history = withMetric(loaded, { name: 'queue', kind: 'custom' }, { 'eu/api': [500, 1, NaN], 'eu/web': [2, 1, 0] });

const nodeStates = (...rules: ThresholdRule[]) => {
  const { nodes } = evaluateThresholds(history, rules);
  return Object.fromEntries(history.nodes.ids.map((id, row) => [id, [...nodes.subarray(row * 3, row * 3 + 3)]]));
};

test('T24 saturation is the largest of all saturations of a service, its load included', () => {
  expect(nodeStates(SATURATED)['eu/api']).toEqual([1, 2, 3]);
  const { transitions } = evaluateThresholds(history, [SATURATED]);
  const told = transitions.filter(({ subject, rule }) => subject === 'eu/api' && rule !== undefined);
  expect(told.map(({ value }) => Number(value?.toFixed(4)))).toEqual([0.6, 0.95]);
});

test('T24 a custom rule reads the metric that it names, one of any kind; rules of two metrics hold side by side', () => {
  expect(nodeStates(QUEUE)['eu/api']).toEqual([2, 0, 3]);
  expect(nodeStates({ ...QUEUE, metricName: 'CPU', danger: 0.5 })['eu/api']).toEqual([2, 0, 3]);
  expect(nodeStates({ ...QUEUE, metricName: 'nobody' })['eu/api']).toEqual([0, 0, 3]);
  const both = [{ ...QUEUE, metricName: 'CPU', danger: 0.9 }, QUEUE];
  expect(nodeStates(...both)['eu/api']).toEqual([2, 0, 3]);
});

test('T25 a group has the worst of its services: the largest for a limit above, the smallest for one below', () => {
  const groupStates = (rule: ThresholdRule) => [...evaluateThresholds(history, [{ ...rule, scope: 'group' }]).groups];
  expect(groupStates(SATURATED).slice(0, 3)).toEqual([1, 2, 0]);
  const low: ThresholdRule = { ...QUEUE, direction: 'below', danger: 2 };
  expect(groupStates(low).slice(0, 3)).toEqual([0, 2, 2]);
});

test('T26 a saturation or custom value is data, without any traffic; a capacity is none', () => {
  expect(nodeStates()).toEqual({ 'eu/api': [0, 0, 3], 'eu/web': [0, 0, 0], 'us/db': [0, 0, 0] });
  const able = withMetric(bare, { name: 'seats', kind: 'capacity' }, { 'us/db': [9, 9, 9] });
  expect([...evaluateThresholds(able, []).nodes.subarray(6)]).toEqual([0, 3, 3]);
});

test('T5 edges have no metrics of services, and a custom rule names one', () => {
  const faults = (rule: ThresholdRule) => validateRules([rule]).map(({ text }) => text);
  expect(faults({ ...SATURATED, scope: 'edge' })).toEqual([expect.stringContaining('use node or group')]);
  expect(faults({ ...QUEUE, metricName: undefined })).toEqual([expect.stringContaining('it names no metric')]);
  expect(faults(QUEUE)).toEqual([]);
});
