import type { ThresholdRule } from '../model/threshold';

import { evaluateThresholds } from './evaluateThresholds';
import { DEFAULT_THRESHOLDS } from './index';
import { historyOf, type TestEdge } from './testHistory';

const P95: ThresholdRule = { scope: 'edge', metric: 'p95', direction: 'above', warning: 1, danger: 3 };

function edge(values: Partial<TestEdge> = {}): TestEdge {
  return { from: 'web', to: 'api', ...values };
}

/** States of the first edge under some rules. */
function statesOf(values: readonly number[], ...rules: ThresholdRule[]): number[] {
  return [...evaluateThresholds(historyOf([edge({ p95: values })], values.length), rules).edges];
}

describe('T1 limits', () => {
  test('T1 above: greater is past, equal is not', () => {
    expect(statesOf([0, 1, 1.5, 3, 3.5], P95)).toEqual([0, 0, 1, 1, 2]);
  });
  test('T1 below: less is past, equal is not', () => {
    expect(statesOf([5, 3, 2, 1, 0.5], { ...P95, direction: 'below', warning: 3, danger: 1 })).toEqual([0, 0, 1, 1, 2]);
  });
  test.each([0.05, 0.07, 0.1, 0.3, 0.7, 0.9, 1.1])(
    'T1 %d equals a limit of as much, though histories round it',
    (value) => {
      const limits = { ...P95, warning: value, danger: undefined };
      expect(statesOf([value, value], limits)).toEqual([0, 0]);
      expect(statesOf([value, value], { ...limits, direction: 'below' })).toEqual([0, 0]);
      expect(statesOf([value * 1.001], limits)).toEqual([1]);
      expect(statesOf([value * 0.999], { ...limits, direction: 'below' })).toEqual([1]);
    }
  );
  test('T1 only the limits there are', () => {
    expect(statesOf([2, 4], { ...P95, warning: undefined })).toEqual([0, 2]);
    expect(statesOf([2, 4], { ...P95, danger: undefined })).toEqual([1, 1]);
  });
});

describe('T28 an instant', () => {
  const held: ThresholdRule = { ...P95, holdSeconds: 600 };

  test('T28 one bucket has no time to hold in, two have', () => {
    expect(statesOf([2], held)).toEqual([1]);
    expect(statesOf([2, 2], held)).toEqual([0, 0]);
  });
  test('T28 transitions name the rule as it was written', () => {
    const { transitions } = evaluateThresholds(historyOf([edge({ p95: [2] })], 1), [held]);
    expect(transitions.map(({ rule }) => rule)).toEqual([held]);
  });
  test('T28 a bad hold time keeps its rule from being used all the same', () => {
    expect(statesOf([2], { ...held, holdSeconds: -1 })).toEqual([0]);
    expect(statesOf([2], { ...held, holdSeconds: Infinity })).toEqual([0]);
  });
});

