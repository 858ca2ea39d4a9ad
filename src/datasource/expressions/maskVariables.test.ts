import { parser } from '@prometheus-io/lezer-promql';
import { maskVariables } from './maskVariables';

function errors(text: string): number {
  let found = 0;
  parser.parse(text).iterate({
    enter: ({ type }) => {
      found += type.isError ? 1 : 0;
    },
  });
  return found;
}

describe('template variables in PromQL', () => {
  it.each([
    'rate(http_requests_total[$__rate_interval])',
    'rate(http_requests_total[$a])',
    'rate(http_requests_total[${window}])',
    'rate(http_requests_total[${window:raw}m])',
    'rate(http_requests_total[${value}${unit}])',
    'rate(http_requests_total[[[window]]])',
    'max_over_time(up[$__range:$__interval])',
    'up offset $shift',
    'up offset -${shift}',
    'up @ $__to',
    'up{instance=~"$instance", job="[[job]]"}',
    'up{job="${job:regex}"} # of $job and "of $team',
    'up{$matchers}',
    'up{job="api", ${matchers:raw}}',
    '{$matchers, job="api"}',
    'sum by ($labels, le) (rate($metric[5m]))',
    'sum by (le) (rate(prefix_${metric}_total[5m])) > $limit',
    "up{job='it\\'s $job'} + $other",
  ])('lets the language read %s', (text) => {
    const masked = maskVariables(text).text;
    expect(masked).toHaveLength(text.length);
    expect(errors(masked)).toBe(0);
  });

  it('leaves a text without variables as it is, and the rest of one with variables at its places', () => {
    const plain = 'sum by (le) (rate(a_total[5m]))';
    expect(maskVariables(plain)).toEqual({ text: plain, unsure: [] });
    const masked = maskVariables('a[$__interval] + b').text;
    expect(masked).toBe('a[1111111111s] + b');
  });

  it('still finds what is wrong beside them', () => {
    expect(errors(maskVariables('sum(rate(a_total[$__rate_interval])').text)).toBeGreaterThan(0);
    expect(errors(maskVariables('rate(a_total{b="$c}[$__rate_interval])').text)).toBeGreaterThan(0);
  });

  it('is unsure only of variables that could be anything', () => {
    const text = 'topk($n, rate(a{b="$c", $d_e}[$__interval]))';
    const unsure = maskVariables(text).unsure.map(({ from, to }) => text.slice(from, to));
    expect(unsure).toEqual(['$n', '$d_e']);
  });
});
