import { applyFieldOverrides, createTheme, type DataFrame, type DataQueryRequest } from '@grafana/data';
import { firstValueFrom, of } from 'rxjs';
import latencyLink from '../../../tests/fixtures/latencyLink.json';
import { LINK_PREFIX } from '../../frames/contract';
import { runQuery } from '../query/runQuery';
import { dashboardRequest, FakeUpstream, FROM, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { services } from '../testSupport/runQuery';
import { installIntersectionObserver } from '../testSupport/standIns';
import type { QueryDefinition, TrafficQuery } from '../types';
import { linkProblem } from './templateLinks';

const HOSTILE = 'a"b\\c{}|.*$1 ${other}<script>\'&#?/→%';

const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'sum by (from, ns, to) (rate(a{env="$env"}[$__rate_interval]))' },
  mapping: { source: { label: 'from', constant: 'Internet' }, target: { label: 'to', groupLabels: ['ns'] } },
};

/** An existing data source that replaces the one variable of these tests. */
class Existing extends FakeUpstream {
  override interpolateVariablesInQueries(queries: unknown[]) {
    return JSON.parse(JSON.stringify(queries).replace('$env', 'prod'));
  }
}

type Labels = Readonly<Record<string, string>>;

/** The links of all services, or of all edges, as Grafana makes them of the frames. */
async function linksOf(
  kind: 'node' | 'edge',
  asked: Partial<TrafficQuery>,
  series: readonly Labels[] = [{ from: 'web', ns: 'shop', to: 'cart' }],
  overrides: Partial<DataQueryRequest<TrafficQuery>> = {}
) {
  const query: TrafficQuery = { refId: 'A', definitions: [MESH], thresholds: [], ...asked };
  const answer = ({ targets }: DataQueryRequest) =>
    of({ data: targets.flatMap(({ refId }) => series.map((labels) => seriesFrame(refId, labels, 5))) });
  const upstreams = [new Existing('prom', 'prometheus', answer), new Existing('carbon', 'graphite', answer)];
  const response = await firstValueFrom(
    runQuery(
      query,
      dashboardRequest([query], overrides),
      services(upstreams, { replace: (text) => text.replace('${team:percentencode}', 'a%20b') })
    )
  );
  installIntersectionObserver();
  const { sceneGraph, SceneTimeRange } = await import('@grafana/scenes');
  const scene = new SceneTimeRange({});
  const frames: DataFrame[] = applyFieldOverrides({
    data: response.data,
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text, scopedVars, format) =>
      sceneGraph.interpolate(scene, text, scopedVars, typeof format === 'string' ? format : undefined),
    theme: createTheme(),
  });
  const frame = frames.find(({ name }) => name === `${kind}s`);
  const ids: string[] = frame?.fields.find(({ name }) => name === 'id')?.values ?? [];
  const links = Object.fromEntries(ids.map((id, row) => [id, frame ? rowLinks(frame, row) : []]));
  const notices = response.data[0].meta.notices.map(({ text }: { text: string }) => text);
  return { ids, links, notices };
}

function rowLinks({ fields }: DataFrame, row: number) {
  const linked = fields.filter(({ name, values }) => name.startsWith(LINK_PREFIX) && values[row] !== null);
  return linked
    .flatMap((field) => field.getLinks?.({ valueRowIndex: row }) ?? [])
    .map(({ title, href, target }) => ({ title, href, newTab: target === '_blank' }));
}

/** What Explore reads from an address. */
function pane(href: string) {
  const url = new URL(href, 'http://grafana.example');
  expect(url.pathname).toBe('/explore');
  expect(url.searchParams.get('schemaVersion')).toBe('1');
  return Object.values<{ datasource: string; queries: Array<Record<string, unknown>>; range: unknown }>(
    JSON.parse(url.searchParams.get('panes') ?? '')
  )[0];
}

