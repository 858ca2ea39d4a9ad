import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteWrite, type WrittenSeries } from '../../demo/history/remoteWrite';
import { startPrometheus } from '../../demo/servers/prometheus';
import { createSwitch, type Switch } from '../../demo/servers/switch';
import { freePort } from './freePort';

/** A real Prometheus of one file of tests. */
export interface OwnPrometheus extends Switch {
  /** Its address, once the file's setup is over. */
  readonly url: () => string;
}

/** Starts a Prometheus before the tests of this file, writes the batches into it in order, and removes it after them. */
export function useOwnPrometheus(...batches: ReadonlyArray<readonly WrittenSeries[]>): OwnPrometheus {
  return useFeaturedPrometheus([], ...batches);
}

/** The same with what Prometheus keeps behind `--enable-feature`. */
export function useFeaturedPrometheus(
  features: readonly string[],
  ...batches: ReadonlyArray<readonly WrittenSeries[]>
): OwnPrometheus {
  const directory = mkdtempSync(path.join(tmpdir(), 'traffic-prometheus-'));
  let port = 0;
  const url = () => `http://127.0.0.1:${port}`;
  const server = createSwitch(() => startPrometheus({ directory, port, features }));

  beforeAll(async () => {
    port = await freePort();
    await server.start();
    for (const series of batches) {
      await remoteWrite(url(), series);
    }
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return { ...server, url };
}
