import { DEFAULT_THRESHOLDS, type ReplaceInRules, resolveRules } from '../../core/thresholds';
import { completeOptions, type StoredOptions } from './defaults';
import { shownLimit, storedLimit } from './metricUnits';
import { panelRules, queryLimits, writtenRules } from './thresholdRules';

const rulesOf = (stored: StoredOptions['thresholds'], replace: ReplaceInRules = (text) => text) => {
  const { thresholds } = completeOptions({ thresholds: stored });
  return panelRules(thresholds, DEFAULT_THRESHOLDS, resolveRules(writtenRules(thresholds), replace));
};

describe('panelRules', () => {
  it('leaves the query’s rules as they are when nothing is set here', () => {
    expect(rulesOf(undefined).rules).toBe(DEFAULT_THRESHOLDS);
    expect(rulesOf({ nodes: { p95: { source: 'query', danger: 9 } } }).rules).toBe(DEFAULT_THRESHOLDS);
  });

  it('puts limits of the panel before those of the query, and custom rules before both', () => {
    const { rules } = rulesOf({
      nodes: { lowRate: { source: 'here', warning: 5, danger: 1 } },
      rules: [{ scope: 'edge', metric: 'p99', direction: 'above', danger: 2 }],
    });
    expect(rules).toEqual([
      { scope: 'edge', metric: 'p99', direction: 'above', danger: 2 },
      { scope: 'node', metric: 'rate', direction: 'below', warning: 5, danger: 1 },
      ...DEFAULT_THRESHOLDS,
    ]);
  });

  it('takes the query’s rules away for what is off, and for limits that are both empty', () => {
    const { rules } = rulesOf({ nodes: { errorRatio: { source: 'off' } }, edges: { p95: { source: 'here' } } });
    expect(rules.map(({ scope, metric }) => `${scope} ${metric}`)).toEqual([
      'edge errorRatio',
      'node p95',
      'node saturation',
      'group errorRatio',
      'group rateToBaseline',
    ]);
  });

  it('reports a rule that cannot be used', () => {
    const { notices } = rulesOf({
      rules: [{ scope: 'node', metric: 'p95', direction: 'above', danger: 1, match: { name: '(' } }],
    });
    expect(notices).toEqual([
      { severity: 'warning', text: expect.stringContaining('"(" is no valid regular expression') },
    ]);
  });
});

describe('queryLimits', () => {
  it('finds the limits that hold for all', () => {
    expect(queryLimits(DEFAULT_THRESHOLDS, 'node', 'p95')).toMatchObject({ warning: 1, danger: 3 });
    expect(queryLimits(DEFAULT_THRESHOLDS, 'node', 'lowRate')).toBeUndefined();
  });
});

describe('limits as they are typed', () => {
  it.each([
    ['errorRatio', '7', 0.07],
    ['errorRatio', '0,5', 0.005],
    ['p95', '250', 0.25],
    ['rate', '0', 0],
    ['rate', '', undefined],
    ['rate', '-1', undefined],
    ['rate', '1e999', undefined],
    ['rate', 'many', undefined],
    ['errorRatio', '5%', 0.05],
    ['p95', '2s', 2],
    ['p95', '250 ms', 0.25],
    ['p95', '5%', undefined],
    ['rate', '5 s', undefined],
  ] as const)('%s "%s" is stored as %s', (metric, typed, stored) => {
    expect(storedLimit(metric, typed)).toBe(stored);
  });

  it('reads back what was typed', () => {
    expect(shownLimit('errorRatio', storedLimit('errorRatio', '7'))).toBe(7);
    expect(shownLimit('p95', storedLimit('p95', '0.3'))).toBe(0.3);
  });
});

describe('limits with variables', () => {
  it('T23: keeps them as they were typed, and reads them by the values of the variables', () => {
    expect(storedLimit('p95', ' $slo ')).toBe('$slo');
    expect(shownLimit('p95', '$slo')).toBe('$slo');
    const { rules, notices } = rulesOf({ nodes: { p95: { source: 'here', danger: '$slo' } } }, (text) =>
      text === '$slo' ? '2s' : text
    );
    expect(rules[0]).toEqual({ scope: 'node', metric: 'p95', direction: 'above', danger: 2 });
    expect(notices).toEqual([]);
  });
});
