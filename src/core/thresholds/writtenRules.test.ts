import type { WrittenRule } from '../model/threshold';

import { evaluateThresholds } from './evaluateThresholds';
import { historyOf } from './testHistory';
import { parseWrittenNumber, requestRules, resolveRules } from './writtenRules';

const P95 = { scope: 'edge', metric: 'p95', direction: 'above' } as const;

const keep = (text: string): string => text;

test.each([
  ['0.05', 0.05],
  ['5%', 0.05],
  ['7 %', 0.07],
  ['250ms', 0.25],
  [' 2 s ', 2],
  ['.5', 0.5],
  ['1e3', 1000],
  ['-1', -1],
  ['', NaN],
  ['five', NaN],
  ['0x10', NaN],
  ['5%%', NaN],
  ['Infinity', NaN],
])('T23 "%s" is written for %d', (text, expected) => {
  expect(parseWrittenNumber(text)).toBe(expected);
});

test('T23 variables become numbers, and those of matchers are escaped', () => {
  const values: Readonly<Record<string, string>> = { $slo: '5%', $hold: '60', $service: 'a.b' };
  const replace = (text: string, format?: 'regex'): string => {
    const value = values[text] ?? text;
    return format === 'regex' && text in values ? value.replace('.', '\\.') : value;
  };
  const rule: WrittenRule = { ...P95, danger: '$slo', holdSeconds: '$hold', match: { name: '$service' } };
  expect(resolveRules([rule], replace)).toEqual({
    rules: [{ ...P95, danger: 0.05, holdSeconds: 60, match: { name: 'a\\.b' } }],
    titles: ['Threshold 1'],
    notices: [],
  });
});

test('T23 a number that is none is not used, and a notice names it with what it became', () => {
  const replace = (text: string): string => (text === '$slo' ? 'gold' : text);
  const { rules, notices } = resolveRules(
    [
      { ...P95, warning: 1, danger: '$slo' },
      { ...P95, danger: '$none' },
    ],
    replace
  );
  expect(rules).toEqual([{ ...P95, warning: 1 }, P95]);
  expect(notices.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Threshold 1: its danger limit "\$slo" is "gold", which is no number/),
    expect.stringMatching(/^Threshold 2: its danger limit "\$none" is no number/),
    expect.stringMatching(/^Threshold 2 is ignored: it has no limit/),
  ]);
});

function definition(id: string, thresholds?: readonly WrittenRule[]): Parameters<typeof requestRules>[0][number] {
  const mapping = { source: {}, target: {} };
  return { id, kind: 'prometheus', upstream: '', expressions: { requests: 'x' }, mapping, thresholds };
}

test('T22 rules of a definition hold for what it sees alone, and come first', () => {
  const history = historyOf(
    [
      { from: 'web', to: 'api', p95: [2] },
      { from: 'web', to: 'db', p95: [2] },
    ],
    1
  );
  const seen = { ...history, edges: { ...history.edges, seenIn: [['mesh (1)'], ['carbon']] } };
  const definitions = [definition('mesh (1)', [{ ...P95, danger: 1 }]), definition('carbon')];
  const { rules, notices } = requestRules(definitions, [{ ...P95, warning: '1500ms' }], keep);
  expect(notices).toEqual([]);
  expect([...evaluateThresholds(seen, rules).edges]).toEqual([2, 1]);
});

test('T22 a fault in a rule of a definition names the definition', () => {
  const { notices } = requestRules([definition('mesh', [P95])], [], keep);
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('Threshold 1 of “mesh” is ignored')]);
});

describe('T21 further parts of a matcher', () => {
  const plain = historyOf(
    [
      { from: 'eu/web', to: 'eu/db', p95: [2] },
      { from: 'eu/web', to: 'us/api', p95: [2] },
    ],
    1
  );
  const history: typeof plain = {
    ...plain,
    nodes: {
      ...plain.nodes,
      kinds: ['database', 'gateway', 'service'],
      seenIn: [['mesh'], ['mesh', 'carbon'], ['carbon']],
    },
    edges: { ...plain.edges, protocols: ['tcp', 'http'] },
  };
  const states = (rule: Partial<WrittenRule>): ReturnType<typeof evaluateThresholds> =>
    evaluateThresholds(history, resolveRules([{ ...P95, danger: 1, ...rule }], keep).rules);

  test('T21 kind: of a node, of either end of an edge, of any service of a group', () => {
    expect(history.nodes.ids).toEqual(['eu/db', 'eu/web', 'us/api']);
    expect([...states({ match: { kind: 'data.*' } }).edges]).toEqual([2, 0]);
    expect([...states({ match: { kind: 'gateway' } }).edges]).toEqual([2, 2]);
    expect([...states({ scope: 'node', match: { kind: 'database' } }).nodes]).toEqual([2, 0, 0]);
    expect([...states({ scope: 'group', match: { kind: 'database' } }).groups]).toEqual([2, 0]);
  });
  test('T21 protocol: of edges', () => {
    expect([...states({ match: { protocol: 'tcp' } }).edges]).toEqual([2, 0]);
    expect(resolveRules([{ ...P95, scope: 'node', danger: 1, match: { protocol: 'tcp' } }], keep).notices).toEqual([
      { severity: 'warning', text: 'Threshold 1 is ignored: only edges have a protocol.' },
    ]);
  });
  test('T21 definition: of nodes and of any service of a group', () => {
    expect([...states({ scope: 'node', match: { definition: 'carbon' } }).nodes]).toEqual([0, 2, 2]);
    expect([...states({ scope: 'group', match: { definition: 'carbon' } }).groups]).toEqual([2, 2]);
    expect([...states({ scope: 'node', match: { definition: 'carbon', kind: 'gateway' } }).nodes]).toEqual([0, 2, 0]);
  });
});
