import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createSimulation, type Simulation } from '../src/core/simulation';
import { pushToCarbon } from './carbon/pushToCarbon';
import { FLUSH_MS } from './carbon/carbonLines';
import { waitForGraphite, writeGraphiteHistory } from './history/graphiteHistory';
import { writePrometheusHistory } from './history/prometheusHistory';
import type { HistoryWindow } from './history/window';
import { serveExposition } from './metrics/serveExposition';
import { parseScenario } from './scenario';
import { startGraphite } from './servers/graphite';
import { requirePackages } from './servers/missing';
import { startPrometheus } from './servers/prometheus';
import { createSwitch } from './servers/switch';

/** Loopback ports, all different and free. */
export interface DemoPorts {
  /** Of the simulated services' metrics. */
  readonly exposition: number;
  readonly prometheus: number;
  /** Of graphite-web. */
  readonly graphite: number;
  /** Of carbon's plaintext receiver. */
  readonly carbon: number;
  /** Of carbon's cache. */
  readonly carbonLink: number;
}

export interface DemoOptions {
  /** The demo's own: what is there is deleted at the start. */
  readonly directory: string;
  readonly ports: DemoPorts;
  /** A `ScenarioName`. */
  readonly scenario: string;
  readonly seed: number;
  readonly services?: number;
  /** A fixed stretch of history, with nothing live after it. Absent: the hour before the start, and live from then on. */
  readonly window?: HistoryWindow;
  readonly now?: () => number;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
}

export interface Demo {
  readonly prometheusUrl: string;
  readonly graphiteUrl: string;
  readonly simulation: Simulation;
  /** The history that both servers have had from the start. */
  readonly window: HistoryWindow;
  stop(): Promise<void>;
  stopPrometheus(): Promise<void>;
  startPrometheus(): Promise<void>;
  stopGraphite(): Promise<void>;
  startGraphite(): Promise<void>;
}

const HISTORY_MS = 3_600_000;
const ALERT_RULES = path.join(__dirname, 'docker', 'alerts.yml');
const HOST = '127.0.0.1';

/**
 * Starts the real Prometheus and Graphite of Debian with a simulated company's metrics in them, and waits until all of
 * its history can be queried. Throws where a package is missing or a server does not start; nothing is left running then.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  requirePackages();
  const { ports, seed, services, signal, now = Date.now } = options;
  const simulation = createSimulation({ seed, scenario: parseScenario(options.scenario), services });
  const directory = path.resolve(options.directory);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });

  const live = options.window === undefined;
  const window = options.window ?? { fromMs: now() - HISTORY_MS, toMs: now() };
  const prometheusUrl = `http://${HOST}:${ports.prometheus}`;
  const graphiteUrl = `http://${HOST}:${ports.graphite}`;
  const carbon = { host: HOST, port: ports.carbon };
  const prometheus = createSwitch(() =>
    startPrometheus({
      directory: path.join(directory, 'prometheus'),
      port: ports.prometheus,
      scrapePort: live ? ports.exposition : undefined,
      ruleFile: live ? ALERT_RULES : undefined,
      signal,
    })
  );
  const graphite = createSwitch(() =>
    startGraphite({
      directory: path.join(directory, 'graphite'),
      port: ports.graphite,
      carbonPort: ports.carbon,
      carbonLinkPort: ports.carbonLink,
      retention: live ? '10s:1d' : '10s:50y',
      signal,
    })
  );
  const others: Array<{ stop(): Promise<void> }> = [];
  const stop = async () => {
    await Promise.all(others.splice(0).map((part) => part.stop()));
    await Promise.all([prometheus.stop(), graphite.stop()]);
  };

  const fillPrometheus = async () => {
    await prometheus.start();
    await writePrometheusHistory(prometheusUrl, simulation, window, 0, signal);
  };
  const fillAndServePrometheus = async () => {
    const exposition = await serveExposition(simulation, { host: HOST, port: ports.exposition, now });
    others.push(exposition);
    await prometheus.start();
    // Prometheus scrapes at times of its own choice: history keeps to them, and closes up to the first live scrape.
    const phaseMs = await exposition.nextAsked(signal);
    await writePrometheusHistory(prometheusUrl, simulation, window, phaseMs, signal);
    const missed = { fromMs: window.toMs, toMs: now() };
    exposition.open();
    await writePrometheusHistory(prometheusUrl, simulation, missed, phaseMs, signal);
  };
  const fillGraphite = async () => {
    await graphite.start();
    await writeGraphiteHistory(carbon, simulation, window, signal);
    await waitForGraphite(graphiteUrl, simulation, Math.floor(window.toMs / FLUSH_MS) * FLUSH_MS, signal);
  };
  const filled = await Promise.allSettled([live ? fillAndServePrometheus() : fillPrometheus(), fillGraphite()]);
  const failed = filled.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  if (live) {
    others.push(pushToCarbon(carbon, simulation, { fromMs: window.toMs, now }));
  }
  return {
    prometheusUrl,
    graphiteUrl,
    simulation,
    window,
    stop,
    stopPrometheus: prometheus.stop,
    startPrometheus: prometheus.start,
    stopGraphite: graphite.stop,
    startGraphite: graphite.start,
  };
}

const FIRST_PORT = 4610;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      directory: { type: 'string', default: '.local/demo' },
      port: { type: 'string', default: String(FIRST_PORT) },
      scenario: { type: 'string', default: 'incidents' },
      seed: { type: 'string', default: '1' },
    },
  });
  const first = Number(values.port);
  const starting = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  signals.forEach((name) => process.once(name, () => starting.abort(new Error(`demo: stopped by ${name}`))));
  const demo = await startDemo({
    directory: values.directory,
    ports: { prometheus: first, graphite: first + 1, exposition: first + 2, carbon: first + 3, carbonLink: first + 4 },
    scenario: values.scenario,
    seed: Number(values.seed),
    signal: starting.signal,
  });
  console.log(`Prometheus ${demo.prometheusUrl}\nGraphite   ${demo.graphiteUrl}`);
  starting.signal.addEventListener('abort', () => void demo.stop().then(() => process.exit(0)));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
