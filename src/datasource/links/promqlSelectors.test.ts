import { cutAtSelectors } from './promqlSelectors';

describe('narrowing selectors of PromQL', () => {
  it.each([
    ['up', 'up{M}'],
    ['rate(a[5m])', 'rate(a{M}[5m])'],
    ['rate(a{}[5m])', 'rate(a{M}[5m])'],
    [
      'sum by (src, dst) (rate(a{x="}{",y=~\'b{2}\'}[$__rate_interval] offset 5m))',
      'sum by (src, dst) (rate(a{Mx="}{",y=~\'b{2}\'}[$__rate_interval] offset 5m))',
    ],
    ['sum(a) by (src) / 2', 'sum(a{M}) by (src) / 2'],
    ['{__name__="a"} or b:c_total', '{M__name__="a"} or b:c_total{M}'],
    [
      'histogram_quantile(0.95, sum by (le) (rate(a_bucket[1m]))) > 1e3',
      'histogram_quantile(0.95, sum by (le) (rate(a_bucket{M}[1m]))) > 1e3',
    ],
    ['a # not b{x="1"}\n  and c @ start()', 'a{M} # not b{x="1"}\n  and c{M} @ start()'],
    ['rate(a{x="\\"}"}[5m:1m])', 'rate(a{Mx="\\"}"}[5m:1m])'],
  ])('%s', (expression, narrowed) => {
    expect(cutAtSelectors(expression)?.join('M')).toBe(narrowed);
  });

  it.each([
    'label_replace(a, "x", "$1", "y", "(.*)")',
    'a * on (pod) group_left (node) b',
    'a / ignoring (code) b',
    'count_values("v", a)',
    'vector(1)',
    'a{x="1"',
    '',
  ])('leaves “%s” alone', (expression) => {
    expect(cutAtSelectors(expression)).toBeUndefined();
  });
});
