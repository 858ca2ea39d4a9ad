import type { TrafficDefinition } from '../../core/model/definition';
import { buildPrometheusRequests } from './buildPrometheusRequests';
import { escapeLabelValue, escapeRegex } from './escape';
import { resolveVariables } from './resolveVariables';

const definition: TrafficDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'metrics',
  expressions: { requests: ' sum(rate(a[$__rate_interval])) ', errors: '  ', p95: 'b' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};
const grid = { from: 0, to: 600_000, stepMs: 60_000 };

describe('buildPrometheusRequests', () => {
  it('U5: makes one form request for each expression that holds text', () => {
    const { requests } = buildPrometheusRequests(definition, grid);
    expect(requests.map(({ expression }) => expression)).toEqual(['requests', 'p95']);
    expect(requests[0]).toMatchObject({ method: 'POST', path: '/api/v1/query_range' });
    expect(requests[0].headers['Content-Type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(requests[0].body))).toEqual({
      query: 'sum(rate(a[75s]))',
      start: '60',
      end: '600',
      step: '60',
    });
  });

  it('U2: builds for the raised step and hands it back', () => {
    const built = buildPrometheusRequests(definition, { from: 0, to: 86_400_000, stepMs: 1000 });
    expect(built.grid.stepMs).toBe(10_000);
    expect(new URLSearchParams(built.requests[0].body).get('step')).toBe('10');
    expect(built.notices).toHaveLength(1);
  });

  it('U7: asks for the last bucket alone, with the variables of the whole', () => {
    const built = buildPrometheusRequests(
      { ...definition, expressions: { requests: 'a[$__interval] b[$__range]' } },
      { ...grid, to: 610_000 },
      { instant: true }
    );
    expect(built.requests[0].path).toBe('/api/v1/query');
    expect(Object.fromEntries(new URLSearchParams(built.requests[0].body))).toEqual({
      query: 'a[60s] b[610s]',
      time: '600',
    });
    expect(built.grid).toEqual({ from: 540_000, to: 600_000, stepMs: 60_000 });
  });

  it('U5: hands a time limit on', () => {
    const [request] = buildPrometheusRequests(definition, grid, { timeoutMs: 2500 }).requests;
    expect(new URLSearchParams(request.body).get('timeout')).toBe('2500ms');
  });
});

describe('resolveVariables', () => {
  it('U3: resolves interval, rate interval and range in every form', () => {
    const text =
      '$__interval ${__interval} $__interval_ms $__rate_interval ${__rate_interval} $__range $__range_s $__range_ms';
    expect(resolveVariables(text, grid, 30_000)).toBe('60s 60s 60000 120s 120s 600s 600 600000');
  });

  it('U3: takes four scrapes where the step is short', () => {
    expect(resolveVariables('$__rate_interval', { ...grid, stepMs: 5000 }, 15_000)).toBe('60s');
    expect(resolveVariables('$__interval', { ...grid, stepMs: 500 })).toBe('500ms');
  });

  it('U3: leaves other variables alone', () => {
    expect(resolveVariables('$namespace ${__user.login} $__intervals', grid)).toBe(
      '$namespace ${__user.login} $__intervals'
    );
  });
});

describe('escape', () => {
  it('U4: keeps a label value within its quotes', () => {
    expect(escapeLabelValue('a"b\\c\nd')).toBe('a\\"b\\\\c\\nd');
  });

  it('U4: takes a value literally in a regular expression', () => {
    expect(escapeRegex('a.b|c"')).toBe('a\\\\.b\\\\|c\\"');
  });
});
