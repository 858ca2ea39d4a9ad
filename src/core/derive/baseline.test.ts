import type { MergeRule } from '../model/definition';

import { deriveTraffic } from './deriveTraffic';
import { call, calls, cells, definition, deriveOne, table } from './testTables';

const requests = calls({ 'a→b': [1, 2, 3] });

test('D75 a baseline adds classes and pods up, and merges by the rule', () => {
  const baseline = table([
    [call('a', 'b', { code: '200' }), [4, 5, NaN]],
    [call('a', 'b', { code: '500' }), [1, NaN, NaN]],
  ]);
  const inputs = ['one', 'two'].map((id) => ({ definition: definition({ id }), tables: { requests, baseline } }));
  const baselineBy = (rule: MergeRule, count: number) => {
    const { history } = deriveTraffic(inputs.slice(0, count), rule);
    return cells(history, history.edges.baseline, 'a→b');
  };
  expect(baselineBy('prefer', 1)).toEqual([5, 5, NaN]);
  expect(baselineBy('prefer', 2)).toEqual([5, 5, NaN]);
  expect(baselineBy('sum', 2)).toEqual([10, 10, NaN]);
  expect(baselineBy('max', 2)).toEqual([5, 5, NaN]);
});

test('D76 a baseline proves no edge and is not counted', () => {
  const baseline = table([
    [call('a', 'b'), [4, 5, 6]],
    [call('a', 'gone'), [9, 9, 9]],
    [{}, [1, 1, 1]],
  ]);
  const { history, counts, notices } = deriveOne({ requests, baseline });
  expect(history.edges.ids).toEqual(['a→b']);
  expect(cells(history, history.edges.baseline, 'a→b')).toEqual([4, 5, 6]);
  expect(counts[0]).toMatchObject({ series: 1, missingLabel: {} });
  expect(counts[0].unjoined).toBeUndefined();
  expect(notices).toEqual([]);
  expect(deriveOne({ requests }).history.edges.baseline).toBeUndefined();
});

test('D76 an earlier time without requests is told', () => {
  const { notices } = deriveOne({ requests, baseline: { ...requests, labels: [], values: new Float64Array(0) } });
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('mean of the time range')]);
});
