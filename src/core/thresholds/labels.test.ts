import { deriveOne, table, call } from '../derive/testTables';
import type { TrafficHistory } from '../model/history';
import type { LabelMatcher } from '../model/labelMatcher';
import type { ThresholdRule, ThresholdScope } from '../model/threshold';

import { blindRuleNotices, continueThresholds, evaluateThresholds, resolveRules, validateRules } from './index';
import { historyOf } from './testHistory';

/** Every subject that a rule takes is in danger: all have more than no requests. */
function rule(scope: ThresholdScope, ...labels: readonly LabelMatcher[]): ThresholdRule {
  return { scope, metric: 'rate', direction: 'above', danger: 0, match: { labels } };
}

/** web → api → db, and web → mail; the edges have versions, some services a team. */
function labelled(): TrafficHistory {
  const history = historyOf(
    [
      { from: 'shop/web', to: 'shop/api', rate: [1] },
      { from: 'shop/api', to: 'data/db', rate: [1] },
      { from: 'shop/web', to: 'mail', rate: [1] },
    ],
    1
  );
  const byId = (values: Readonly<Record<string, readonly string[]>>) => history.nodes.ids.map((id) => values[id] ?? []);
  return {
    ...history,
    nodes: {
      ...history.nodes,
      labels: [{ name: 'team', values: byId({ 'shop/api': ['payments', 'core'], 'shop/web': ['front'] }) }],
    },
    edges: {
      ...history.edges,
      labels: [
        { name: 'version', values: [['v1', 'v2'], ['v3'], []] },
        { name: 'team', values: [[], ['storage'], []] },
      ],
    },
  };
}

/** Ids of the subjects that the rules take. */
function takenBy(history: TrafficHistory, ...rules: readonly ThresholdRule[]): readonly string[] {
  return evaluateThresholds(history, rules).transitions.map(({ subject }) => subject);
}

describe('T31 labels of edges', () => {
  test('T31 all of a pattern must match any of the values', () => {
    expect(takenBy(labelled(), rule('edge', { label: 'version', match: 'v2' }))).toEqual(['shop/web→shop/api']);
    expect(takenBy(labelled(), rule('edge', { label: 'version', match: 'v' }))).toEqual([]);
    expect(takenBy(labelled(), rule('edge', { label: 'version', match: 'v[13]' }))).toEqual([
      'shop/api→data/db',
      'shop/web→shop/api',
    ]);
  });

  test('T31 an edge has the labels of either end as well', () => {
    expect(takenBy(labelled(), rule('edge', { label: 'team', match: 'payments' }))).toEqual([
      'shop/api→data/db',
      'shop/web→shop/api',
    ]);
    expect(takenBy(labelled(), rule('edge', { label: 'team', match: 'storage' }))).toEqual(['shop/api→data/db']);
  });

  test('T31 several labels must all match', () => {
    const both = [
      { label: 'team', match: 'front' },
      { label: 'version', match: 'v1' },
    ];
    expect(takenBy(labelled(), rule('edge', ...both))).toEqual(['shop/web→shop/api']);
    expect(takenBy(labelled(), rule('edge', both[0], { label: 'version', match: 'v9' }))).toEqual([]);
  });

  test('T31 a missing label holds nothing, and a label that is there never does', () => {
    expect(takenBy(labelled(), rule('edge', { label: 'version', match: '' }))).toEqual(['shop/web→mail']);
    expect(takenBy(labelled(), rule('edge', { label: 'nowhere', match: '' }))).toHaveLength(3);
    expect(takenBy(labelled(), rule('edge', { label: 'nowhere', match: '.+' }))).toEqual([]);
  });

  test('T2 T31 the other parts of a matcher must match too', () => {
    const match = { name: '.*→db', labels: [{ label: 'team', match: 'payments' }] };
    expect(takenBy(labelled(), { ...rule('edge'), match })).toEqual(['shop/api→data/db']);
  });

  test('T31 values are hostile, and names that objects inherit are no labels', () => {
    const history = labelled();
    const values = [['a\nb.c'], ['constructor'], []];
    const hostile = { ...history, edges: { ...history.edges, labels: [{ name: '__proto__', values }] } };
    expect(takenBy(hostile, rule('edge', { label: '__proto__', match: 'a.b\\.c' }))).toEqual(['shop/web→shop/api']);
    expect(takenBy(hostile, rule('edge', { label: 'constructor', match: '.+' }))).toEqual([]);
  });
});