describe('links to Explore', () => {
  it('open the upstream’s own query, narrowed to the edge, over the same range', async () => {
    const { ids, links } = await linksOf('edge', {});
    const [{ title, href, newTab }] = links[ids[0]];
    expect([title, newTab]).toEqual(['Explore', false]);
    const { datasource, queries, range } = pane(href);
    expect(datasource).toBe('prom');
    expect(range).toEqual({ from: String(FROM), to: String(TO) });
    expect(queries).toHaveLength(1);
    expect(queries[0]).toMatchObject({
      refId: 'A',
      datasource: { uid: 'prom', type: 'prometheus' },
      expr: 'sum by (from, ns, to) (rate(a{from="web",to="cart",ns="shop",env="prod"}[$__rate_interval]))',
    });
  });

  it('open the latency as well, with exemplars of the edge alone', async () => {
    const expressions = { ...MESH.expressions, p50: 'a', p95: latencyLink.asked };
    const { ids, links } = await linksOf('edge', { definitions: [{ ...MESH, expressions }] }, [
      { from: 'web', ns: 'shop', to: 'pay' },
    ]);
    expect(links[ids[0]].map(({ title }) => title)).toEqual(['Explore', 'Explore latency']);
    const [requests, latency] = links[ids[0]].map(({ href }) => pane(href));
    expect(requests.queries[0].exemplar).toBe(false);
    expect(latency).toMatchObject({ datasource: 'prom', range: requests.range });
    expect(latency.queries).toEqual([
      expect.objectContaining({ expr: latencyLink.narrowed, exemplar: true, range: true }),
    ]);
  });

  it('do not open latency where exemplars would be those of all edges, or there are none', async () => {
    const relabelled = { ...MESH.expressions, p95: `label_replace(${latencyLink.asked}, "from", "$1", "pod", "(.*)")` };
    const carbon: QueryDefinition = {
      ...MESH,
      id: 'carbon',
      kind: 'graphite',
      upstream: 'carbon',
      expressions: { requests: 'a.*', p95: 'b.*' },
    };
    for (const definition of [
      { ...MESH, expressions: relabelled },
      { ...MESH, expressions: { ...relabelled, p95: ' ' } },
      carbon,
    ]) {
      const { ids, links } = await linksOf('edge', { definitions: [definition] });
      expect(links[ids[0]].map(({ title }) => title)).toEqual(['Explore']);
    }
  });

  it('open the bytes where a definition asks for no requests', async () => {
    const bytes = 'sum by (from, ns, to) (rate(flow_bytes_total[$__rate_interval]))';
    const { ids, links } = await linksOf('edge', { definitions: [{ ...MESH, expressions: { bytes } }] });
    expect(pane(links[ids[0]][0].href).queries[0]).toMatchObject({
      expr: 'sum by (from, ns, to) (rate(flow_bytes_total{from="web",to="cart",ns="shop",}[$__rate_interval]))',
    });
  });

  it('show what comes in to a service, and what goes out of one that nobody calls', async () => {
    const { links } = await linksOf('node', {});
    expect(pane(links['shop/cart'][0].href).queries[0].expr).toContain('a{to="cart",ns="shop",env');
    expect(pane(links.web[0].href).queries[0].expr).toContain('a{from="web",env');
  });

  it('escape whatever a name holds', async () => {
    const { ids, links } = await linksOf('edge', {}, [{ from: HOSTILE, ns: 'x', to: 'cart' }]);
    expect(pane(links[ids[0]][0].href).queries[0].expr).toContain(
      `from="${HOSTILE.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}",to="cart"`
    );
  });

  it('survive a name that is no text of Unicode', async () => {
    const { ids, links } = await linksOf('edge', { links: { templates: [{ title: 'Logs', url: '/l/{source}' }] } }, [
      { from: 'a\uD800b', ns: 'x', to: 'cart' },
    ]);
    expect(links[ids[0]].map(({ title }) => title)).toEqual(['Logs', 'Explore']);
    expect(links[ids[0]][0].href).toBe('/l/a%EF%BF%BDb');
  });

  it('keep the results with the labels where an expression cannot be narrowed inside', async () => {
    const requests = 'label_replace(rate(a[1m]), "from", "$1", "pod", "(.*)-.*")';
    const { ids, links } = await linksOf('edge', { definitions: [{ ...MESH, expressions: { requests } }] });
    expect(pane(links[ids[0]][0].href).queries[0].expr).toBe(
      `(${requests}) and on (from, to, ns) label_replace(label_replace(label_replace(vector(1), "from", "web", "", ""), "to", "cart", "", ""), "ns", "shop", "", "")`
    );
  });

  it('do not narrow by names that no label holds', async () => {
    const { links } = await linksOf('node', {}, [{ ns: 'shop', to: 'cart' }]);
    expect(pane(links.Internet[0].href).queries[0].expr).toContain('a{env="prod"}');
    const renamed = { ...MESH, naming: { rules: [{ match: '(.*)', name: 'x-$1' }] } };
    const named = await linksOf('node', { definitions: [renamed] });
    expect(pane(named.links['shop/x-cart'][0].href).queries[0].expr).toContain('a{env="prod"}');
  });

  it('find hosts by the names that were read from them', async () => {
    const { links } = await linksOf('node', { definitions: [{ ...MESH, naming: { hosts: {} } }] }, [
      { from: 'web', to: 'cart.shop.svc:80' },
    ]);
    expect(pane(links['shop/cart'][0].href).queries[0].expr).toContain('a{to=~"cart([.:].*)?",env');
  });

  it('find series of Graphite by their path or their tags', async () => {
    const definition: QueryDefinition = {
      id: 'carbon',
      kind: 'graphite',
      upstream: 'carbon',
      expressions: { requests: "seriesByTag('name=a')" },
      mapping: { source: { label: 'from' }, target: { label: 'to' } },
    };
    const tagged = await linksOf('edge', { definitions: [definition] });
    const [link] = tagged.links[tagged.ids[0]];
    expect(pane(link.href).queries[0].target).toBe(
      "grep(seriesByTag('name=a'), '(?=.*;from=web(;|$))(?=.*;to=cart([.:][^;]*)?(;|$))')"
    );
  });

  it('are named after their definition where there are several, and only where it saw the subject', async () => {
    const second = { ...MESH, id: 'other', upstream: 'nowhere' };
    const both = { ...MESH, id: 'twin' };
    const blind = { ...MESH, id: 'blind', mapping: { ...MESH.mapping, source: { label: 'no' } } };
    const { ids, links } = await linksOf('edge', { definitions: [MESH, both, blind, second] });
    expect(links[ids[0]].map(({ title }) => title)).toEqual(['Explore: mesh', 'Explore: twin']);
  });

  it('can be left out', async () => {
    const { ids, links } = await linksOf('edge', { links: { explore: false } });
    expect(links[ids[0]]).toEqual([]);
  });
});

