import type { DataQueryRequest } from '@grafana/data';
import { of, throwError } from 'rxjs';
import { STATE_DANGER } from '../../core/model/state';
import { FakeUpstream, FROM, seriesFrame } from '../testSupport/fakeUpstream';
import { graphiteSeries, MESH, PATHS, query, run, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';

describe('runQuery against an earlier day or week', () => {
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

  it('T30: tells of written thresholds whose metric is not asked for, a definition’s by its name', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', (request) => of({ data: half(request) }));
    const slow = { scope: 'edge', metric: 'p95', direction: 'above', danger: 1 } as const;
    const asked = {
      ...query({ ...MESH, expressions: { requests: 'requests' }, thresholds: [slow] }),
      thresholds: [slow],
    };
    const { notices } = await run(asked, services([upstream]));
    expect(notices).toEqual([
      expect.stringContaining('Threshold 1 of “mesh” judges nothing: the data has no p95 latency'),
      expect.stringContaining('Threshold 1 judges nothing: the data has no p95 latency'),
    ]);
  });
});
