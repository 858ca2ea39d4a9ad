import { type DataQueryRequest, type DataQueryResponse, LoadingState } from '@grafana/data';
import { firstValueFrom, NEVER, Observable, of, Subject, switchMap, throwError } from 'rxjs';
import { STATE_DANGER } from '../../core/model/state';
import { decodeTraffic } from '../../frames/decode';
import type { AlertSource } from '../alerts/types';
import { dashboardRequest, FakeUpstream, FROM, seriesFrame, timeRange, TO } from '../testSupport/fakeUpstream';
import type { QueryDefinition, TrafficQuery } from '../types';
import { createLastAnswers } from './lastAnswers';
import { runQuery } from './runQuery';
import type { QueryServices } from './services';

const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(requests_total{service="$service"}[$__rate_interval])' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

const PATHS: QueryDefinition = {
  id: 'paths',
  kind: 'graphite',
  upstream: 'carbon',
  expressions: { requests: 'stats.*.upstream.*.rate', p95: 'stats.*.upstream.*.upper_95' },
  pathPattern: 'stats.{source}.upstream.{target}.*',
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

function services(upstreams: readonly FakeUpstream[], changed: Partial<QueryServices> = {}): QueryServices {
  return {
    getDataSource: async ({ uid }) => {
      const found = upstreams.find((upstream) => upstream.uid === uid);
      if (!found) {
        throw new Error(`Datasource ${uid} was not found`);
      }
      return found;
    },
    replace: (text) => text,
    fetchJson: () => throwError(() => new Error('nothing is asked over HTTP here')),
    loadSimulation: () => import('../../core/simulation'),
    upstreams: [],
    lastAnswers: createLastAnswers(),
    timeoutMs: 1000,
    ...changed,
  };
}

function query(...definitions: QueryDefinition[]): TrafficQuery {
  return { refId: 'A', definitions, thresholds: [] };
}

function answering(request: DataQueryRequest): Observable<DataQueryResponse> {
  return of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'web', target: 'cart' }, 5)) });
}

function graphiteSeries(request: DataQueryRequest): Observable<DataQueryResponse> {
  const [target] = request.targets;
  const leaf = target.refId.endsWith('p95') ? 'upper_95' : 'rate';
  const frame = seriesFrame('', {}, leaf === 'rate' ? 3 : 0.25);
  return of({ data: [{ ...frame, refId: undefined, name: `stats.cart.upstream.stock.${leaf}` }] });
}

async function run(asked: TrafficQuery, using: QueryServices, overrides: Partial<DataQueryRequest<TrafficQuery>> = {}) {
  const response = await firstValueFrom(runQuery(asked, dashboardRequest([asked], overrides), using));
  const { result } = response.data.length > 0 ? decodeTraffic(response.data) : {};
  return { response, result, notices: (result?.notices ?? []).map((notice) => notice.text) };
}

