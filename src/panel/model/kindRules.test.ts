import { smallResult } from '../../../tests/support/trafficResult';
import { kindRuleMatches, kindRuleNotices, readKindRules, withKinds, type KindRule } from './kindRules';

const { nodes } = smallResult().history;
const kindOf = (rules: readonly KindRule[], name: string) => withKinds(nodes, rules).kinds[nodes.names.indexOf(name)];

describe('kind rules', () => {
  it('give the kind of the first rule that matches the whole name', () => {
    const rules: readonly KindRule[] = [
      { pattern: 'check', kind: 'cache' },
      { pattern: 'check.*', kind: 'queue' },
      { pattern: '.*', kind: 'database' },
    ];
    expect(kindOf(rules, 'checkout')).toBe('queue');
    expect(kindOf(rules, 'gateway')).toBe('database');
  });

  it('match the group path and name too', () => {
    expect(kindOf([{ pattern: 'eu/.*/checkout', kind: 'external' }], 'checkout')).toBe('external');
    expect(kindRuleMatches(nodes, { pattern: 'eu/.*', kind: 'external' })).toBeGreaterThan(0);
  });

  it('leave alone what none matches, and the table itself where none is usable', () => {
    expect(kindOf([{ pattern: 'nobody', kind: 'user' }], 'checkout')).toBe(
      nodes.kinds[nodes.names.indexOf('checkout')]
    );
    expect(withKinds(nodes, [{ pattern: '(', kind: 'user' }])).toBe(nodes);
  });

  it('leave out what a dashboard stores that is no rule at all', () => {
    const sound = [{ pattern: 'a', kind: 'user' }];
    expect(readKindRules(sound)).toBe(sound);
    expect(readKindRules([null, 'a', ...sound])).toEqual(sound);
    expect(readKindRules({ 0: sound[0] })).toEqual([]);
  });

  it('say which rule is ignored, and why', () => {
    const bad = [
      { pattern: 'fine', kind: 'user' },
      { pattern: '(', kind: 'user' },
      { pattern: 'x', kind: 'robot' },
      { pattern: '', kind: 'user' },
    ] as unknown as KindRule[];
    expect(kindRuleNotices(bad).map(({ text }) => text)).toEqual([
      'Kind rule 2 is ignored: "(" is no valid regular expression.',
      expect.stringContaining('Kind rule 3 is ignored: "robot" is no kind'),
      'Kind rule 4 is ignored: it has no expression.',
    ]);
  });
});
