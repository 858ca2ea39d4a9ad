/** The workbench's server: `npx tsx workbench/server.ts --port N [--prometheus URL] [--graphite URL] [--vizceral URL] [--host-version 12.4]`. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureHost } from './build';
import { replyToDataSourceQuery } from './server/dataSourceQuery';
import { hostPage } from './server/page';
import { replyPublicFile } from './server/publicFiles';
import { proxyByRoute, type PluginRoute } from './server/pluginRoutes';
import { proxyTo } from './server/proxy';
import { replyJson } from './server/reply';
import { replyFile } from './server/staticFiles';
import { upstreamsOf, type Upstreams } from './server/upstreams';
import { DEFAULT_VERSION, hostVersion, outputFolder, PLUGINS_FOLDER, type HostVersion } from './versions';

export interface WorkbenchOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly prometheusUrl?: string;
  readonly graphiteUrl?: string;
  /** Address of Vizceral data in the settings of our data source; absent: none. */
  readonly vizceralUrl?: string;
  /** One of `versions.ts`; absent: the repository's own. */
  readonly hostVersion?: string;
  /** Where the built plugins lie, one folder an id; absent: `dist`. */
  readonly pluginsFolder?: string;
}

export interface Workbench {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const PLUGIN_IDS = ['intuition-traffic-datasource', 'intuition-traffic-panel'] as const;

function assertBuilt(pluginsFolder: string): void {
  for (const id of PLUGIN_IDS) {
    if (!existsSync(path.join(pluginsFolder, id, 'module.js'))) {
      throw new Error(
        `The plugin ${id} is not built (no ${path.join(pluginsFolder, id, 'module.js')}): run npm run build`
      );
    }
  }
}

interface Context {
  readonly version: HostVersion;
  readonly pluginsFolder: string;
  readonly upstreams: Upstreams;
  /** Settings of our data source. */
  readonly jsonData: Readonly<Record<string, string | undefined>>;
}

/** Our data source's uid, as the host page names it. */
const TRAFFIC_UID = 'traffic';

function routesOf(pluginsFolder: string): readonly PluginRoute[] {
  const file = path.join(pluginsFolder, PLUGIN_IDS[0], 'plugin.json');
  const { routes = [] } = JSON.parse(readFileSync(file, 'utf8')) as { readonly routes?: readonly PluginRoute[] };
  return routes;
}

async function route(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/';
  const name = decodeURIComponent(new URL(target, 'http://workbench').pathname);
  const proxied = /^\/api\/datasources\/(?:proxy\/uid|uid)\/([^/?]+)\/(?:resources\/)?(.*)$/.exec(target);
  if (proxied?.[1] === TRAFFIC_UID) {
    await proxyByRoute(routesOf(context.pluginsFolder), context.jsonData, proxied[2], request, response);
  } else if (proxied !== null) {
    await proxyTo(context.upstreams, proxied[1], proxied[2], request, response);
  } else if (name === '/api/ds/query') {
    await replyToDataSourceQuery(context.upstreams, request, response);
  } else if (name === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(
      hostPage(context.version, existsSync(path.join(outputFolder(context.version), 'main.css')), context.jsonData)
    );
  } else if (name.startsWith('/host/')) {
    await replyFile(response, outputFolder(context.version), name.slice('/host/'.length));
  } else if (name.startsWith('/public/plugins/')) {
    await replyFile(response, context.pluginsFolder, name.slice('/public/plugins/'.length));
  } else if (/^\/public\/((build\/)?img|fonts)\//.test(name)) {
    await replyPublicFile(response, context.version, name);
  } else {
    replyJson(response, 404, { message: `The workbench serves no ${name}` });
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Serves the host page, which it bundles where it has changed, and the built plugins on 127.0.0.1. Throws when the
 * plugins are not built or the port is taken.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const version = hostVersion(options.hostVersion ?? DEFAULT_VERSION);
  const pluginsFolder = options.pluginsFolder ?? PLUGINS_FOLDER;
  assertBuilt(pluginsFolder);
  await ensureHost(version);
  const context: Context = {
    version,
    pluginsFolder,
    upstreams: upstreamsOf(options.prometheusUrl, options.graphiteUrl),
    jsonData: { vizceralUrl: options.vizceralUrl },
  };
  const server = createServer((request, response) => {
    route(context, request, response).catch((error: unknown) => {
      if (!response.headersSent) {
        replyJson(response, 500, { message: error instanceof Error ? error.message : String(error) });
      }
    });
  });
  const port = await listen(server, options.port);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3100' },
      prometheus: { type: 'string' },
      graphite: { type: 'string' },
      vizceral: { type: 'string' },
      'host-version': { type: 'string' },
      plugins: { type: 'string' },
    },
  });
  const workbench = await startWorkbench({
    port: Number(values.port),
    prometheusUrl: values.prometheus,
    graphiteUrl: values.graphite,
    vizceralUrl: values.vizceral,
    hostVersion: values['host-version'],
    pluginsFolder: values.plugins,
  });
  process.stdout.write(`workbench ${workbench.url}\n`);
  const stop = (): void => void workbench.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
