import { stepOf, withIntervals } from './prometheusInterval';

const MINUTE = 60_000;
const REQUEST = { from: 0, to: 15 * MINUTE, intervalMs: 30_000, scrapeIntervalMs: 15_000 };

describe('the resolution of a Prometheus query', () => {
  it('is what was asked for, but no finer than scrapes and Prometheus allow', () => {
    expect(stepOf(REQUEST)).toBe(30_000);
    expect(stepOf({ ...REQUEST, intervalMs: 5000 })).toBe(15_000);
    expect(stepOf({ ...REQUEST, to: 11_000 * MINUTE * 2 })).toBe(2 * MINUTE);
  });

  it('takes the place of the interval variables', () => {
    expect(withIntervals('rate(a[$__rate_interval])', REQUEST)).toBe('rate(a[60s])');
    expect(withIntervals('rate(a[$__rate_interval])', { ...REQUEST, intervalMs: 5 * MINUTE })).toBe('rate(a[315s])');
    expect(withIntervals('a[${__interval}] $__interval_ms $__range $__range_s', REQUEST)).toBe('a[30s] 30000 900s 900');
    expect(withIntervals('a{b="$other"}', REQUEST)).toBe('a{b="$other"}');
  });
});
