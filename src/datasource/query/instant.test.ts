import type { DataQueryRequest } from '@grafana/data';
import { map, of } from 'rxjs';
import { STATE_DANGER } from '../../core/model/state';
import { FakeUpstream, FROM, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { graphiteSeries, MESH, PATHS, query, run, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';

const MINUTE = 60_000;
const HALF_MINUTE = 30_000;

/** What Prometheus answers to an instant query: one sample, at the end of the range. */
function atEnd({ targets, range }: DataQueryRequest) {
  return of({
    data: targets.map(({ refId }) => {
      const { fields, ...frame } = seriesFrame(refId, { source: 'web', target: 'cart' }, 5);
      const [time, value] = fields;
      return {
        ...frame,
        length: 1,
        fields: [
          { ...time, config: {}, values: [range.to.valueOf()] },
          { ...value, values: [5] },
        ],
      };
    }),
  });
}

const instant = (...definitions: Parameters<typeof query>): TrafficQuery => ({
  ...query(...definitions),
  instant: true,
});

describe('runQuery for an instant', () => {
  it('U7: asks Prometheus one instant query a metric, at the end of the last bucket, with a range as long as before', async () => {
    const prometheus = new FakeUpstream('prom', 'prometheus', atEnd);
    const asked = instant({ ...MESH, expressions: { requests: 'a', p95: 'b' } });
    const { result, notices } = await run(asked, services([prometheus]), { startTime: TO - HALF_MINUTE });
    expect(prometheus.asked).toHaveLength(1);
    const [{ targets, range, rangeRaw, intervalMs, maxDataPoints }] = prometheus.asked;
    expect(targets).toMatchObject([
      { refId: 'A0-requests', instant: true, range: false },
      { refId: 'A0-p95', instant: true, range: false },
    ]);
    expect([range.from.valueOf(), range.to.valueOf()]).toEqual([FROM - MINUTE, TO - MINUTE]);
    expect(rangeRaw?.to.valueOf()).toBe(TO - MINUTE);
    expect([intervalMs, maxDataPoints]).toEqual([MINUTE, 60]);
    expect(Array.from(result?.history.times ?? [])).toEqual([TO - MINUTE]);
    expect(Array.from(result?.history.edges.rates[0] ?? [])).toEqual([5]);
    expect(notices).toEqual([]);
  });

  it('U7: asks Graphite for its last points, and takes the last that are there', async () => {
    const carbon = new FakeUpstream('carbon', 'graphite', (request) =>
      graphiteSeriesUntil(request, TO - 2 * MINUTE - 1)
    );
    const { result } = await run(instant(PATHS), services([carbon]));
    expect(carbon.asked.map(({ range }) => [range.from.valueOf(), range.to.valueOf()])).toEqual([
      [TO - 10 * MINUTE, TO],
      [TO - 10 * MINUTE, TO],
    ]);
    expect(carbon.asked[0].maxDataPoints).toBe(20);
    expect(Array.from(result?.history.times ?? [])).toEqual([TO]);
    expect(Array.from(result?.history.edges.rates[0] ?? [])).toEqual([3]);
    expect(Array.from(result?.history.edges.p95 ?? [])).toEqual([0.25]);
  });

  it('draws edges of both, a late Graphite beside a timely Prometheus', async () => {
    const upstreams = [
      new FakeUpstream('prom', 'prometheus', atEnd),
      new FakeUpstream('carbon', 'graphite', (request) => graphiteSeriesUntil(request, TO - MINUTE - 1)),
    ];
    const { result } = await run(instant(MESH, PATHS), services(upstreams));
    expect(result?.history.edges.ids).toEqual(['cart→stock', 'web→cart']);
    expect(Array.from(result?.history.edges.rates[0] ?? [])).toEqual([3, 5]);
  });

  it('compares with an earlier instant, keeps the last answer, and simulates', async () => {
    const answers = { fail: false };
    const prometheus = new FakeUpstream('prom', 'prometheus', (request) =>
      answers.fail ? of({ data: [], errors: [{ status: 503 }] }) : atEnd(request)
    );
    const using = services([prometheus]);
    const asked: TrafficQuery = { ...instant(MESH), baseline: '1d' };
    const { result } = await run(asked, using);
    expect(prometheus.asked[1].range.to.valueOf()).toBe(TO - 24 * 60 * MINUTE);
    expect(prometheus.asked[1].targets[0]).toMatchObject({ refId: 'A0-baseline', instant: true });
    expect(Array.from(result?.history.edges.baseline ?? [])).toEqual([5]);
    answers.fail = true;
    const stale = await run(asked, using, { startTime: TO });
    expect(stale.result?.history.edges.staleSince).toEqual(Float64Array.of(TO));
    const simulated = await run({ refId: 'A', instant: true }, services([]));
    expect(simulated.result?.history.times).toHaveLength(1);
    expect(simulated.result?.history.edges.ids.length).toBeGreaterThan(50);
  });

  it('T28: has thresholds take effect at once, and says so of hold times that somebody has set', async () => {
    const held = { scope: 'edge', metric: 'rate', direction: 'above', danger: 1, holdSeconds: 300 } as const;
    const using = services([new FakeUpstream('prom', 'prometheus', atEnd)]);
    const { result, notices } = await run({ ...instant(MESH), thresholds: [held] }, using);
    expect(Array.from(result?.states.edges ?? [])).toEqual([STATE_DANGER]);
    expect(result?.states.transitions.find(({ scope }) => scope === 'edge')?.rule).toEqual(held);
    expect(notices).toEqual([expect.stringMatching(/^1 threshold with a hold time takes effect at once/)]);
    const byDefault: TrafficQuery = { ...instant(MESH), thresholds: undefined };
    expect((await run(byDefault, using)).notices).toEqual([]);
  });

  it('shows an alert that fires at the instant', async () => {
    const prometheus = new FakeUpstream('prom', 'prometheus', (request) => {
      if (!request.targets[0].refId.includes('alerts')) {
        return atEnd(request);
      }
      const frame = seriesFrame(request.targets[0].refId, { alertname: 'Burns', service: 'cart', severity: 'page' }, 1);
      const [time, value] = frame.fields;
      return of({
        data: [
          {
            ...frame,
            length: 1,
            fields: [
              { ...time, config: {}, values: [request.range.to.valueOf()] },
              { ...value, values: [1] },
            ],
          },
        ],
      });
    });
    const asked: TrafficQuery = {
      ...instant(MESH),
      alerts: { sources: [{ kind: 'prometheus', upstream: 'prom' }] },
    };
    const { result } = await run(asked, services([prometheus]));
    expect(prometheus.asked[1].targets[0]).toMatchObject({ instant: true, range: false });
    expect(result?.alerts).toMatchObject([{ subject: 'cart', name: 'Burns' }]);
    expect(result?.states.nodes[result.history.nodes.ids.indexOf('cart')]).toBe(STATE_DANGER);
  });
});

/** Graphite's answer whose newest points are not there yet. */
function graphiteSeriesUntil(request: DataQueryRequest, end: number): ReturnType<typeof graphiteSeries> {
  return graphiteSeries(request).pipe(
    map(({ data }) => ({
      data: data.map((frame) => {
        const [time, value] = frame.fields;
        const values = value.values.map((each: number, row: number) => (time.values[row] < end ? each : null));
        return { ...frame, fields: [time, { ...value, values }] };
      }),
    }))
  );
}