describe('runQuery', () => {
  it('draws a simulated company when a query says nothing', async () => {
    const { result, response } = await run({ refId: 'A' }, services([]));
    expect(response.state).toBe(LoadingState.Done);
    expect(result?.history.edges.ids.length).toBeGreaterThan(50);
    expect(result?.history.times).toHaveLength(60);
    expect(result?.thresholds.length).toBeGreaterThan(0);
  });

  it('names services from hosts, brings the graph into shape and says how many edges it left out', async () => {
    const hosts = ['orders.shop.svc.cluster.local:8080', 'a.example.com', 'b.example.com'];
    const upstream = new FakeUpstream('prom', 'prometheus', (request) =>
      of({
        data: hosts.map((target, index) => seriesFrame(request.targets[0].refId, { source: 'web', target }, 3 - index)),
      })
    );
    const asked: TrafficQuery = {
      ...query({ ...MESH, naming: { hosts: {} } }),
      shape: { kinds: [{ match: 'orders', kind: 'queue' }], limits: { edges: 2 } },
    };
    const { result } = await run(asked, services([upstream]));
    expect(result?.history.nodes.ids).toEqual(['a.example.com', 'shop/orders', 'web']);
    expect(result?.history.nodes.kinds).toEqual(['external', 'queue', 'service']);
    expect(result?.shape).toEqual({ edges: 3, idle: 0, hubs: 0, externals: 0, overLimit: 1, shown: 2 });
  });

  it('turns the answer of an existing data source into an edge', async () => {
    const { result } = await run(query(MESH), services([new FakeUpstream('prom', 'prometheus', answering)]));
    expect(result?.history.nodes.names).toEqual(['cart', 'web']);
    expect(result?.history.edges.rates[0].at(-1)).toBe(5);
    expect(result?.history.edges.seenIn).toEqual([['mesh']]);
  });

  it('puts edges of Prometheus and Graphite on one map', async () => {
    const upstreams = [
      new FakeUpstream('prom', 'prometheus', answering),
      new FakeUpstream('carbon', 'graphite', graphiteSeries),
    ];
    const { result } = await run(query(MESH, PATHS), services(upstreams));
    expect(result?.history.nodes.names).toEqual(['cart', 'stock', 'web']);
    const p95 = result?.history.edges.p95 ?? new Float32Array();
    expect(Array.from(p95).filter((value) => value === 0.25).length).toBeGreaterThan(50);
  });

  it('U73: asks for recorded series where a definition says so, and says that their rules are missing', async () => {
    const recorded = { ...MESH, expressions: { requests: 'rate(a[$__rate_interval])' }, recorded: true };
    const prometheus = new FakeUpstream('prom', 'prometheus', answering);
    const { result } = await run(query(recorded), services([prometheus]));
    expect(prometheus.asked[0].targets[0]).toMatchObject({
      expr: 'traffic_intuition:requests{traffic_definition="mesh"}',
    });
    expect(result?.history.edges.seenIn).toEqual([['mesh']]);
    const { notices } = await run(query(recorded), services([new FakeUpstream('prom', 'prometheus')]));
    expect(notices).toContainEqual(expect.stringContaining('Load its recording rules into Prometheus'));
  });

  it('asks with the step of its own grid, unique ids, and the dashboard’s variables and filters', async () => {
    const prometheus = new FakeUpstream('prom', 'prometheus', answering);
    const carbon = new FakeUpstream('carbon', 'graphite', graphiteSeries);
    const filters = [{ key: 'namespace', operator: '=', value: 'shop' }];
    const scopedVars = { service: { text: 'web', value: 'web' } };
    const second = { ...MESH, id: 'second', expressions: { requests: 'a', p95: 'b' } };
    await run(query(MESH, second, PATHS), services([prometheus, carbon]), { filters, scopedVars });
    const asked = [...prometheus.asked, ...carbon.asked];
    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(4);
    expect(new Set(asked.flatMap(({ targets }) => targets.map(({ refId }) => refId))).size).toBe(5);
    for (const each of asked) {
      expect(each).toMatchObject({
        intervalMs: 60_000,
        interval: '60s',
        maxDataPoints: 60,
        panelId: undefined,
        filters,
      });
      expect(each.scopedVars).toEqual({
        service: scopedVars.service,
        __interval: { text: '60s', value: '60s' },
        __interval_ms: { text: '60000', value: 60_000 },
      });
    }
    expect(prometheus.asked[0].targets[0]).toEqual({
      refId: 'A0-requests',
      datasource: { uid: 'prom', type: 'prometheus' },
      expr: 'rate(requests_total{service="$service"}[$__rate_interval])',
      range: true,
      instant: false,
      exemplar: false,
      format: 'time_series',
      legendFormat: '',
      editorMode: 'code',
    });
    expect(carbon.asked[0].targets).toEqual([
      {
        refId: 'A2-requests',
        datasource: { uid: 'carbon', type: 'graphite' },
        target: 'stats.*.upstream.*.rate',
        textEditor: true,
        rawQuery: true,
      },
    ]);
  });

  it('takes the coarsest interval of the upstreams for all', async () => {
    const fine = new FakeUpstream('prom', 'prometheus', answering);
    const coarse = new FakeUpstream('slow', 'prometheus', answering);
    coarse.interval = '5m';
    await run(query(MESH, { ...MESH, id: 'slow', upstream: 'slow' }), services([fine, coarse]));
    expect(fine.asked[0].intervalMs).toBe(300_000);
    expect(coarse.asked[0].intervalMs).toBe(300_000);
  });

  describe('against an earlier day or week', () => {
    const WEEK = 7 * 86_400_000;
    const early = (request: DataQueryRequest) => request.range.to.valueOf() < FROM;
    const half = (request: DataQueryRequest) =>
      request.targets.map(({ refId }) => {
        const frame = seriesFrame(refId, { source: 'web', target: 'cart' }, early(request) ? 10 : 5);
        const [time, value] = frame.fields;
        const shift = early(request) ? WEEK : 0;
        return { ...frame, fields: [{ ...time, values: time.values.map((at: number) => at - shift) }, value] };
      });

    it('asks for the requests once more, earlier, and compares rates with them', async () => {
      const upstream = new FakeUpstream('prom', 'prometheus', (request) => of({ data: half(request) }));
      const asked: TrafficQuery = {
        ...query({ ...MESH, expressions: { ...MESH.expressions, p95: 'p95' } }),
        baseline: '1w',
        thresholds: [{ scope: 'edge', metric: 'rateToBaseline', direction: 'below', danger: 0.6 }],
      };
      const { result, notices } = await run(asked, services([upstream]));
      expect(upstream.asked.map(({ targets }) => targets.map(({ refId }) => refId))).toEqual([
        ['A0-requests', 'A0-p95'],
        ['A0-baseline'],
      ]);
      const [now, then] = upstream.asked;
      expect(now.range.from.valueOf() - then.range.from.valueOf()).toBe(WEEK);
      expect(then.rangeRaw?.to.valueOf()).toBe(then.range.to.valueOf());
      expect(new Set(upstream.asked.map(({ requestId }) => requestId)).size).toBe(2);
      expect(result?.history.edges.baseline?.at(-1)).toBe(10);
      expect(result?.history.edges.rates[0].at(-1)).toBe(5);
      expect(result?.states.edges.at(-1)).toBe(STATE_DANGER);
      expect(notices).toEqual([]);
    });

    it('draws the map without the comparison where the earlier time fails, and says so', async () => {
      const upstream = new FakeUpstream('prom', 'prometheus', (request) =>
        early(request) ? throwError(() => ({ status: 422, data: { message: 'too old' } })) : of({ data: half(request) })
      );
      const { result, notices } = await run({ ...query(MESH), baseline: '1w' }, services([upstream]));
      expect(result?.history.edges.ids).toEqual(['web→cart']);
      expect(result?.history.edges.baseline).toBeUndefined();
      expect(notices).toEqual([expect.stringContaining('Usual rates of “mesh” are missing')]);
    });

    it('asks Graphite for it too, and the simulation', async () => {
      const carbon = new FakeUpstream('carbon', 'graphite', graphiteSeries);
      await run({ ...query(PATHS), baseline: '1d' }, services([carbon]));
      expect(carbon.asked.map(({ targets }) => targets[0].refId)).toEqual(['A0-requests', 'A0-p95', 'A0-baseline']);
      expect(carbon.asked[0].range.to.valueOf() - carbon.asked[2].range.to.valueOf()).toBe(WEEK / 7);
      const { result } = await run({ refId: 'A', baseline: '1d' }, services([]));
      expect(result?.history.edges.baseline?.some((rate) => rate > 0)).toBe(true);
    });
  });

  it('asks metrics of services with the rest, joins them, and keeps the map where one fails', async () => {
    const nodeMetrics = [
      { kind: 'saturation', name: 'CPU', expression: 'cpu' },
      { kind: 'custom', name: 'queue', expression: ' ' },
      { kind: 'custom', name: 'heap', expression: 'heap' },
    ] as const;
    const upstream = new FakeUpstream('prom', 'prometheus', () =>
      of({
        data: [
          seriesFrame('A0-requests', { source: 'web', target: 'cart' }, 5),
          seriesFrame('A0-node0', { target: 'cart' }, 0.5),
        ],
        errors: [{ refId: 'A0-node2', status: 422, message: 'bad expression' }],
      })
    );
    const { result, notices } = await run(query({ ...MESH, nodeMetrics }), services([upstream]));
    expect(upstream.asked.map(({ targets }) => targets.map(({ refId }) => refId))).toEqual([
      ['A0-requests', 'A0-node0', 'A0-node2'],
    ]);
    const { metrics = [] } = result?.history.nodes ?? {};
    expect(metrics.map(({ name }) => name)).toEqual(['CPU']);
    expect([metrics[0].values[0], metrics[0].values.at(-1)]).toEqual([0.5, NaN]);
    expect(notices).toEqual([expect.stringContaining('Values of “heap” of “mesh” are missing')]);
  });

  it('never asks beyond now', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', answering);
    const now = Date.UTC(2026, 0, 5, 10, 30, 20);
    const { result } = await run(query(MESH), services([upstream]), { startTime: now });
    expect(result?.history.times.at(-1)).toBe(Date.UTC(2026, 0, 5, 10, 30, 0));
  });

  it('asks the first upstream of the settings where a definition names none', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', answering);
    const { result } = await run(
      query({ ...MESH, upstream: '' }),
      services([upstream], { upstreams: [{ kind: 'prometheus', uid: 'prom' }] })
    );
    expect(result?.history.edges.ids).toHaveLength(1);
  });

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

  describe('of an upstream that answered before and fails now', () => {
    const MINUTE = 60_000;
    const later = (byMs: number) => ({ range: timeRange(FROM + byMs, TO + byMs), startTime: TO + byMs });

    function flaky() {
      const answers = { fail: false };
      const upstream = new FakeUpstream('flaky', 'prometheus', (request) =>
        answers.fail
          ? throwError(() => ({ status: 503, data: {} }))
          : of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'app', target: 'db' }, 2)) })
      );
      return { answers, upstream };
    }

    it('keeps its last edges, marked with their age, beside the fresh ones of the others', async () => {
      const { answers, upstream } = flaky();
      const timely = new FakeUpstream('prom', 'prometheus', ({ range, targets }) =>
        of({
          data: targets.map(({ refId }) => {
            const { fields, ...frame } = seriesFrame(refId, { source: 'web', target: 'cart' }, 5);
            const [time, value] = fields;
            const byMs = range.from.valueOf() - FROM;
            return { ...frame, fields: [{ ...time, values: time.values.map((at: number) => at + byMs) }, value] };
          }),
        })
      );
      const using = services([upstream, timely]);
      const asked = query({ ...MESH, id: 'flaky', upstream: 'flaky' }, MESH);
      const before = await run(asked, using);
      expect(before.result?.history.edges.staleSince).toBeUndefined();
      answers.fail = true;
      const { result, response, notices } = await run(asked, using, later(2 * MINUTE));
      expect(response.state).toBe(LoadingState.Done);
      expect(result?.history.edges.ids).toEqual(['app→db', 'web→cart']);
      expect(result?.history.edges.staleSince).toEqual(Float64Array.of(TO, NaN));
      const { times, edges } = result!.history;
      expect(times.at(-1)).toBe(TO + 2 * MINUTE);
      expect(edges.rates[0][times.length - 1]).toBe(2);
      expect(notices).toEqual([
        expect.stringMatching(/^The edges of “flaky” are as of 2 min ago\. name of flaky .*\(status 503\)/),
      ]);
      expect(result?.notices[0]).toMatchObject({ severity: 'error', upstream: 'name of flaky' });
    });

    it('is fresh again with the next good answer', async () => {
      const { answers, upstream } = flaky();
      const using = services([upstream]);
      const asked = query({ ...MESH, upstream: 'flaky' });
      await run(asked, using);
      answers.fail = true;
      expect((await run(asked, using, later(MINUTE))).result?.history.edges.staleSince).toEqual(Float64Array.of(TO));
      answers.fail = false;
      const { result, notices } = await run(asked, using);
      expect(result?.history.edges.staleSince).toBeUndefined();
      expect(notices).toEqual([]);
    });

    it('takes a fresh definition before a stale one, whatever the order', async () => {
      const { answers, upstream } = flaky();
      const fresh = new FakeUpstream('prom', 'prometheus', (request) =>
        of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'app', target: 'db' }, 9)) })
      );
      const using = services([upstream, fresh]);
      const asked = query({ ...MESH, id: 'flaky', upstream: 'flaky' }, MESH);
      expect((await run(asked, using)).result?.history.edges.rates[0][0]).toBe(2);
      answers.fail = true;
      const { result } = await run(asked, using);
      expect(result?.history.edges.rates[0][0]).toBe(9);
      expect(result?.history.edges.staleSince).toEqual(Float64Array.of(NaN));
    });

    it('is not taken for the answer to another question, or to one much later', async () => {
      const { answers, upstream } = flaky();
      const using = services([upstream]);
      const asked = query({ ...MESH, upstream: 'flaky' });
      await run(asked, using);
      answers.fail = true;
      const others = [
        run(query({ ...MESH, upstream: 'flaky', expressions: { requests: 'other' } }), using),
        run(asked, using, { filters: [{ key: 'namespace', operator: '=', value: 'shop' }] }),
        run(asked, using, later(-60 * MINUTE)),
        run(asked, using, later(16 * MINUTE)),
        run(asked, services([upstream])),
      ];
      for (const { response } of await Promise.all(others)) {
        expect(response.state).toBe(LoadingState.Error);
        expect(response.data).toEqual([]);
      }
    });
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

  it('refuses to ask a data source of its own kind or of another language', async () => {
    const upstreams = [
      new FakeUpstream('self', 'intuition-traffic-datasource', answering),
      new FakeUpstream('carbon', 'graphite', answering),
    ];
    const { response } = await run(
      query({ ...MESH, upstream: 'self' }, { ...MESH, id: 'other', upstream: 'carbon' }),
      services(upstreams)
    );
    expect(upstreams.flatMap(({ asked }) => asked)).toEqual([]);
    expect(response.errors?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/name of self.*intuition-traffic-datasource/),
      expect.stringMatching(/name of carbon in the language of Prometheus, but it is of type graphite/),
    ]);
  });

  it('says which stage was empty', async () => {
    const nothing = new FakeUpstream('prom', 'prometheus');
    const unlabelled = new FakeUpstream('other', 'prometheus', (request) =>
      of({ data: [seriesFrame(request.targets[0].refId, { source: 'web' }, 5)] })
    );
    const { notices } = await run(
      query(MESH, { ...MESH, id: 'other', upstream: 'other' }),
      services([nothing, unlabelled])
    );
    expect(notices).toContainEqual(expect.stringMatching(/"mesh": the requests expression answered with no series/));
    expect(notices).toContainEqual(expect.stringMatching(/"other": 1 series has no "target"/));
  });

  it('says that ad hoc filters do not reach Graphite', async () => {
    const carbon = new FakeUpstream('carbon', 'graphite', graphiteSeries);
    const filters = [{ key: 'namespace', operator: '=', value: 'shop' }];
    const { notices } = await run(query(PATHS), services([carbon]), { filters });
    expect(notices).toContainEqual(expect.stringMatching(/ad hoc filters do not narrow name of carbon/));
  });

  describe('alerts', () => {
    const alerting = (request: DataQueryRequest): Observable<DataQueryResponse> =>
      request.targets[0].refId.includes('alerts')
        ? of({
            data: [seriesFrame(request.targets[0].refId, { alertname: 'Burns', service: 'cart', severity: 'page' }, 1)],
          })
        : answering(request);
    const asking = (...sources: AlertSource[]): TrafficQuery => ({ ...query(MESH), alerts: { sources } });

    it('raises the state of the service that a Prometheus alert names, with history', async () => {
      const prometheus = new FakeUpstream('prom', 'prometheus', alerting);
      const asked = asking({ kind: 'prometheus', upstream: 'prom', matchers: 'team="shop"' });
      const { result } = await run(asked, services([prometheus]));
      expect(prometheus.asked[1].targets[0]).toMatchObject({ expr: 'ALERTS{alertstate="firing",team="shop"}' });
      expect(result?.alerts).toMatchObject([{ scope: 'node', subject: 'cart', name: 'Burns', severity: 'danger' }]);
      const buckets = result?.history.times.length ?? 0;
      expect(Array.from(result?.states.nodes.slice(0, buckets) ?? [])).toEqual(Array(buckets).fill(STATE_DANGER));
    });

    it('asks Alertmanager and Grafana at their addresses in Grafana', async () => {
      const urls: string[] = [];
      const active = [{ labels: { alertname: 'Slow', service: 'web' }, startsAt: '2026-01-05T10:00:00Z' }];
      const fetchJson = (url: string) => {
        urls.push(url);
        return of(url.includes('alertmanager') ? active : { data: { groups: [] } });
      };
      const { result, notices } = await run(
        asking({ kind: 'alertmanager', upstream: 'a/m' }, { kind: 'grafana' }),
        services([new FakeUpstream('prom', 'prometheus', answering)], { fetchJson })
      );
      expect(urls).toEqual(['/api/alertmanager/a%2Fm/api/v2/alerts', '/api/prometheus/grafana/api/v1/rules']);
      expect(result?.alerts).toMatchObject([{ subject: 'web', name: 'Slow', upstream: 'Alertmanager' }]);
      expect(notices).toEqual([]);
    });

    it('draws the map without alerts that cannot be had, and says why', async () => {
      const { result, notices } = await run(
        asking({ kind: 'grafana' }, { kind: 'prometheus', upstream: 'gone' }, { kind: 'alertmanager' }),
        services([new FakeUpstream('prom', 'prometheus', answering)], {
          fetchJson: () => throwError(() => ({ status: 403, data: { message: 'no access' } })),
        })
      );
      expect(result?.history.edges.ids).toHaveLength(1);
      expect(notices).toEqual([
        expect.stringMatching(/^Alerts are missing\. Grafana's alert rules .*\(status 403\).*no access/),
        expect.stringMatching(/^Alerts are missing\. gone /),
        expect.stringMatching(/^Alerts name no Alertmanager/),
      ]);
    });
  });
});
