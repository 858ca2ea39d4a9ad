import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstValueFrom, from } from 'rxjs';
import { deriveTraffic } from '../../src/core/derive/deriveTraffic';
import { routes } from '../../src/datasource/plugin.json';
import { askVizceral } from '../../src/datasource/vizceral/askVizceral';
import { proxyByRoute } from '../../workbench/server/pluginRoutes';

const GRID = { from: 0, to: 60_000, stepMs: 60_000 };
const PROXY = '/api/datasources/proxy/uid/traffic/';

/** What the server of Vizceral data was asked, and what it answers. */
const asked: string[] = [];
let rate = 0;

const vizceral: RequestListener = ({ method, url = '' }, response) => {
  asked.push(`${method} ${url}`);
  if (url.startsWith('/data/now.json')) {
    rate += 1;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        nodes: [
          {
            name: 'eu',
            nodes: [{ name: 'web' }, { name: 'cart' }],
            connections: [{ source: 'web', target: 'cart', metrics: { normal: rate, danger: 1 } }],
          },
        ],
        connections: [],
      })
    );
  } else if (url === '/data/page') {
    response.end('<html><body>Please sign in</body></html>');
  } else if (url === '/data/cut') {
    response.end('{"nodes": [');
  } else if (url === '/data/other.json') {
    response.end('{"dashboards": []}');
  } else {
    response.statusCode = url === '/data/slow' ? 503 : 404;
    response.end('nothing');
  }
};

const servers: Server[] = [];

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterAll(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});

/** As Grafana's own service gives it: parsed where it is JSON, thrown where the status is not of success. */
async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  const text = await response.text();
  const data = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  })();
  if (!response.ok) {
    throw Object.assign(new Error(response.statusText), { status: response.status, data });
  }
  return data;
}

describe('Vizceral data of a real server, by the route of the plugin through a proxy', () => {
  let grafana = '';

  beforeAll(async () => {
    const settings = { vizceralUrl: `${await listen(vizceral)}/data` };
    grafana = await listen((request, response) => {
      void proxyByRoute(routes, settings, (request.url ?? '').slice(PROXY.length), request, response);
    });
  });

  const ask = (path: string) =>
    firstValueFrom(
      askVizceral(
        {
          id: 'map',
          kind: 'vizceral',
          upstream: '',
          path,
          expressions: {},
          mapping: { source: {}, target: {} },
        },
        GRID,
        { fetchJson: (url) => from(fetchJson(url)), timeoutMs: 10_000, vizceralAddress: `${grafana}${PROXY}vizceral` }
      )
    );

  it('is read anew with each refresh', async () => {
    for (const expected of [1, 2]) {
      const { input, failure } = await ask('now.json?region=eu');
      expect(failure).toBeUndefined();
      const { history } = deriveTraffic(input ? [input] : [], 'prefer');
      expect(history.edges.ids).toEqual(['eu/web→eu/cart']);
      expect(history.edges.rates.map((column) => column[0])).toEqual([expected, 0, 1]);
    }
    expect(asked).toEqual(new Array(2).fill('GET /data/now.json?region=eu'));
  });

  it.each([
    ['gone.json', '“gone.json” is not there (status 404)'],
    ['slow', '“slow” is not available (status 503)'],
    ['page', '“page” answered with a web page instead of data'],
    ['cut', '“cut” answered with data that cannot be read'],
    ['other.json', '“other.json” is JSON and no Vizceral data'],
  ])('fails in its own words: %s', async (path, words) => {
    const { input, failure } = await ask(path);
    expect(input).toBeUndefined();
    expect(failure?.message).toContain(words);
  });

  it('is nothing that anybody could change', async () => {
    const before = asked.length;
    const response = await fetch(`${grafana}${PROXY}vizceral/now.json`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
    expect(asked).toHaveLength(before);
  });
});
