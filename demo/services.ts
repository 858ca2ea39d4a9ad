import { parseArgs } from 'node:util';
import { createSimulation } from '../src/core/simulation';
import { pushToCarbon } from './carbon/pushToCarbon';
import { serveExposition } from './metrics/serveExposition';
import { parseScenario } from './scenario';

const HISTORY_MS = 3_600_000;

/**
 * The simulated services alone, for servers that run elsewhere: exposes metrics for Prometheus to scrape, and pushes
 * lines to carbon, an hour of history first.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '9500' },
      carbon: { type: 'string' },
      scenario: { type: 'string', default: 'incidents' },
      seed: { type: 'string', default: '1' },
    },
  });
  const simulation = createSimulation({ seed: Number(values.seed), scenario: parseScenario(values.scenario) });
  const now = Date.now;
  const exposition = await serveExposition(simulation, { host: values.host, port: Number(values.port), now });
  exposition.open();
  const parts: Array<{ stop(): Promise<void> }> = [exposition];
  console.log(`Metrics at http://${values.host}:${values.port}/metrics`);
  if (values.carbon !== undefined) {
    const [host, port = '2003'] = values.carbon.split(':');
    parts.push(pushToCarbon({ host, port: Number(port) }, simulation, { fromMs: now() - HISTORY_MS, now }));
    console.log(`Lines to carbon at ${host}:${port}`);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void Promise.all(parts.map((part) => part.stop())).then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