describe('T2 T3 T4 which rule holds', () => {
  const history = historyOf(
    [
      { from: 'eu/shop/web', to: 'eu/pay/api', rate: [1], p95: [2], errorRatio: [0] },
      { from: 'us/shop/web', to: 'us/pay/api', rate: [1], p95: [2], errorRatio: [0.5] },
    ],
    1
  );
  const states = (rule: Partial<ThresholdRule>): number[] => [
    ...evaluateThresholds(history, [{ ...P95, ...rule }]).edges,
  ];

  test.each([
    ['web→api', undefined, [1, 1]],
    ['web', undefined, [1, 1]],
    ['api', undefined, [1, 1]],
    ['we', undefined, [0, 0]],
    ['w.*', 'eu/shop', [1, 0]],
    [undefined, 'us/pay', [0, 1]],
    [undefined, 'us', [0, 0]],
    [undefined, 'us/.*', [0, 1]],
    ['nobody', 'us/.*', [0, 0]],
  ])('T2 name %s and group %s', (name, group, expected) => {
    expect(states({ match: { name, group } })).toEqual(expected);
  });

  test('T2 nodes and groups by name and path', () => {
    const rules: ThresholdRule[] = [
      { ...P95, scope: 'node', match: { name: 'api', group: 'eu/pay' } },
      { ...P95, scope: 'group', match: { name: 'pay', group: 'us/pay' } },
    ];
    const { nodes, groups, groupPaths } = evaluateThresholds(history, rules);
    expect([...nodes]).toEqual([1, 0, 0, 0]);
    expect(groupPaths).toEqual(['eu', 'eu/pay', 'eu/shop', 'us', 'us/pay', 'us/shop']);
    expect([...groups]).toEqual([0, 0, 0, 0, 1, 0]);
  });

  test('T3 the first rule for a metric that matches holds, even if a later one is stricter', () => {
    const lenient = { ...P95, match: { group: 'eu/.*' }, warning: 10, danger: 20 };
    expect([...evaluateThresholds(history, [lenient, P95]).edges]).toEqual([0, 1]);
  });

  test('T3 classes are metrics of their own', () => {
    const ratio = { scope: 'edge', metric: 'classRatio', direction: 'above', danger: 0.1 } as const;
    const mixed = historyOf([edge({ rate: [8], danger: [2] })], 1);
    const rules: ThresholdRule[] = [
      { ...ratio, className: 'normal', danger: 0.9 },
      { ...ratio, className: 'danger' },
    ];
    expect([...evaluateThresholds(mixed, rules).edges]).toEqual([2]);
  });

  test('T4 the worst metric is the state', () => {
    const errors: ThresholdRule = { ...P95, metric: 'errorRatio', warning: 0.1, danger: 0.2 };
    const { edges, transitions } = evaluateThresholds(history, [P95, errors]);
    expect([...edges]).toEqual([1, 2]);
    expect(transitions.map(({ rule, value }) => [rule?.metric, value])).toEqual([
      ['p95', 2],
      ['errorRatio', 0.5],
    ]);
  });
});

describe('T6 T7 T8 states over time', () => {
  test('T6 values must stay past a limit for the hold time', () => {
    expect(statesOf([0, 4, 4, 4, 4], { ...P95, holdSeconds: 30 })).toEqual([0, 0, 0, 2, 2]);
    expect(statesOf([4, 4, 0, 4, 4], { ...P95, holdSeconds: 30 })).toEqual([0, 0, 0, 0, 0]);
  });
  test('T6 danger counts as past the warning', () => {
    expect(statesOf([2, 4, 2], { ...P95, holdSeconds: 30 })).toEqual([0, 0, 1]);
  });
  test('T7 a state clears a margin away from its limit', () => {
    expect(statesOf([2, 0.95, 0.9, 0.95, 2], { ...P95, danger: undefined, clearMargin: 0.1 })).toEqual([1, 1, 0, 0, 1]);
    const below: ThresholdRule = { ...P95, direction: 'below', warning: 10, danger: undefined, clearMargin: 0.1 };
    expect(statesOf([9, 10.5, 11, 10.5, 9], below)).toEqual([1, 1, 0, 0, 1]);
  });
  test('T7 values must stay back for the hold time', () => {
    const rule = { ...P95, danger: undefined, holdSeconds: 15 };
    expect(statesOf([2, 2, 0, 2, 0, 0], rule)).toEqual([0, 1, 1, 1, 1, 0]);
  });
  test('T8 without a hold time a state rises and falls by any number of steps', () => {
    expect(statesOf([0, 4, 0, 2, 4, 2], P95)).toEqual([0, 2, 0, 1, 2, 1]);
  });
  test('T8 with one it rises at once, and falls step by step', () => {
    expect(statesOf([4, 4, 4, 0, 0, 0, 0, 0], { ...P95, holdSeconds: 30 })).toEqual([0, 0, 2, 2, 2, 1, 1, 0]);
  });
});

