import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answers } from './http';
import { PROGRAMS } from './missing';
import { startProcess, waitUntilReady, type ServerProcess } from './serverProcess';

export interface PrometheusOptions {
  /** Where configuration, data and log live. What is there stays. */
  readonly directory: string;
  readonly port: number;
  /** The port of the exposition to scrape; absent: nothing is scraped. */
  readonly scrapePort?: number;
  /** Alert rules to evaluate; absent: none. */
  readonly ruleFile?: string;
  /** What Prometheus keeps behind `--enable-feature`, such as "native-histograms"; absent: nothing. */
  readonly features?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Labels that Prometheus gives to what it scrapes here, and that history must carry to be the same series. */
export const TARGET_LABELS = Object.freeze({ job: 'demo', instance: 'company' });

/**
 * How often Prometheus scrapes the demo here, its own default. History is as dense, and in step: where the distance of
 * samples changes, `rate` guesses too little at the edge of its window, and all traffic seems to sink for a minute.
 */
export const SCRAPE_INTERVAL_MS = 15_000;

const READY_MS = 30_000;

/** Starts Debian's Prometheus on a loopback port and waits until it answers. */
export async function startPrometheus({
  directory,
  port,
  scrapePort,
  ruleFile,
  features = [],
  signal,
}: PrometheusOptions): Promise<ServerProcess> {
  mkdirSync(directory, { recursive: true });
  const configuration = path.join(directory, 'prometheus.yml');
  writeFileSync(configuration, configure(scrapePort, ruleFile));
  const server = startProcess({
    name: `Prometheus on port ${port}`,
    program: PROGRAMS.prometheus.path,
    args: [
      `--config.file=${configuration}`,
      `--storage.tsdb.path=${path.join(directory, 'data')}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--web.enable-remote-write-receiver',
      ...features.map((feature) => `--enable-feature=${feature}`),
    ],
    directory,
    logFile: path.join(directory, 'prometheus.log'),
  });
  try {
    await waitUntilReady(server, () => answers(`http://127.0.0.1:${port}/-/ready`), READY_MS, signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

function configure(scrapePort: number | undefined, ruleFile: string | undefined): string {
  const rules = ruleFile === undefined ? '' : `rule_files: [${JSON.stringify(ruleFile)}]\n`;
  const scrape =
    scrapePort === undefined
      ? ''
      : `scrape_configs:
  - job_name: ${TARGET_LABELS.job}
    scrape_interval: ${SCRAPE_INTERVAL_MS}ms
    static_configs:
      - targets: ['127.0.0.1:${scrapePort}']
        labels: { instance: ${TARGET_LABELS.instance} }
`;
  return `storage: { tsdb: { out_of_order_time_window: 24h } }\n${rules}${scrape}`;
}
