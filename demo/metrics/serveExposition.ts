import { once } from 'node:events';
import http from 'node:http';
import type { Simulation } from '../../src/core/simulation';
import { EXPOSITION_CONTENT_TYPE, createExposition } from './exposition';

export interface ExpositionServer {
  stop(): Promise<void>;
}

/** Serves a simulation's counters of this moment at `/metrics`, for Prometheus to scrape. */
export async function serveExposition(
  simulation: Simulation,
  { host, port, now }: { readonly host: string; readonly port: number; readonly now: () => number }
): Promise<ExpositionServer> {
  const render = createExposition(simulation);
  const server = http.createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Metrics are at /metrics\n');
      return;
    }
    response.writeHead(200, { 'Content-Type': EXPOSITION_CONTENT_TYPE }).end(render(now()));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    stop: async () => {
      server.closeAllConnections();
      if (server.listening) {
        server.close();
        await once(server, 'close');
      }
    },
  };
}
