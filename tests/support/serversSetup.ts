import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemo } from '../../demo/start';
import { freePort } from './freePort';
import { announceServers, SERVER_SCENARIO, SERVER_SEED, SERVER_WINDOW } from './servers';

declare global {
  var stopTestServers: (() => Promise<void>) | undefined;
}

/** Starts one real Prometheus and one real Graphite for all integration tests of a run, with history in both. */
export default async function setup(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'traffic-servers-'));
  const [exposition, prometheus, graphite, carbon, carbonLink] = await Promise.all(
    Array.from({ length: 5 }, () => freePort())
  );
  const demo = await startDemo({
    directory,
    ports: { exposition, prometheus, graphite, carbon, carbonLink },
    scenario: SERVER_SCENARIO,
    seed: SERVER_SEED,
    window: SERVER_WINDOW,
  });
  globalThis.stopTestServers = async () => {
    await demo.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  announceServers({ prometheusUrl: demo.prometheusUrl, graphiteUrl: demo.graphiteUrl, carbonPort: carbon });
}
