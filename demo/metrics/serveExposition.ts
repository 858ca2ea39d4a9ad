import { once } from 'node:events';
import http from 'node:http';
import type { Simulation } from '../../src/core/simulation';
import { EXPOSITION_CONTENT_TYPE, createExposition } from './exposition';

export interface ExpositionServer {
  /** Answers from now on; until then it says that it is not ready. */
  open(): void;
  /** When it is asked for the next time, milliseconds. Rejects when the signal comes first. */
  nextAsked(signal?: AbortSignal): Promise<number>;
  stop(): Promise<void>;
}

/** Serves a simulation's counters of this moment at `/metrics`, for Prometheus to scrape. */
export async function serveExposition(
  simulation: Simulation,
  { host, port, now }: { readonly host: string; readonly port: number; readonly now: () => number }
): Promise<ExpositionServer> {
  const render = createExposition(simulation);
  let isOpen = false;
  const server = http.createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Metrics are at /metrics\n');
    } else if (isOpen) {
      response.writeHead(200, { 'Content-Type': EXPOSITION_CONTENT_TYPE }).end(render(now()));
    } else {
      response.writeHead(503, { 'Content-Type': 'text/plain' }).end('History is still being written\n');
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    open: () => {
      isOpen = true;
    },
    nextAsked: async (signal) => {
      await once(server, 'request', { signal });
      return now();
    },
    stop: async () => {
      server.closeAllConnections();
      if (server.listening) {
        server.close();
        await once(server, 'close');
      }
    },
  };
}
