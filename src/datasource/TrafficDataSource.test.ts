import { LoadingState } from '@grafana/data';
import { type BackendSrv, type BackendSrvRequest, setBackendSrv, setTemplateSrv } from '@grafana/runtime';
import { firstValueFrom, of } from 'rxjs';
import { emptyDefinition } from './editors/changes';
import { SIMULATED_DEFINITION } from './query/completeQuery';
import { dashboardRequest, FakeUpstream, instanceSettings, seriesFrame } from './testSupport/fakeUpstream';
import { installDataSources } from './testSupport/standIns';
import { TrafficDataSource } from './TrafficDataSource';
import type { TrafficJsonData, TrafficQuery } from './types';

function dataSource(settings: TrafficJsonData = {}): TrafficDataSource {
  return new TrafficDataSource(instanceSettings('traffic', 'intuition-traffic-datasource', settings));
}

const WRITTEN = { ...emptyDefinition('mesh', 'prometheus', 'prom'), expressions: { requests: 'rate(a[1m])' } };

describe('filterQuery', () => {
  const asks = (query: Partial<TrafficQuery>) => dataSource().filterQuery({ refId: 'A', ...query });

  it('asks for what a new query shows', () => {
    expect(asks({})).toBe(true);
    expect(asks({ definitions: [SIMULATED_DEFINITION] })).toBe(true);
    expect(asks({ definitions: [emptyDefinition('new', 'graphite', ''), WRITTEN] })).toBe(true);
  });

  it('does not ask for hidden queries', () => {
    expect(asks({ hide: true })).toBe(false);
  });
});

describe('settings that cannot be read', () => {
  const broken = dataSource({ upstreams: 'prom', resolution: 30 } as unknown as TrafficJsonData);

  it('are left out, and told by Save & test', async () => {
    expect(broken.settings).toEqual({ resolution: 30 });
    expect(await broken.testDatasource()).toEqual({
      status: 'error',
      message: expect.stringContaining('“jsonData.upstreams” is not a list'),
    });
  });
});

describe('query', () => {
  const prometheus = new FakeUpstream('prom', 'prometheus', (request) =>
    of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'web', target: 'cart' }, 5)) })
  );

  beforeEach(() => {
    installDataSources([], [prometheus]);
    setTemplateSrv({
      getVariables: () => [],
      replace: (text = '') => text,
      containsTemplate: () => false,
      updateTimeRange: () => undefined,
    });
  });

  it('asks for Vizceral data through the proxy of Grafana, where the settings have an address', async () => {
    const asked: string[] = [];
    setBackendSrv({
      fetch: ({ url }: BackendSrvRequest) => {
        asked.push(url);
        return of({ data: { connections: [{ source: 'a', target: 'b', metrics: { normal: 1 } }] } });
      },
    } as unknown as BackendSrv);
    const settings = instanceSettings('traffic', 'intuition-traffic-datasource', { vizceralUrl: 'http://vizceral' });
    const source = new TrafficDataSource({ ...settings, url: '/api/datasources/proxy/uid/traffic' });
    const fetched = { ...SIMULATED_DEFINITION, kind: 'vizceral', path: 'now.json' } as const;
    const response = await firstValueFrom(source.query(dashboardRequest([{ refId: 'A', definitions: [fetched] }])));
    expect(response.state).toBe(LoadingState.Done);
    expect(asked).toEqual(['/api/datasources/proxy/uid/traffic/vizceral/now.json']);
  });

  it('answers every visible query of a panel, each under its own refId', async () => {
    const targets: TrafficQuery[] = [
      { refId: 'A', definitions: [WRITTEN] },
      { refId: 'B', definitions: [WRITTEN], hide: true },
      { refId: 'C' },
    ];
    const response = await firstValueFrom(dataSource().query(dashboardRequest(targets)));
    expect(response.state).toBe(LoadingState.Done);
    expect(response.errors).toBeUndefined();
    expect([...new Set(response.data.map((frame) => frame.refId))]).toEqual(['A', 'C']);
  });

  it('keeps the frames of one query when another fails', async () => {
    const targets: TrafficQuery[] = [
      { refId: 'A', definitions: [WRITTEN] },
      { refId: 'B', definitions: [{ ...WRITTEN, upstream: 'gone' }] },
    ];
    const response = await firstValueFrom(dataSource().query(dashboardRequest(targets)));
    expect(response.state).toBe(LoadingState.Error);
    expect(response.errors?.map(({ refId }) => refId)).toEqual(['B']);
    expect(response.data.map((frame) => frame.refId)).toEqual(['A', 'A', 'A']);
  });

  it('cuts the range as finely as the settings say', async () => {
    await firstValueFrom(
      dataSource({ resolution: 12 }).query(dashboardRequest([{ refId: 'A', definitions: [WRITTEN] }]))
    );
    expect(prometheus.asked.at(-1)).toMatchObject({ maxDataPoints: 12, intervalMs: 300_000 });
  });

  it.each<[string, TrafficQuery['definitions'], string]>([
    ['no definition', [], 'choose a preset'],
    ['no expression', [emptyDefinition('new', 'prometheus', 'prom')], 'choose a preset'],
    ['nothing but spaces', [{ ...WRITTEN, expressions: { requests: '  ' } }], 'choose a preset'],
    ['hidden definitions alone', [{ ...WRITTEN, hidden: true }], 'all are hidden'],
  ])('says what to do, and asks nobody, where a query has %s', async (_, definitions, words) => {
    const before = prometheus.asked.length;
    const { data } = await firstValueFrom(dataSource().query(dashboardRequest([{ refId: 'A', definitions }])));
    expect(data).toMatchObject([{ refId: 'A', fields: [], meta: { notices: [{ severity: 'info' }] } }]);
    expect(data[0].meta?.notices?.[0].text).toContain(words);
    expect(prometheus.asked).toHaveLength(before);
  });

  it('answers nothing when there is nothing to ask', async () => {
    expect(await firstValueFrom(dataSource().query(dashboardRequest([{ refId: 'A', hide: true }])))).toEqual({
      data: [],
    });
  });
});

describe('getDefaultQuery', () => {
  it('shows a living map at once', () => {
    const query = { refId: 'A', ...dataSource().getDefaultQuery() };
    expect(dataSource().filterQuery(query)).toBe(true);
    expect(query.definitions?.map(({ kind }) => kind)).toEqual(['simulated']);
    expect(query.thresholds?.length).toBeGreaterThan(0);
  });
});
