import type { IncomingMessage, ServerResponse } from 'node:http';
import { proxyTo } from './proxy';
import { replyJson } from './reply';

/** A route of a plugin.json, as Grafana's proxy of data sources goes by it. */
export interface PluginRoute {
  /** What the path begins with. */
  readonly path: string;
  /** Absent: any. */
  readonly method?: string;
  /** With settings of the data source in it: `{{ .JsonData.name }}`. */
  readonly url: string;
}

/** Where a path below a data source leads by its plugin's routes: a base address, and what is below. Undefined where no route fits. */
export function followRoute(
  routes: readonly PluginRoute[],
  method: string,
  path: string,
  jsonData: Readonly<Record<string, string | undefined>>
): { readonly url: string; readonly rest: string } | undefined {
  const route = routes.find((each) => path.startsWith(each.path) && (each.method ?? method) === method);
  return (
    route && {
      url: route.url.replace(/\{\{\s*\.JsonData\.(\w+)\s*\}\}/g, (_, name: string) => jsonData[name] ?? ''),
      rest: path.slice(route.path.length).replace(/^\//, ''),
    }
  );
}

/** Passes a request to our own data source on by the routes of its plugin, as Grafana does. */
export async function proxyByRoute(
  routes: readonly PluginRoute[],
  jsonData: Readonly<Record<string, string | undefined>>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const to = followRoute(routes, request.method ?? 'GET', path, jsonData);
  if (to === undefined) {
    replyJson(response, 404, { message: `The plugin has no route for ${path}` });
    return;
  }
  await proxyTo({ own: { name: 'Vizceral', url: to.url || undefined } }, 'own', to.rest, request, response);
}
