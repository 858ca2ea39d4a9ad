import { NEVER, of, throwError } from 'rxjs';
import { LoadingState } from '@grafana/data';
import { timeRange, FROM, TO } from '../testSupport/fakeUpstream';
import { query, run, services } from '../testSupport/runQuery';
import { SIMULATED_DEFINITION } from '../query/completeQuery';
import type { QueryServices } from '../query/services';

const ADDRESS = '/api/datasources/proxy/uid/traffic/vizceral';
const fetched = (path?: string) => ({ ...SIMULATED_DEFINITION, id: 'map', kind: 'vizceral' as const, path });
const data = (rate: number) => ({
  serverUpdateTime: TO,
  nodes: [{ name: 'a' }, { name: 'b', node_type: 'storage' }],
  connections: [{ source: 'a', target: 'b', metrics: { normal: rate } }],
});
const using = (fetchJson: QueryServices['fetchJson'], changed: Partial<QueryServices> = {}) =>
  services([], { fetchJson, vizceralAddress: ADDRESS, ...changed });

async function problem(fetchJson: QueryServices['fetchJson'], path?: string, changed: Partial<QueryServices> = {}) {
  const { response } = await run(query(fetched(path)), using(fetchJson, changed));
  expect(response.state).toBe(LoadingState.Error);
  return response.errors?.[0].message;
}

describe('Vizceral data by its address', () => {
  it('is asked for below the address of the settings with each refresh, variables and all', async () => {
    const asked: string[] = [];
    const fetchJson = (url: string) => {
      asked.push(url);
      return of(data(asked.length));
    };
    const replace = (text: string, _: unknown, format?: string) =>
      text.replace('$region', format === 'percentencode' ? 'eu%20west' : 'eu west');
    const own = using(fetchJson, { replace });
    for (const rate of [1, 2]) {
      const { result, notices } = await run(query(fetched('now/$region.json')), own);
      expect(result?.history.edges.ids).toEqual(['a→b']);
      expect(result?.history.nodes.kinds).toEqual(['service', 'database']);
      expect([...(result?.history.edges.rates[0] ?? [])]).toEqual(new Array(60).fill(rate));
      expect(notices).toEqual(['“map” is Vizceral data of 2026-01-05 11:00 UTC, and the same at all times.']);
    }
    expect(asked).toEqual(new Array(2).fill(`${ADDRESS}/now/eu%20west.json`));
  });

  it('is kept from the last answer while the server fails, and marked as stale', async () => {
    const server = { fails: false };
    const own = using(() => (server.fails ? throwError(() => ({ status: 503, data: {} })) : of(data(3))));
    await run(query(fetched()), own);
    server.fails = true;
    const later = { range: timeRange(FROM + 60_000, TO + 60_000), startTime: TO + 60_000 };
    const { result, notices } = await run(query(fetched()), own, later);
    expect(result?.history.edges.rates[0].at(-1)).toBe(3);
    expect(result?.history.nodes.kinds).toEqual(['service', 'database']);
    expect(result?.history.edges.staleSince).toEqual(Float64Array.of(TO));
    expect(notices).toEqual([expect.stringMatching(/^The edges of “map” are as of 1 min ago\. .*\(status 503\)/)]);
  });

  it('is not asked for without an address, nor anywhere else', async () => {
    const never = () => throwError(() => new Error('asked'));
    expect(await problem(never, 'a', { vizceralAddress: undefined })).toContain(
      'nowhere to read from: set the address'
    );
    expect(await problem(never, '../../../admin')).toContain('“../../../admin” of “map” is no path below the address');
  });

  it.each([
    [404, {}, '“now.json” is not there (status 404). Correct the path in the query'],
    [400, 'Authentication to data source failed', 'the server wants to know who asks'],
    [403, { message: 'no' }, '“now.json” forbids this query (status 403)'],
    [429, {}, '“now.json” limits how often it may be asked (status 429)'],
    [502, {}, '“now.json” is not available (status 502)'],
  ])('says of status %s what to do', async (status, body, words) => {
    expect(await problem(() => throwError(() => ({ status, data: body })), 'now.json')).toContain(words);
  });

  it.each([
    ['<!doctype html><title>Sign in</title>', 'answered with a web page instead of data'],
    ['{"nodes":[', 'it is cut short or no JSON'],
    [[], 'is JSON and no Vizceral data'],
    [null, 'is JSON and no Vizceral data'],
  ])('says what a body is that it cannot take: %j', async (body, words) => {
    expect(await problem(() => of(body), 'now.json')).toContain(words);
  });

  it('is given up in time', async () => {
    expect(await problem(() => NEVER, undefined, { timeoutMs: 1 })).toContain(
      'The Vizceral address did not answer within 0.001 s'
    );
  });
});
