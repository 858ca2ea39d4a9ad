import { sendToCarbon } from '../../demo/carbon/sendToCarbon';
import { remoteWrite } from '../../demo/history/remoteWrite';
import type { TrafficDefinition } from '../../src/core/model/definition';
import type { TrafficHistory } from '../../src/core/model/history';
import { DEFAULT_MISSING, type NameMapping } from '../../src/core/model/naming';
import { type Asked, readTraffic } from '../support/readTraffic';
import { SERVER_WINDOW, testServers } from '../support/servers';

jest.setTimeout(30_000);

const MINUTE = 60_000;
const END = SERVER_WINDOW.toMs;
const GRID = { from: END - 2 * MINUTE, to: END, stepMs: MINUTE };

/** What clients see of whom they call, one request per second each. */
const CALLS: ReadonlyArray<readonly [caller: string, called: string]> = Object.freeze([
  ['unknown', 'web-v1'],
  ['web-v1', 'orders.shop.svc.cluster.local:8080'],
  ['web-v2', 'http://orders.shop.svc:8080'],
  ['mobile', 'orders.shop.svc'],
  ['shop/orders', 'stock.shop:9000'],
  ['shop/stock', '8.8.8.8:53'],
  ['shop/stock', 'a.example.com:443'],
  ['shop/stock', 'b.example.com:443'],
] as const);

const NAMING: NameMapping = {
  missing: DEFAULT_MISSING,
  rules: [{ match: '(.+)-v[0-9]+', name: '$1' }],
  addresses: { publicName: 'Internet' },
  hosts: {},
  split: { separator: '/', name: 'last' },
};

const EDGES = [
  'Users → web 1',
  'mobile → shop/orders 1',
  'shop/orders → shop/stock 1',
  'shop/stock → Internet 1',
  'shop/stock → a.example.com 1',
  'shop/stock → b.example.com 1',
  'web → shop/orders 2',
];

function definition(kind: 'prometheus' | 'graphite', requests: string): TrafficDefinition {
  return {
    id: kind,
    kind,
    upstream: kind,
    expressions: { requests },
    mapping: { source: { label: 'caller', constant: 'Users' }, target: { label: 'called' } },
    naming: NAMING,
  };
}

function prometheus(): Asked {
  const requests = 'sum by (caller, called) (rate(seen_by_clients_total[$__rate_interval]))';
  return { definition: definition('prometheus', requests), url: testServers().prometheusUrl };
}

function graphite(): Asked {
  const requests = "groupByTags(seriesByTag('name=seen.by.clients'), 'sum', 'caller', 'called')";
  return { definition: definition('graphite', requests), url: testServers().graphiteUrl };
}

/** Edges with their rates in the last bucket, sorted by name. */
function edgesOf({ nodes, edges, times }: TrafficHistory): string[] {
  const pathOf = (row: number) => [...nodes.groups[row], nodes.names[row]].join('/');
  const rateOf = (edge: number) =>
    edges.rates.reduce((sum, column) => sum + (column[(edge + 1) * times.length - 1] || 0), 0);
  return edges.ids
    .map((_, edge) => `${pathOf(edges.source[edge])} → ${pathOf(edges.target[edge])} ${Math.round(rateOf(edge))}`)
    .sort();
}

beforeAll(async () => {
  const samples = Array.from({ length: 13 }, (_, index) => [END - (12 - index) * 15_000, index * 15] as const);
  await remoteWrite(
    testServers().prometheusUrl,
    CALLS.map(([caller, called]) => ({ name: 'seen_by_clients_total', labels: { caller, called }, samples }))
  );
  const lines = CALLS.flatMap(([caller, called]) =>
    Array.from(
      { length: 12 },
      (_, index) => `seen.by.clients;caller=${caller};called=${called} 1 ${END / 1000 - index * 10}\n`
    )
  );
  await sendToCarbon({ host: '127.0.0.1', port: testServers().carbonPort }, lines);
  for (let found = 0; found < EDGES.length;) {
    found = (await readTraffic([graphite()], { ...GRID, stepMs: 10_000 })).history.edges.ids.length;
  }
});

describe('one graph of clients that each see one side', () => {
  it('comes of a real Prometheus: hosts, versions, addresses and unknown callers are services', async () => {
    const { history, upstreamNotices } = await readTraffic([prometheus()], GRID);
    expect(upstreamNotices).toEqual([]);
    expect(edgesOf(history)).toEqual(EDGES);
  });

  it('comes of a real Graphite, and has each edge once where both see it', async () => {
    const { history } = await readTraffic([graphite()], { ...GRID, stepMs: 10_000 });
    expect(edgesOf(history)).toEqual(EDGES);
    const both = await readTraffic([prometheus(), graphite()], GRID, 'prefer');
    expect(edgesOf(both.history)).toEqual(EDGES);
    expect(both.history.edges.seenIn.every((seenIn) => seenIn.join() === 'prometheus,graphite')).toBe(true);
  });
});

describe('the shape of a graph of a real Prometheus', () => {
  it('keeps the top edges by rate and says how many there are', async () => {
    const { history, shape, notices } = await readTraffic([prometheus()], GRID, 'prefer', { limits: { edges: 1 } });
    expect(edgesOf(history)).toEqual(['web → shop/orders 2']);
    expect(shape).toMatchObject({ edges: 7, overLimit: 6, shown: 1 });
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Showing the top 1 of 7 edges by rate; they carry 25\.\d % of the requests/),
    ]);
  });

  it('draws the callers of a hub as one, and loses no request', async () => {
    const { history, shape } = await readTraffic([prometheus()], GRID, 'prefer', {
      hubs: { match: 'orders', show: 'callers' },
    });
    const drawn = edgesOf(history);
    expect(drawn.filter((edge) => edge.includes('→ shop/orders'))).toEqual([expect.stringMatching(/ 3$/)]);
    expect(drawn).toHaveLength(6);
    expect(shape).toMatchObject({ edges: 7, hubs: 1, shown: 6 });
  });

  it('draws external nodes beyond a number as one', async () => {
    const { history, shape } = await readTraffic([prometheus()], GRID, 'prefer', { externals: 1 });
    expect(edgesOf(history).filter((edge) => edge.startsWith('shop/stock'))).toEqual([
      'shop/stock → 2 others 2',
      'shop/stock → Internet 1',
    ]);
    expect(shape).toMatchObject({ edges: 7, externals: 1, shown: 6 });
  });
});
