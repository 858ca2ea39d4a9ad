import { type DataQueryRequest, type DataQueryResponse, FieldType } from '@grafana/data';
import { firstValueFrom, type Observable, of, throwError } from 'rxjs';
import { PRESETS } from '../presets';
import { FakeUpstream, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { GRAPHITE } from '../upstreams/graphite';
import { PROMETHEUS } from '../upstreams/prometheus';
import { findPresets } from './findPresets';

const PROMETHEUS_PRESETS = PRESETS.filter(({ kind }) => kind === 'prometheus');
const GRAPHITE_PRESETS = PRESETS.filter(({ kind }) => kind === 'graphite');

/** Answers a count to the targets that ask for one of some metrics, and nothing to the others. */
function counting(counts: Readonly<Record<string, number>>) {
  return (request: DataQueryRequest): Observable<DataQueryResponse> =>
    of({
      data: request.targets.flatMap((target) => {
        const metric = Object.keys(counts).find((name) => String(Reflect.get(target, 'expr')).endsWith(` (${name}))`));
        return metric === undefined
          ? []
          : [
              {
                refId: target.refId,
                length: 1,
                fields: [
                  { name: 'Time', type: FieldType.time, config: {}, values: [TO] },
                  { name: 'Value', type: FieldType.number, config: {}, values: [counts[metric]] },
                ],
              },
            ];
      }),
    });
}

describe('findPresets', () => {
  it('counts edges of all presets in one request, and lists those with data, most edges first', async () => {
    const upstream = new FakeUpstream(
      'prom',
      'prometheus',
      counting({ traces_service_graph_request_total: 12, istio_requests_total: 786 })
    );
    const search = await firstValueFrom(findPresets(PROMETHEUS_PRESETS, upstream, PROMETHEUS, TO, 1000));
    expect('found' in search && search.found.map(({ preset, edges }) => [preset.id, edges])).toEqual([
      ['istio', 786],
      ['service-graph', 12],
    ]);
    expect(upstream.asked).toHaveLength(1);
    expect(upstream.asked[0].targets[0]).toMatchObject({
      expr: expect.stringMatching(/^count\(count by \(.*source_workload.*\) \(istio_requests_total\)\)$/),
      instant: true,
      range: false,
    });
  });

  it('puts a preset that tells of requests, errors and latency before one with somewhat more edges that does not', async () => {
    const order = async (counts: Readonly<Record<string, number>>) => {
      const upstream = new FakeUpstream('prom', 'prometheus', counting(counts));
      const search = await firstValueFrom(findPresets(PROMETHEUS_PRESETS, upstream, PROMETHEUS, TO, 1000));
      return 'found' in search ? search.found.map(({ preset }) => preset.id) : [];
    };
    expect(await order({ istio_requests_total: 100, istio_tcp_connections_opened_total: 140 })).toEqual([
      'istio',
      'istio-tcp',
    ]);
    expect(await order({ istio_requests_total: 100, istio_tcp_connections_opened_total: 160 })).toEqual([
      'istio-tcp',
      'istio',
    ]);
  });

  it('asks Graphite for each by itself, for its answers do not say what they are to', async () => {
    const upstream = new FakeUpstream('carbon', 'graphite', ({ targets }) =>
      of({
        data:
          Reflect.get(targets[0], 'target') === 'stats.counters.*.upstream.*.*.rate'
            ? ['cart.2xx', 'cart.5xx', 'stock.2xx'].map((end) => ({
                ...seriesFrame('', {}, 1),
                name: `stats.counters.web.upstream.${end}.rate`,
              }))
            : [],
      })
    );
    const search = await firstValueFrom(findPresets(GRAPHITE_PRESETS, upstream, GRAPHITE, TO, 1000));
    expect('found' in search && search.found.map(({ preset, edges }) => [preset.id, edges])).toEqual([
      ['graphite-statsd', 2],
    ]);
    expect(new Set(upstream.asked.map(({ requestId }) => requestId)).size).toBe(GRAPHITE_PRESETS.length);
  });

  it('says why the upstream could not be asked', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', () => throwError(() => ({ status: 401, data: {} })));
    const search = await firstValueFrom(findPresets(PROMETHEUS_PRESETS, upstream, PROMETHEUS, TO, 1000));
    expect('failure' in search && search.failure.message).toMatch(/refused the credentials \(status 401\)/);
  });
});
