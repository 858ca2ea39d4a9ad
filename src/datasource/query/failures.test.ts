import { LoadingState } from '@grafana/data';
import { NEVER, Observable, of, Subject, switchMap, throwError } from 'rxjs';
import { dashboardRequest, FakeUpstream, seriesFrame } from '../testSupport/fakeUpstream';
import { answering, MESH, query, run, services } from '../testSupport/runQuery';
import { runQuery } from './runQuery';

describe('runQuery, where upstreams fail', () => {
  it('keeps the edges of the others when one upstream fails, and says why', async () => {
    const forbidden = new FakeUpstream('closed', 'prometheus', () =>
      throwError(() => ({ status: 403, data: { message: 'Access denied' } }))
    );
    const upstreams = [new FakeUpstream('prom', 'prometheus', answering), forbidden];
    const { result, response, notices } = await run(
      query({ ...MESH, id: 'closed', upstream: 'closed' }, MESH),
      services(upstreams)
    );
    expect(response.errors).toBeUndefined();
    expect(result?.history.edges.ids).toHaveLength(1);
    expect(result?.notices[0].severity).toBe('error');
    expect(notices[0]).toMatch(/^name of closed .*\(status 403\).*permission.*Access denied/);
  });

  it('says which address of Grafana failed, without its query, where the upstream is asked by one', async () => {
    const url = 'api/datasources/proxy/uid/graphite/render?token=secret';
    const graphite = new FakeUpstream('graphite', 'graphite', () =>
      throwError(() => ({ status: 404, statusText: 'Not Found', data: {}, config: { url } }))
    );
    const { response } = await run(query({ ...MESH, kind: 'graphite', upstream: 'graphite' }), services([graphite]));
    expect(response.errors?.[0].message).toBe(
      'name of graphite at api/datasources/proxy/uid/graphite/render has no query endpoint at this address (status 404). Check the address, with any path prefix such as /prometheus. It said: Not Found'
    );
  });

  it('is an error when every upstream fails', async () => {
    const down = new FakeUpstream('prom', 'prometheus', () => throwError(() => ({ status: 502, data: {} })));
    const { response } = await run(query(MESH, { ...MESH, id: 'gone', upstream: 'gone' }), services([down]));
    expect(response.state).toBe(LoadingState.Error);
    expect(response.data).toEqual([]);
    expect(response.errors).toEqual([
      { refId: 'A', status: 502, message: expect.stringMatching(/not available \(status 502\)/) },
      { refId: 'A', status: 404, message: expect.stringMatching(/no data source “gone”.*deleted/) },
    ]);
  });

  it('takes errors that come inside of a response for what they are', async () => {
    const refused = new FakeUpstream('prom', 'prometheus', () =>
      of({ data: [], errors: [{ refId: 'A0-requests', status: 400, message: 'bad_data: parse error at char 5' }] })
    );
    const { response } = await run(query(MESH), services([refused]));
    expect(response.errors?.[0].message).toMatch(/refused the query \(status 400\).*parse error at char 5/);
  });

  it('loses only the column of an optional expression that fails', async () => {
    const half = new FakeUpstream('prom', 'prometheus', (request) =>
      of({
        data: [seriesFrame(request.targets[0].refId, { source: 'web', target: 'cart' }, 5)],
        errors: [{ refId: 'A0-p95', status: 422, message: 'too many samples' }],
      })
    );
    const { result, notices } = await run(
      query({ ...MESH, expressions: { requests: 'a', p95: 'b' } }),
      services([half])
    );
    expect(result?.history.edges.ids).toHaveLength(1);
    expect(result?.history.edges.p95).toBeUndefined();
    expect(notices).toContainEqual(expect.stringMatching(/Latency p95 of “mesh” are missing.*422.*too many samples/));
  });

  it('gives up an upstream that does not answer in time', async () => {
    const silent = new FakeUpstream('prom', 'prometheus', () => NEVER);
    const { response } = await run(query(MESH), services([silent], { timeoutMs: 20 }));
    expect(response.errors?.[0].message).toMatch(/did not answer within 0.02 s/);
  });

  it('cancels what it asked when a refresh takes over', async () => {
    const open = new Set<string>();
    let opened = () => {};
    const slow = new FakeUpstream(
      'prom',
      'prometheus',
      ({ requestId }) =>
        new Observable(() => {
          open.add(requestId);
          opened();
          return () => open.delete(requestId);
        })
    );
    const asked = query(MESH);
    const refreshes = new Subject<string>();
    const isOpen = () => new Promise<void>((resolve) => (opened = resolve));
    const panel = refreshes
      .pipe(switchMap((requestId) => runQuery(asked, dashboardRequest([asked], { requestId }), services([slow]))))
      .subscribe();
    for (const requestId of ['Q1', 'Q2']) {
      const waits = isOpen();
      refreshes.next(requestId);
      await waits;
    }
    expect([...open]).toEqual(['Q2-A0-0']);
    panel.unsubscribe();
    expect(open.size).toBe(0);
  });
});