describe('T32 labels of services and groups', () => {
  test('T32 a service has its own values', () => {
    expect(takenBy(labelled(), rule('node', { label: 'team', match: 'payments' }))).toEqual(['shop/api']);
    expect(takenBy(labelled(), rule('node', { label: 'team', match: 'front' }))).toEqual(['shop/web']);
  });

  test('T32 without any of its own, those of the edges that it is judged by', () => {
    // Nobody calls web: it is judged by what goes out.
    expect(takenBy(labelled(), rule('node', { label: 'version', match: 'v1' }))).toEqual(['shop/api', 'shop/web']);
    expect(takenBy(labelled(), rule('node', { label: 'version', match: 'v3' }))).toEqual(['data/db']);
    expect(takenBy(labelled(), rule('node', { label: 'team', match: 'storage' }))).toEqual(['data/db']);
    expect(takenBy(labelled(), rule('node', { label: 'team', match: '' }))).toEqual(['mail']);
  });

  test('T32 a group has the values of any of its services', () => {
    expect(takenBy(labelled(), rule('group', { label: 'team', match: 'payments' }))).toEqual(['shop']);
    expect(takenBy(labelled(), rule('group', { label: 'team', match: 'storage' }))).toEqual(['data']);
    expect(takenBy(labelled(), rule('group', { label: 'team', match: '' }))).toEqual([]);
  });

  test('T3 T31 the first rule that matches holds, so that teams have limits of their own', () => {
    const strict = { ...rule('node', { label: 'team', match: 'payments' }), danger: 0.5 };
    const others = { ...rule('node'), danger: 5, match: undefined };
    expect(takenBy(labelled(), strict, others)).toEqual(['shop/api']);
    expect(takenBy(labelled(), others, strict)).toEqual([]);
  });
});

test('T15 T31 a history in pieces comes to the states of the whole', () => {
  const requests = table([
    [call('web', 'api', { version: 'v1' }), [1, 1, 1]],
    [call('web', 'db', {}), [1, 1, 1]],
  ]);
  const { history } = deriveOne({ requests }, { keepLabels: ['version'] });
  const rules = [rule('edge', { label: 'version', match: 'v1' })];
  const whole = evaluateThresholds(history, rules);
  expect([...whole.edges]).toEqual([2, 2, 2, 0, 0, 0]);
  expect(continueThresholds(history, rules).states.edges).toEqual(whole.edges);
});

test('T23 T31 variables in labels are replaced, and escaped in what they match', () => {
  const replace = (text: string, format?: 'regex'): string =>
    text === '$label' ? 'team' : text === '$team' ? (format === 'regex' ? 'a\\.b' : 'a.b') : text;
  const written = rule('node', { label: '$label', match: '$team' });
  expect(resolveRules([written], replace)).toMatchObject({
    rules: [rule('node', { label: 'team', match: 'a\\.b' })],
    notices: [],
  });
});

test.each([
  ['no expression', [{ label: 'team', match: '(' }], '"(" is no valid regular expression'],
  ['no name', [{ label: ' ', match: '.+' }], 'it matches on a label without a name'],
  ['no list', 'team', 'its labels are no list'],
  ['no matchers', [null], 'its labels are no list'],
  ['no texts', [{ label: 'team', match: 5 }], 'its labels are no list'],
])('T5 T31 a rule whose labels are %s is ignored, and told', (_, labels, reason) => {
  const odd = JSON.parse(JSON.stringify({ ...rule('edge'), match: { labels } })) as ThresholdRule;
  const { rules, notices } = resolveRules([odd], (text) => text);
  expect(notices).toEqual([
    { severity: 'warning', text: expect.stringContaining(`Threshold 1 is ignored: ${reason}`) },
  ]);
  expect(validateRules(rules)).toEqual(notices);
  expect(takenBy(labelled(), ...rules)).toEqual([]);
});

test.each([
  ['no label at all', false, 'No label is kept here'],
  ['others', true, 'The labels that are kept here are "version", "team"'],
])('T33 a rule on a label that nothing keeps, where %s are, is told', (_, keeps, there) => {
  const history = keeps ? labelled() : { ...labelled(), nodes: { ...labelled().nodes, labels: undefined } };
  const { edges } = history;
  const resolved = resolveRules([rule('node', { label: 'regoin', match: 'eu' })], (text) => text);
  expect(blindRuleNotices(keeps ? history : { ...history, edges: { ...edges, labels: undefined } }, resolved)).toEqual([
    {
      severity: 'info',
      text: expect.stringMatching(
        `^Threshold 1 matches on the label "regoin", which no edge and no service has\\. ${there}`
      ),
    },
  ]);
});

test('T33 a rule on a label that something keeps is not told, whatever it holds', () => {
  const resolved = resolveRules([rule('node', { label: 'team', match: 'nobody' })], (text) => text);
  expect(blindRuleNotices(labelled(), resolved)).toEqual([]);
});
