import type { ThresholdRule } from '../model/threshold';

import { DEFAULT_THRESHOLDS, evaluateThresholds, validateRules } from './index';
import { historyOf } from './testHistory';

const SOUND: ThresholdRule = { scope: 'edge', metric: 'p95', direction: 'above', warning: 1, danger: 3 };

/** A rule as it may stand in a dashboard that somebody wrote by hand. */
function written(fields: Readonly<Record<string, unknown>>): ThresholdRule {
  return JSON.parse(JSON.stringify({ ...SOUND, ...fields })) as ThresholdRule;
}

test.each([
  ['an expression', { match: { name: '(' } }, 'no valid regular expression'],
  ['a group expression', { match: { group: 'a)(b' } }, 'no valid regular expression'],
  ['a scope', { scope: 'planet' }, '"planet" is no scope'],
  ['a metric', { metric: 'constructor' }, '"constructor" is no metric'],
  ['a direction', { direction: 'up' }, '"up" is no direction'],
  ['a class', { metric: 'classRatio' }, 'names no class'],
  ['a limit', { warning: -1 }, 'limits must be numbers'],
  ['a limit of text', { danger: 'high' }, 'limits must be numbers'],
  ['any limit', { warning: undefined, danger: undefined }, 'has no limit'],
  ['a hold time', { holdSeconds: -5 }, 'hold time'],
  ['a margin', { clearMargin: 1 }, 'clear margin'],
])('T5 a rule with a fault in %s is ignored, and the notice says why', (_, fields, reason) => {
  const rule = written(fields);
  expect(validateRules([SOUND, rule])).toEqual([
    { severity: 'warning', text: expect.stringMatching(new RegExp(`^Threshold 2 is ignored: .*${reason}`)) },
  ]);
  const history = historyOf([{ from: 'web', to: 'api', p95: [5] }], 1);
  expect([...evaluateThresholds(history, [rule]).edges]).toEqual([0]);
  expect([...evaluateThresholds(history, [rule, SOUND]).edges]).toEqual([2]);
});

test('T5 reversed limits still work, and are told', () => {
  const reversed = { ...SOUND, warning: 3, danger: 1 };
  expect(validateRules([reversed])).toEqual([{ severity: 'info', text: expect.stringContaining('Swap') }]);
  const history = historyOf([{ from: 'web', to: 'api', p95: [2] }], 1);
  expect([...evaluateThresholds(history, [reversed]).edges]).toEqual([2]);
});

test('T5 sound rules have no notice', () => {
  expect(validateRules(DEFAULT_THRESHOLDS)).toEqual([]);
});
