import { type DataFrame, toDataFrame } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import { firstValueFrom, of } from 'rxjs';
import { anchoredPattern, literalPattern } from '../../core/model/pattern';
import { dashboardRequest, FakeUpstream, instanceSettings, seriesFrame, timeRange } from '../testSupport/fakeUpstream';
import { installDataSources } from '../testSupport/standIns';
import { TrafficDataSource } from '../TrafficDataSource';
import type { QueryDefinition, TrafficJsonData } from '../types';
import { TrafficVariableSupport } from './TrafficVariableSupport';
import type { TrafficVariableQuery } from './variableQuery';

const HOSTILE = ['a"b\\c', '.*', '<img src=x onerror=alert(1)>', 'x,y|z', '$other', 'ünï→cödé', 'line\nbreak'];

const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(a[1m])', p95: 'never asked' },
  mapping: {
    source: { label: 'from', groupLabels: ['region', 'from_ns'] },
    target: { label: 'to', groupLabels: ['region', 'to_ns'] },
  },
};

const EDGES = [
  { region: 'eu', from: 'web', from_ns: 'edge', to: 'cart', to_ns: 'shop' },
  { region: 'us', from: 'web', from_ns: 'edge', to: 'cart', to_ns: 'shop' },
  { region: 'eu', from: 'cart', from_ns: 'shop', to: 'stock', to_ns: 'back/office' },
];

function upstreamOf(edges: ReadonlyArray<Record<string, string>>): FakeUpstream {
  return new FakeUpstream('prom', 'prometheus', ({ targets }) =>
    of({ data: targets.flatMap(({ refId }) => edges.map((labels) => seriesFrame(refId, labels, 5))) })
  );
}

/** The data source on one upstream; `replaced` are the variables of the dashboard. */
function dataSource(
  upstream: FakeUpstream,
  replaced: Readonly<Record<string, string>> = {},
  settings: TrafficJsonData = {}
): TrafficDataSource {
  installDataSources([], [upstream]);
  setTemplateSrv({
    getVariables: () => [],
    replace: (text = '', _, format) =>
      Object.entries(replaced).reduce(
        (whole, [name, value]) => whole.replaceAll(name, () => (format === 'regex' ? literalPattern(value) : value)),
        text
      ),
    containsTemplate: () => false,
    updateTimeRange: () => undefined,
  });
  return new TrafficDataSource(instanceSettings('traffic', 'intuition-traffic-datasource', settings));
}

async function valuesOf(query: unknown, source = dataSource(upstreamOf(EDGES))): Promise<readonly unknown[]> {
  const found = await source.metricFindQuery(query, { range: timeRange() });
  expect(found.map(({ value }) => value)).toEqual(found.map(({ text }) => text));
  return found.map(({ value }) => value);
}

const ask = (asked: Partial<TrafficVariableQuery>) => ({ refId: 'v', definitions: [MESH], ...asked });

