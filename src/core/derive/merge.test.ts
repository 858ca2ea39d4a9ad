import type { MergeRule } from '../model/definition';

import { deriveTraffic, type DerivedTraffic } from './deriveTraffic';
import { call, cells, definition, ratesOf, table } from './testTables';

const EDGE = 'web→api';
const EXPRESSIONS = { requests: 'requests', errors: 'errors' };

function mergeTwo(rule: MergeRule): DerivedTraffic {
  return deriveTraffic(
    [
      {
        definition: definition({ expressions: EXPRESSIONS }),
        tables: {
          requests: table([[call('web', 'api'), [NaN, 10]]]),
          errors: table([[call('web', 'api'), [NaN, 1]]]),
          p95: table([[call('web', 'api'), [NaN, NaN]]]),
        },
      },
      {
        definition: definition({ id: 'carbon', expressions: EXPRESSIONS }),
        tables: {
          requests: table([
            [call('web', 'api'), [40, 30]],
            [call('web', 'search'), [5, 5]],
          ]),
          errors: table([[call('web', 'api'), [0, 6]]]),
          p95: table([[call('web', 'api'), [0.2, 0.3]]]),
          bytes: table([[call('web', 'api'), [100, 200]]]),
        },
      },
    ],
    rule
  );
}

test('D34 an edge of two definitions is one edge that names both', () => {
  const { history } = mergeTwo('prefer');
  expect(history.edges.ids).toEqual([EDGE, 'web→search']);
  expect(history.edges.seenIn).toEqual([['mesh', 'carbon'], ['carbon']]);
  expect(history.nodes.seenIn).toEqual([['mesh', 'carbon'], ['carbon'], ['mesh', 'carbon']]);
});

test('D35 prefer: the first that has requests, gaps and all; other metrics from the first that has them', () => {
  const { history } = mergeTwo('prefer');
  expect(ratesOf(history, EDGE)).toEqual({ normal: [NaN, 9], warning: [NaN, 0], danger: [NaN, 1] });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([NaN, 0.1]);
  expect(cells(history, history.edges.p95, EDGE)).toEqual([0.2, 0.3]);
  expect(cells(history, history.edges.bytes, EDGE)).toEqual([100, 200]);
  expect(ratesOf(history, 'web→search').normal).toEqual([5, 5]);
});

test('D36 sum: rates and errors add, the ratio follows', () => {
  const { history } = mergeTwo('sum');
  expect(ratesOf(history, EDGE)).toEqual({ normal: [40, 33], warning: [0, 0], danger: [0, 7] });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0, 0.175]);
  expect(cells(history, history.edges.p95, EDGE)).toEqual([0.2, 0.3]);
});

test('D37 max: the classes of whoever saw more, the larger of the rest', () => {
  const { history } = mergeTwo('max');
  expect(ratesOf(history, EDGE)).toEqual({ normal: [40, 24], warning: [0, 0], danger: [0, 6] });
  expect(cells(history, history.edges.errorRatio, EDGE)).toEqual([0, 0.2]);
});

test('D34 merging an answer with itself by prefer or max changes nothing', () => {
  const tables = { requests: table([[call('web', 'api'), [3, 4]]]), p95: table([[call('web', 'api'), [1, 2]]]) };
  const once = deriveTraffic([{ definition: definition(), tables }], 'prefer').history;
  for (const rule of ['prefer', 'max'] as const) {
    const twice = deriveTraffic(
      [
        { definition: definition(), tables },
        { definition: definition({ id: 'again' }), tables },
      ],
      rule
    ).history;
    expect(twice.edges.rates).toEqual(once.edges.rates);
    expect(twice.edges.p95).toEqual(once.edges.p95);
    expect(twice.edges.ids).toEqual(once.edges.ids);
  }
});

test('D38 counts and notices are kept apart', () => {
  const { counts, notices } = deriveTraffic(
    [
      { definition: definition(), tables: { requests: table([[call('web', 'api'), [-1, 1]]]) } },
      { definition: definition({ id: 'carbon' }), tables: { requests: table([[call('web', ''), [1, 1]]]) } },
    ],
    'sum'
  );
  expect(counts.map(({ definitionId, badSamples, edges }) => [definitionId, badSamples, edges])).toEqual([
    ['mesh', 1, 1],
    ['carbon', 0, 0],
  ]);
  expect(notices.map(({ text }) => text)).toEqual([
    expect.stringContaining('"mesh": 1 sample was'),
    expect.stringContaining('"carbon": 1 series has no "target"'),
  ]);
});
