import { LoadingState } from '@grafana/data';
import { of } from 'rxjs';
import { FakeUpstream, seriesFrame } from '../testSupport/fakeUpstream';
import { answering, graphiteSeries, MESH, PATHS, query, run, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';

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

  it('takes flows whose bytes alone are known for what they are, and asks for no usual rate of them', async () => {
    const flows = { ...MESH, expressions: { requests: ' ', bytes: 'rate(flow_bytes_total[$__rate_interval])' } };
    const upstream = new FakeUpstream('prom', 'prometheus', answering);
    const { result } = await run({ ...query(flows), baseline: '1d' }, services([upstream]));
    expect(upstream.asked.flatMap(({ targets }) => targets.map(({ refId }) => refId))).toEqual(['A0-bytes']);
    expect(result?.history.edges.bytes?.at(-1)).toBe(5);
    expect(result?.history.edges.rates.every((column) => column.every(Number.isNaN))).toBe(true);
    const down = new FakeUpstream('prom', 'prometheus', () => Promise.reject(new Error('connection refused')));
    const { response } = await run(query(flows), services([down]));
    expect(response.state).toBe(LoadingState.Error);
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
    expect(notices).toEqual([expect.stringContaining('Load its recording rules into Prometheus')]);
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
      // They are in the expressions already; Graphite has none.
      expect(each.filters).toBeUndefined();
      expect(each).toMatchObject({
        intervalMs: 60_000,
        interval: '60s',
        maxDataPoints: 60,
        panelId: undefined,
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
      expr: 'rate(requests_total{namespace="shop",service="$service"}[$__rate_interval])',
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
});
