import type { DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { type Observable, of, throwError } from 'rxjs';
import { FakeUpstream, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { testUpstreams } from './testUpstreams';

function one({ targets }: DataQueryRequest): Observable<DataQueryResponse> {
  return of({ data: [seriesFrame(targets[0].refId, {}, 1)] });
}

const FORBIDDEN = () => throwError(() => ({ status: 403, data: { message: 'Access denied' } }));

const UPSTREAMS = [
  new FakeUpstream('prom', 'prometheus'),
  new FakeUpstream('broken', 'graphite', undefined, async () => ({ status: 'error', message: 'Bad gateway' })),
  new FakeUpstream('closed', 'prometheus', FORBIDDEN, async () => Promise.reject({ status: 403 })),
  new FakeUpstream('untested', 'prometheus', one, async () => Promise.reject({ status: 404 })),
];

const services = {
  getDataSource: async (uid: string) => {
    const found = UPSTREAMS.find((upstream) => upstream.uid === uid);
    if (!found) {
      throw new Error(`Datasource ${uid} was not found`);
    }
    return found;
  },
  now: () => TO,
  timeoutMs: 1000,
};

describe('testUpstreams', () => {
  it('is ready with none, and says what to add', async () => {
    const { status, message } = await testUpstreams([], services);
    expect(status).toBe('success');
    expect(message).toMatch(/simulated traffic.*Add a Prometheus or Graphite data source/);
  });

  it('says of each upstream that it answers', async () => {
    expect(await testUpstreams([{ kind: 'prometheus', uid: 'prom' }], services)).toEqual({
      status: 'success',
      message: 'Prometheus “name of prom” answers.',
    });
  });

  it('believes a query that works more than a test that fails', async () => {
    const { status } = await testUpstreams([{ kind: 'prometheus', uid: 'untested' }], services);
    expect(status).toBe('success');
    expect(UPSTREAMS[3].asked[0].targets[0]).toMatchObject({ expr: 'count(count by () (vector(1)))', instant: true });
  });

  it('says of the Vizceral address whether its server answers, also where nothing is at the address itself', async () => {
    const test = (askVizceral: () => Promise<unknown>) => testUpstreams([], { ...services, askVizceral });
    const answers = { status: 'success', message: 'The Vizceral address answers.' };
    expect(await test(async () => ({ nodes: [] }))).toEqual(answers);
    expect(await test(() => Promise.reject({ status: 404, data: 'none' }))).toEqual(answers);
    for (const [error, words] of [
      [{ status: 502, data: {} }, /is not available \(status 502\)/],
      [{ status: 400, data: 'Authentication to data source failed' }, /wants to know who asks/],
    ] as const) {
      const { status, message } = await test(() => Promise.reject(error));
      expect(status).toBe('error');
      expect(message).toMatch(words);
    }
  });

  it('says of each that does not answer what is wrong and what to do, before those that do', async () => {
    const { status, message } = await testUpstreams(
      [
        { kind: 'prometheus', uid: 'prom' },
        { kind: 'graphite', uid: 'broken' },
        { kind: 'prometheus', uid: 'closed' },
        { kind: 'graphite', uid: 'gone' },
      ],
      services
    );
    expect(status).toBe('error');
    expect(message).toMatch(
      /^Graphite “name of broken” answers a simple query with nothing. Its own test says: Bad gateway\. /
    );
    expect(message).toMatch(/“name of closed” .*\(status 403\).*permission.*Access denied/);
    expect(message).toMatch(/no data source “gone”.*deleted/);
    expect(message).toMatch(/Prometheus “name of prom” answers\.$/);
  });
});
