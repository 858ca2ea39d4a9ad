import { upstreamErrorText, withoutCredentials, type UpstreamFailure } from './errorText';

const failures: readonly UpstreamFailure[] = [
  { upstream: 'Metrics', status: 400 },
  { upstream: 'Metrics', status: 401 },
  { upstream: 'Metrics', status: 403 },
  { upstream: 'Metrics', status: 404 },
  { upstream: 'Metrics', status: 413 },
  { upstream: 'Metrics', status: 418 },
  { upstream: 'Metrics', status: 429 },
  { upstream: 'Metrics', status: 500 },
  { upstream: 'Metrics', status: 502 },
  { upstream: 'Metrics', status: 504 },
  { upstream: 'Metrics', kind: 'timeout', timeoutMs: 30_000 },
  { upstream: 'Metrics', kind: 'refused' },
  { upstream: 'Metrics', kind: 'html', status: 200 },
  { upstream: 'Metrics', kind: 'unreadable' },
  { upstream: 'Metrics', kind: 'cancelled' },
  { upstream: 'Metrics' },
];

describe('upstreamErrorText', () => {
  it('U54: has its own words for each failure', () => {
    const texts = failures.map((failure) => upstreamErrorText(failure).replace(/\(status \d+\)/, ''));
    expect(new Set(texts).size).toBe(failures.length);
  });

  it.each(failures.filter(({ status }) => status !== undefined))('U53: names the status $status', (failure) => {
    expect(upstreamErrorText(failure)).toContain(`status ${failure.status}`);
  });

  it('U53: names upstream and endpoint, and repeats what the upstream said', () => {
    const text = upstreamErrorText({
      upstream: 'Metrics',
      endpoint: 'https://me:secret@host/api?token=x',
      status: 400,
      detail: 'parse error',
    });
    expect(text).toBe(
      'Metrics at https://host/api refused the query (status 400). Correct the expression. It said: parse error'
    );
  });

  it('U53: shortens a long detail', () => {
    expect(upstreamErrorText({ upstream: 'Metrics', status: 400, detail: 'x'.repeat(5000) }).length).toBeLessThan(500);
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['https://me:secret@host:9090/p', 'https://host:9090/p'],
    ['//me:secret@host/p', '//host/p'],
    ['https://me:s@cret@host/p', 'https://host/p'],
    ['http://host/p?token=x#y', 'http://host/p'],
    ['/api/v1/query_range', '/api/v1/query_range'],
  ])('U53: %s is shown as %s', (address, shown) => {
    expect(withoutCredentials(address)).toBe(shown);
  });
});