describe('values of a variable', () => {
  it.each([
    [{}, ['cart', 'stock', 'web']],
    [{ match: 'eu/shop' }, ['cart']],
    [{ list: 'namespaces' }, ['back/office', 'edge', 'shop']],
    [{ list: 'groups', match: 'eu.*' }, ['eu', 'eu/back%2Foffice', 'eu/edge', 'eu/shop']],
    [{ list: 'edges' }, ['cart → stock', 'web → cart']],
    [{ list: 'edges', match: 'us/.*' }, ['web → cart']],
    [{ list: 'callers', match: 'cart' }, ['web']],
    [{ list: 'callees', match: 'web|cart' }, ['cart', 'stock']],
    [{ list: 'callers', match: 'car' }, []],
  ] as const)('lists %j', async (asked, expected) => {
    expect(await valuesOf(ask(asked))).toEqual(expected);
  });

  it('asks for requests alone, in few steps of the range', async () => {
    const upstream = upstreamOf(EDGES);
    await valuesOf(ask({}), dataSource(upstream));
    expect(upstream.asked).toHaveLength(1);
    expect(upstream.asked[0].targets).toHaveLength(1);
    expect(upstream.asked[0]).toMatchObject({ range: timeRange(), maxDataPoints: 6 });
  });

  it('replaces variables in the pattern with their values as such, not as expressions', async () => {
    const edges = HOSTILE.map((from) => ({ from, to: `called by ${from}` }));
    for (const name of HOSTILE) {
      const source = dataSource(upstreamOf(edges), { $service: name });
      expect(await valuesOf(ask({ list: 'callees', match: '$service' }), source)).toEqual([`called by ${name}`]);
    }
  });

  it('hands over hostile names unchanged, so that Grafana escapes them where they are used', async () => {
    const source = dataSource(upstreamOf(HOSTILE.map((from) => ({ from, to: 'cart' }))));
    const found = await valuesOf(ask({ list: 'callers', match: 'cart' }), source);
    expect(found).toEqual([...HOSTILE].sort());
    for (const name of found) {
      const pattern = anchoredPattern(literalPattern(String(name)));
      expect(HOSTILE.filter((each) => pattern?.test(each))).toEqual([name]);
    }
  });

  it('gives nothing where there is no traffic, and says why where nothing could be asked', async () => {
    expect(await valuesOf(ask({}), dataSource(upstreamOf([])))).toEqual([]);
    expect(await valuesOf(ask({ definitions: [] }))).toEqual([]);
    await expect(valuesOf(ask({ definitions: [{ ...MESH, upstream: 'gone' }] }))).rejects.toThrow(
      /no data source “gone”/
    );
    await expect(valuesOf(ask({ match: '(' }))).rejects.toThrow('“(” is no regular expression.');
    await expect(valuesOf(ask({ list: 'callers' }))).rejects.toThrow(/Say whose callers/);
  });

  it('keeps the values of one upstream when another fails', async () => {
    expect(await valuesOf(ask({ definitions: [{ ...MESH, id: 'gone', upstream: 'gone' }, MESH] }))).toContain('stock');
  });
});

describe('the short form', () => {
  it.each(['', ' services ', { query: 'services' }, undefined, { refId: 'v' }])(
    'lists simulated services for %j',
    async (query) => {
      expect((await valuesOf(query)).length).toBeGreaterThan(20);
    }
  );

  it('asks the upstream of the settings as a preset says', async () => {
    const edge = { source_workload: 'web', destination_service_name: 'cart' };
    const upstream = upstreamOf([edge]);
    const source = dataSource(upstream, {}, { upstreams: [{ uid: 'prom', kind: 'prometheus' }] });
    expect(await valuesOf('callers(cart) from istio', source)).toEqual(['web']);
    expect(JSON.stringify(upstream.asked[0].targets)).toContain('istio_requests_total');
  });

  it('says what is wrong with a text that it cannot read', async () => {
    const settings: TrafficJsonData = { upstreams: [{ uid: 'prom', kind: 'prometheus' }] };
    await expect(valuesOf('label_values(job)')).rejects.toThrow(/is no query for a variable. Write services,/);
    await expect(valuesOf('services(')).rejects.toThrow(/is no query for a variable/);
    await expect(valuesOf('services from nothing')).rejects.toThrow(/no preset “nothing”. There are istio,/);
    await expect(valuesOf('services', dataSource(upstreamOf(EDGES), {}, settings))).rejects.toThrow(/Name the preset/);
  });
});

describe('variable support', () => {
  it('answers dashboards with a frame that holds texts and values', async () => {
    const source = dataSource(upstreamOf(EDGES));
    expect(source.variables).toBeInstanceOf(TrafficVariableSupport);
    const { query } = source.variables as TrafficVariableSupport;
    const request = { ...dashboardRequest([]), targets: [ask({})] };
    const { data } = await firstValueFrom(query(request));
    const frame: DataFrame = toDataFrame(data[0]);
    expect(frame.fields.map(({ name, values }) => [name, values])).toEqual([
      ['text', ['cart', 'stock', 'web']],
      ['value', ['cart', 'stock', 'web']],
    ]);
  });
});
