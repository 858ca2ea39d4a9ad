import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startDemo } from '../demo/start';
import { startWorkbench } from '../workbench/server';

const ROOT = path.resolve(__dirname, '..');
const DEFAULT_PORT = 4600;

/** Starts the demo's real servers and the workbench on them, prints the address, and stops all on a signal. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      scenario: { type: 'string', default: 'incidents' },
      'no-open': { type: 'boolean', default: false },
      'no-servers': { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`start: --port takes a number from 1 to 65535, got ${String(values.port)}`);
  }
  const stops: Array<() => Promise<void>> = [];
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stopAll().finally(() => process.exit(0)));
  }

  try {
    let upstreams: { prometheusUrl?: string; graphiteUrl?: string } = {};
    if (values['no-servers']) {
      console.log('Prometheus and Graphite are not installed: starting on the Simulated upstream alone.');
    } else {
      console.log('Starting Prometheus and Graphite with an hour of history');
      const demo = await startDemo({
        directory: path.join(ROOT, '.local/demo'),
        ports: await freePorts(),
        scenario: values.scenario,
        seed: 1,
      });
      stops.push(() => demo.stop());
      upstreams = demo;
      console.log(`  Prometheus ${demo.prometheusUrl}\n  Graphite   ${demo.graphiteUrl}`);
    }
    const workbench = await startWorkbench({ port, ...upstreams });
    stops.push(() => workbench.stop());
    if (!values['no-open'] && process.stdout.isTTY) {
      openInBrowser(workbench.url);
    }
    console.log(`ready http://localhost:${port}`);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Loopback ports that nothing listens on, so that the demo meets no server of the machine's own. */
async function freePorts(): Promise<{
  exposition: number;
  prometheus: number;
  graphite: number;
  carbon: number;
  carbonLink: number;
}> {
  const [exposition, prometheus, graphite, carbon, carbonLink] = await Promise.all([1, 2, 3, 4, 5].map(freePort));
  return { exposition, prometheus, graphite, carbon, carbonLink };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('start: no free port'))
      );
    });
  });
}

function openInBrowser(url: string): void {
  const child = spawn('xdg-open', [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
