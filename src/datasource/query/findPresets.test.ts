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
        const metric = Object.keys(counts).find((name) => Reflect.get(target, 'expr') === `count(${name})`);
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
  it('counts series of all presets in one request, and lists those with data in their order', async () => {
    const upstream = new FakeUpstream(
      'prom',
      'prometheus',
      counting({ traces_service_graph_request_total: 12, istio_requests_total: 786 })
    );
    const search = await firstValueFrom(findPresets(PROMETHEUS_PRESETS, upstream, PROMETHEUS, TO, 1000));
    expect('found' in search && search.found.map(({ preset, series }) => [preset.id, series])).toEqual([
      ['istio', 786],
      ['service-graph', 12],
    ]);
    expect(upstream.asked).toHaveLength(1);
    expect(upstream.asked[0].targets[0]).toMatchObject({
      expr: 'count(istio_requests_total)',
      instant: true,
      range: false,
    });
  });

  it('asks Graphite for each by itself, for its answers do not say what they are to', async () => {
    const upstream = new FakeUpstream('carbon', 'graphite', ({ targets }) =>
      of({
        data: String(Reflect.get(targets[0], 'target')).startsWith('stats.counters.*.upstream')
          ? [seriesFrame('', {}, 1), seriesFrame('', {}, 2)]
          : [],
      })
    );
    const search = await firstValueFrom(findPresets(GRAPHITE_PRESETS, upstream, GRAPHITE, TO, 1000));
    expect('found' in search && search.found.map(({ preset, series }) => [preset.id, series])).toEqual([
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

describe('presets', () => {
  it('have ids of their own', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  });

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s maps source and target', (_id, preset) => {
    for (const end of [preset.mapping.source, preset.mapping.target]) {
      expect(end.label ?? end.constant).toBeTruthy();
    }
    expect(preset.needs).not.toBe('');
  });
});
