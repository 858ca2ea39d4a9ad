import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { answers } from '../../demo/servers/http';
import { type ServerProcess, startProcess, waitUntilReady } from '../../demo/servers/serverProcess';

const READY_MS = 30_000;

/** Starts Debian's VictoriaMetrics on a loopback port: it stands for engines that speak PromQL and are no Prometheus. */
export async function startVictoriaMetrics(directory: string, port: number): Promise<ServerProcess> {
  mkdirSync(directory, { recursive: true });
  const server = startProcess({
    name: `VictoriaMetrics on port ${port}`,
    program: '/usr/bin/victoria-metrics',
    args: [
      `-httpListenAddr=127.0.0.1:${port}`,
      `-storageDataPath=${path.join(directory, 'data')}`,
      '-retentionPeriod=10y',
      // It would hide the newest half minute, in which samples may still be on their way.
      '-search.latencyOffset=0s',
      '-search.disableCache',
    ],
    directory,
    logFile: path.join(directory, 'victoria-metrics.log'),
  });
  try {
    await waitUntilReady(server, () => answers(`http://127.0.0.1:${port}/health`), READY_MS);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
