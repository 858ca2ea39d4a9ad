import { MINUTES, START_SECONDS } from '../../../tests/fixtures/dataset';
import { recorded } from '../../../tests/fixtures/recorded';
import type { TrafficDefinition } from '../../core/model/definition';
import { createFetchTransport } from './fetchTransport';
import { queryOverHttp } from './queryOverHttp';
import type { Transport, TransportRequest, TransportResponse } from './transport';

const definition: TrafficDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'metrics',
  expressions: { requests: 'requests', p95: 'p95' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};
const options = {
  url: 'https://me:secret@prometheus/base/',
  from: START_SECONDS * 1000,
  to: (START_SECONDS + MINUTES * 60) * 1000,
  stepMs: 60_000,
  headers: { Authorization: 'Bearer token-of-mine' },
};

function answer(status: number, text: string): TransportResponse {
  return { kind: 'answer', status, contentType: '', text };
}

/** Answers each expression with a recorded answer of its name; p95 with what is given instead, if anything. */
function transport(p95?: TransportResponse): { transport: Transport; requests: TransportRequest[] } {
  const requests: TransportRequest[] = [];
  return {
    requests,
    transport: (request) => {
      requests.push(request);
      const name = new URLSearchParams(request.body).get('query') ?? '';
      return Promise.resolve(name === 'p95' && p95 ? p95 : answer(200, recorded('prometheus', name).body));
    },
  };
}

describe('queryOverHttp', () => {
  it('U5: asks once for each expression, and gives a table for each on one grid', async () => {
    const { transport: send, requests } = transport();
    const result = await queryOverHttp(definition, options, send);
    expect(result.notices).toEqual([]);
    expect(Object.keys(result.tables)).toEqual(['requests', 'p95']);
    expect(result.tables.p95?.times).toEqual(result.tables.requests?.times);
    expect(requests.map(({ url }) => url)).toEqual(
      new Array(2).fill('https://me:secret@prometheus/base/api/v1/query_range')
    );
    expect(requests[0].headers).toMatchObject({
      Authorization: 'Bearer token-of-mine',
      'Content-Type': 'application/x-www-form-urlencoded',
    });
  });

  it('U10: asks Graphite in the same way', async () => {
    const graphite: TrafficDefinition = {
      ...definition,
      kind: 'graphite',
      expressions: { requests: 'paths' },
      pathPattern: 'stats.counters.{source}.upstream.{target}.{class}.rate',
    };
    const { tables } = await queryOverHttp(graphite, options, (request) =>
      Promise.resolve(answer(200, recorded('graphite', new URLSearchParams(request.body).get('target') ?? '').body))
    );
    expect(tables.requests?.labels[0]).toMatchObject({ source: 'checkout', target: 'orders', class: '2xx' });
  });

  it.each<[string, TransportResponse, string]>([
    ['401', answer(401, 'Unauthorized'), 'status 401'],
    ['403', answer(403, '<html>no</html>'), 'status 403'],
    ['404', answer(404, ''), 'status 404'],
    ['429', answer(429, 'slow down'), 'slow down'],
    ['500', answer(500, '{"status":"error","error":"out of memory"}'), 'It said: out of memory'],
    ['a web page', answer(200, '<!doctype html>'), 'web page'],
    ['a cut body', answer(200, '{"status":"succ'), 'cut short'],
    ['a query that fails', answer(200, '{"status":"error","errorType":"execution","error":"boom"}'), 'boom'],
    ['a time out', { kind: 'timeout' }, 'within 30 s'],
    ['a refused connection', { kind: 'refused', detail: 'ECONNREFUSED' }, 'ECONNREFUSED'],
    ['a cancelled call', { kind: 'cancelled' }, 'newer request'],
  ])('U53, U54: keeps the other expressions on %s', async (_name, failure, words) => {
    const { tables, notices } = await queryOverHttp(
      definition,
      { ...options, upstreamName: 'Metrics' },
      transport(failure).transport
    );
    expect(Object.keys(tables)).toEqual(['requests']);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ severity: 'error', upstream: 'Metrics', text: expect.stringContaining(words) });
    expect(notices[0].text).toMatch(/^p95: Metrics/);
    expect(notices[0].text).not.toMatch(/secret|token-of-mine/);
  });

  it('refuses a definition that no server answers', async () => {
    await expect(queryOverHttp({ ...definition, kind: 'simulated' }, options, transport().transport)).rejects.toThrow(
      '"simulated" (mesh)'
    );
  });
});

describe('createFetchTransport', () => {
  const request: TransportRequest = { url: 'http://host/', method: 'POST', headers: {}, body: 'a=b', timeoutMs: 5 };

  /** A fetch that settles only when it is aborted. */
  const stalled = ((_url: unknown, init: RequestInit) =>
    new Promise((_, reject) => {
      const fail = () => reject(new DOMException('aborted', 'AbortError'));
      if (init.signal?.aborted) {
        fail();
      }
      init.signal?.addEventListener('abort', fail);
    })) as typeof fetch;

  it('hands status, type and text over', async () => {
    const send = createFetchTransport(() =>
      Promise.resolve(new Response('[]', { status: 418, headers: { 'Content-Type': 'text/x' } }))
    );
    expect(await send(request)).toEqual({ kind: 'answer', status: 418, contentType: 'text/x', text: '[]' });
  });

  it('U53: sends a user of the address as a header', async () => {
    const seen: Array<[unknown, unknown]> = [];
    const send = createFetchTransport((url, init) => {
      seen.push([url, init?.headers]);
      return Promise.resolve(new Response('{}'));
    });
    await send({ ...request, url: 'http://me:p%40ss@host/' });
    await send({ ...request, url: 'http://me:pass@host/', headers: { Authorization: 'Bearer x' } });
    expect(seen).toEqual([
      ['http://host/', { Authorization: `Basic ${btoa('me:p@ss')}` }],
      ['http://host/', { Authorization: 'Bearer x' }],
    ]);
  });

  it('U54: tells a time out from a cancelled call', async () => {
    const send = createFetchTransport(stalled);
    expect(await send(request)).toEqual({ kind: 'timeout' });
    expect(await send({ ...request, signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
  });

  it('U54: tells a refused connection, and why', async () => {
    const send = createFetchTransport(() =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))
    );
    expect(await send(request)).toEqual({ kind: 'refused', detail: 'ECONNREFUSED' });
  });
});
