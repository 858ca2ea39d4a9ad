import { compilePathPattern } from './pathPattern';
import { targetPath } from './targetPath';

function match(pattern: string, path: string) {
  const compiled = compilePathPattern(pattern);
  return 'matcher' in compiled ? compiled.matcher(path) : compiled.problem;
}

describe('compilePathPattern', () => {
  it('U31: takes named parts, skips starred ones, and wants the others as they are', () => {
    expect(match('stats.*.{source}.to.{target}', 'stats.counters.a.to.b')).toEqual({ source: 'a', target: 'b' });
    expect(match('stats.*.{source}.to.{target}', 'stats.counters.a.from.b')).toBeUndefined();
    expect(match('stats.{source}', 'stats.a.b')).toBeUndefined();
  });

  it('U31: takes a name with fixed text around it', () => {
    expect(match('cluster.{target}.upstream_rq_{class}', 'cluster.orders.upstream_rq_5xx')).toEqual({
      target: 'orders',
      class: '5xx',
    });
    expect(match('a.svc-{source}-v1', 'a.svc-v1')).toBeUndefined();
  });

  it('U31: tries several patterns in their order', () => {
    const patterns = 'stats.counters.{source}.{target}.{class}.rate, stats.timers.{source}.{target}.upper_95';
    expect(match(patterns, 'stats.timers.a.b.upper_95')).toEqual({ source: 'a', target: 'b' });
    expect(match(patterns, 'stats.counters.a.b.5xx.rate')).toEqual({ source: 'a', target: 'b', class: '5xx' });
    expect(match('{first}.*\n*.{second}', 'a.b')).toEqual({ first: 'a' });
    expect(match(`${patterns} {broken`, 'a.b')).toContain('"{broken"');
  });

  it.each(['a.*.c', 'a.{b,c}.c', 'a.b?.c', 'a.[bc].c'])('U32: names nothing after the wildcard in %s', (path) => {
    expect(match('a.{source}.c', path)).toBeUndefined();
  });

  it.each(['', 'a.b', 'a..{source}', '{source}{target}', 'a.{source', '{source}.{source}', 'a*.{source}', '{1}'])(
    'U33: refuses %p',
    (pattern) => {
      expect(match(pattern, 'a.b')).toEqual(expect.stringMatching(/path pattern/));
    }
  );
});

describe('targetPath', () => {
  it.each([
    ['a.b', 'a.b'],
    ["alias(scaleToSeconds(a.b,1),'c.d')", 'a.b'],
    ['scale(0.5, a.b)', 'a.b'],
    ['sumSeries(a.{b,c}.d)', 'a.{b,c}.d'],
    ['divideSeries(a.b,c.d)', 'a.b'],
    ["alias('x', a.b)", 'a.b'],
    ['f(requests;source=a,2)', 'requests;source=a'],
    ["seriesByTag('name=a')", undefined],
    ["alias(a'b", undefined],
    ['', undefined],
    ['((((', undefined],
  ])('U31: finds in %p the path %p', (target, path) => {
    expect(targetPath(target)).toBe(path);
  });

  it('U50: reads a long nest in one pass', () => {
    expect(targetPath(`${'f('.repeat(200_000)}a.b${')'.repeat(200_000)}`)).toBe('a.b');
  });
});