describe('links of templates', () => {
  const templates = [
    {
      title: 'Logs of {service}',
      url: 'https://logs.example/?q={service}&ns={namespace}&g={group}&t=${team:percentencode}',
      newTab: true,
    },
    { title: 'Traces', url: '/traces/{source}/{target}?from={from}&to={to}' },
    { title: 'Wiki', url: '/wiki' },
  ];
  const own = { links: { explore: false, templates } };

  it('go to services, edges or both, by what they name', async () => {
    const nodes = await linksOf('node', own);
    expect(nodes.links['shop/cart']).toEqual([
      { title: 'Logs of cart', href: 'https://logs.example/?q=cart&ns=shop&g=shop&t=a%20b', newTab: true },
      { title: 'Wiki', href: '/wiki', newTab: false },
    ]);
    const edges = await linksOf('edge', own);
    expect(edges.links[edges.ids[0]]).toEqual([
      { title: 'Traces', href: `/traces/web/cart?from=${FROM}&to=${TO}`, newTab: false },
      { title: 'Wiki', href: '/wiki', newTab: false },
    ]);
  });

  it('encode whatever a name holds', async () => {
    const { ids, links } = await linksOf('edge', own, [{ from: HOSTILE, ns: 'x', to: '../..//evil' }]);
    const url = new URL(links[ids[0]][0].href, 'http://grafana.example');
    expect(url.host).toBe('grafana.example');
    expect(url.pathname.split('/').slice(2).map(decodeURIComponent)).toEqual([HOSTILE, '../..//evil']);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '{service}',
    'https://{service}',
    'x',
  ])('leave out the address %s and say so', async (url) => {
    expect(linkProblem({ title: 'Bad', url })).toMatch(/must begin with/);
    const { ids, links, notices } = await linksOf('node', {
      links: { explore: false, templates: [{ title: 'Bad', url }] },
    });
    expect(links[ids[0]]).toEqual([]);
    expect(notices.join()).toMatch(/“Bad” must begin with/);
  });
});