describe('T11 T12 T13 T14 data and its absence', () => {
  test('T11 a metric without a value clears, while others keep the subject known', () => {
    const history = historyOf([edge({ rate: [1, 1, 1], p95: [4, NaN, NaN] })], 3);
    expect([...evaluateThresholds(history, [P95]).edges]).toEqual([2, 0, 0]);
    expect([...evaluateThresholds(history, [{ ...P95, scope: 'node' }]).nodes.subarray(0, 3)]).toEqual([2, 0, 0]);
  });
  test('T12 no value at all is noData; any value without a rule is normal', () => {
    const history = historyOf([edge({ bytes: [NaN, 0, 5] })], 3);
    const { edges, nodes } = evaluateThresholds(history, []);
    expect([...edges]).toEqual([3, 0, 0]);
    expect([...nodes]).toEqual([3, 0, 0, 3, 0, 0]);
  });
  test('T13 T14 transitions name rule and value, except where data ended or began', () => {
    const { transitions } = evaluateThresholds(historyOf([edge({ p95: [4, 2, 0, NaN, 5] })], 5), [P95]);
    const own = transitions.filter(({ scope }) => scope === 'edge');
    expect(own).toEqual([
      { scope: 'edge', subject: 'web→api', from: 0, to: 2, time: 15_000, rule: P95, value: 4 },
      { scope: 'edge', subject: 'web→api', from: 2, to: 1, time: 30_000, rule: P95, value: 2 },
      { scope: 'edge', subject: 'web→api', from: 1, to: 0, time: 45_000, rule: P95, value: 0 },
      { scope: 'edge', subject: 'web→api', from: 0, to: 3, time: 60_000 },
      { scope: 'edge', subject: 'web→api', from: 3, to: 2, time: 75_000, rule: P95, value: 5 },
    ]);
  });
  test('T13 a quiet or silent beginning is no transition', () => {
    expect(evaluateThresholds(historyOf([edge({ p95: [0, 0] })], 2), [P95]).transitions).toEqual([]);
    expect(evaluateThresholds(historyOf([edge({})], 2), [P95]).transitions).toEqual([]);
  });
  test('T14 transitions of all subjects are in order of time', () => {
    const history = historyOf([edge({ p95: [0, 4, 0] }), { from: 'app', to: 'api', p95: [4, 0, 4] }], 3);
    const { transitions } = evaluateThresholds(history, [P95, { ...P95, scope: 'node' }]);
    const times = transitions.map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(transitions.map(({ scope }) => scope))).toEqual(new Set(['edge', 'node']));
  });
});

