import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answers } from '../../demo/servers/http';
import { type ServerProcess, startProcess, waitUntilReady } from '../../demo/servers/serverProcess';

const READY_MS = 30_000;

/** Nobody is told of anything, and what a region's own alert explains is inhibited. */
const CONFIGURATION = `route: { receiver: nobody }
receivers: [{ name: nobody }]
inhibit_rules:
  - source_matchers: [alertname = RegionDown]
    target_matchers: [alertname != RegionDown]
    equal: [region]
`;

/** Starts Debian's Alertmanager on a loopback port and waits until it answers. */
export async function startAlertmanager(directory: string, port: number): Promise<ServerProcess> {
  mkdirSync(directory, { recursive: true });
  const configuration = path.join(directory, 'alertmanager.yml');
  writeFileSync(configuration, CONFIGURATION);
  const server = startProcess({
    name: `Alertmanager on port ${port}`,
    program: '/usr/bin/prometheus-alertmanager',
    args: [
      `--config.file=${configuration}`,
      `--storage.path=${path.join(directory, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    directory,
    logFile: path.join(directory, 'alertmanager.log'),
  });
  try {
    await waitUntilReady(server, () => answers(`http://127.0.0.1:${port}/-/ready`), READY_MS);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