describe('T16 T17 T18 T19 what is judged', () => {
  const rate: ThresholdRule = { scope: 'node', metric: 'rate', direction: 'above', warning: 9, danger: 90 };
  const errors: ThresholdRule = { scope: 'node', metric: 'errorRatio', direction: 'above', warning: 0.1, danger: 0.3 };

  test('T16 the rate is of all classes, and a class ratio is part of it', () => {
    const history = historyOf([edge({ rate: [8, 0], danger: [2, 0] })], 2);
    const share: ThresholdRule = { ...P95, metric: 'classRatio', className: 'danger', warning: 0.1, danger: 0.25 };
    expect([...evaluateThresholds(history, [{ ...rate, scope: 'edge' }]).edges]).toEqual([1, 0]);
    expect([...evaluateThresholds(history, [share]).edges]).toEqual([1, 0]);
    expect([...evaluateThresholds(history, [{ ...share, className: 'nobody' }]).edges]).toEqual([0, 0]);
  });

  test('T17 a node is judged by what comes in: rates add, errors are weighted, latency is the largest', () => {
    const history = historyOf(
      [
        { from: 'a', to: 'x', rate: [90], errorRatio: [0], p95: [1] },
        { from: 'b', to: 'x', rate: [10], errorRatio: [1], p95: [4] },
        { from: 'x', to: 'y', rate: [1], errorRatio: [1], p95: [9] },
      ],
      1
    );
    const judge = (rule: ThresholdRule): number => evaluateThresholds(history, [rule]).nodes[2];
    expect(history.nodes.ids[2]).toBe('x');
    expect(judge({ ...rate, warning: 99, danger: 100 })).toBe(1);
    expect(judge({ ...errors, warning: 0.09, danger: 0.11 })).toBe(1);
    expect(judge({ ...P95, scope: 'node', warning: 3, danger: 5 })).toBe(1);
  });

  test('T17 one that no other node calls is judged by what goes out', () => {
    const history = historyOf(
      [
        { from: 'a', to: 'a', rate: [1], errorRatio: [0] },
        { from: 'a', to: 'b', rate: [100], errorRatio: [0.5] },
      ],
      1
    );
    expect([...evaluateThresholds(history, [errors]).nodes]).toEqual([2, 2]);
  });

  test('T18 a group counts each request to a service of its own once', () => {
    const history = historyOf(
      [
        { from: 'internet', to: 'eu/web', rate: [5], errorRatio: [0] },
        { from: 'eu/web', to: 'eu/shop/api', rate: [4], errorRatio: [0] },
        { from: 'eu/shop/api', to: 'us/db', rate: [50], errorRatio: [1] },
      ],
      1
    );
    const judge = (rule: ThresholdRule): Record<string, number> => {
      const { groupPaths, groups } = evaluateThresholds(history, [{ ...rule, scope: 'group' }]);
      return Object.fromEntries(groupPaths.map((path, row) => [path, groups[row]]));
    };
    expect(judge({ ...rate, warning: 8.9, danger: 9.1 })).toEqual({ eu: 1, 'eu/shop': 0, us: 2 });
    expect(judge(errors)).toEqual({ eu: 0, 'eu/shop': 0, us: 2 });
  });

  test('T19 the baseline is the mean of what was before', () => {
    const drop: ThresholdRule = { ...P95, metric: 'rateToBaseline', direction: 'below', warning: 0.5, danger: 0.2 };
    const history = historyOf([edge({ rate: [10, 20, NaN, 15, 7, 2] })], 6);
    expect([...evaluateThresholds(history, [drop]).edges]).toEqual([0, 0, 3, 0, 1, 2]);
    expect([...evaluateThresholds(historyOf([edge({ rate: [0, 0, 5] })], 3), [drop]).edges]).toEqual([0, 0, 0]);
  });

  test('T19 a baseline goes before the mean, adds up, and is no data by itself', () => {
    const drop: ThresholdRule = { ...P95, metric: 'rateToBaseline', direction: 'below', warning: 0.5, danger: 0.2 };
    const unknown = [NaN, NaN, NaN, NaN];
    const one = edge({ rate: [10, 4, 10, 10], baseline: [10, 10, NaN, 0] });
    expect([...evaluateThresholds(historyOf([one], 4), [drop]).edges]).toEqual([0, 1, 0, 0]);
    const silent = edge({ rate: unknown, errorRatio: unknown, p95: unknown, baseline: [10, 10, 10, 10] });
    expect([...evaluateThresholds(historyOf([silent], 4), [drop]).edges]).toEqual([3, 3, 3, 3]);
    const calls = [
      { from: 'a', to: 'c', rate: [10, 1, 10, 10], baseline: [10, 10, 10, 10] },
      { from: 'b', to: 'c', rate: [90, 90, 5, 90], baseline: [90, 90, 90, 10] },
    ];
    const { nodes } = evaluateThresholds(historyOf(calls, 4), [{ ...drop, scope: 'node' }]);
    expect([...nodes.slice(8)]).toEqual([0, 0, 2, 0]);
  });

  test('T20 the default rules see errors, slowness, and a group that loses its traffic', () => {
    const calm = Array.from({ length: 20 }, () => 100);
    const lost = [...calm.slice(0, 8), ...Array.from({ length: 12 }, () => 5)];
    const history = historyOf(
      [
        { from: 'eu/a', to: 'eu/b', rate: calm, errorRatio: calm.map(() => 0.2), p95: calm.map(() => 0.1) },
        { from: 'us/a', to: 'us/b', rate: calm, errorRatio: calm.map(() => 0), p95: calm.map(() => 5) },
        { from: 'ap/a', to: 'ap/b', rate: lost, errorRatio: calm.map(() => 0), p95: calm.map(() => 0.1) },
      ],
      20
    );
    const { edges, groups, groupPaths } = evaluateThresholds(history, DEFAULT_THRESHOLDS);
    expect([edges[19], edges[39], edges[59]]).toEqual([2, 2, 0]);
    expect(groupPaths.map((path, row) => [path, groups[row * 20 + 19]])).toEqual([
      ['ap', 2],
      ['eu', 2],
      ['us', 0],
    ]);
  });
});
