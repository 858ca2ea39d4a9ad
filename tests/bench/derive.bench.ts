import { writeFileSync } from 'node:fs';
import { deriveSteps, deriveTraffic } from '../../src/core/derive/deriveTraffic';
import type { TrafficDefinition } from '../../src/core/model/definition';
import { DEFAULT_HOST_SUFFIXES, DEFAULT_MISSING } from '../../src/core/model/naming';
import { parsePrometheusAnswer } from '../../src/upstream/prometheus/parsePrometheusAnswer';
import { seededRandom } from '../support/random';
import { cpuMs, longestStepMs, median } from './steps';

// CPU of parse + derive of a Prometheus answer against JSON.parse of the same text, both in one run; then of derivation
// with naming rules, with labels that are kept, and the longest step of derivation: what blocks a page at once.
// `npm run bench -- derive`

const SIZES = [1_000, 10_000, 100_000, 300_000];
const SAMPLES = 15;
const STEP_MS = 15_000;
const END_MS = 1_700_000_400_000;
const GRID = { from: END_MS - SAMPLES * STEP_MS, to: END_MS, stepMs: STEP_MS };
const CODES = ['200', '404', '503'];

const DEFINITION: TrafficDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prometheus',
  expressions: { requests: 'requests' },
  mapping: {
    source: { label: 'source_workload', groupLabels: ['source_workload_namespace'] },
    target: { label: 'destination_service_name', groupLabels: ['destination_service_namespace'] },
    classLabel: 'response_code',
  },
};

/** Names as people write them: values that name nobody, a table of rules, addresses, hosts. */
const NAMED: TrafficDefinition = {
  ...DEFINITION,
  naming: {
    missing: DEFAULT_MISSING,
    rules: [
      { match: 'service-(\\d+)-canary', name: 'service-$1' },
      { match: 'service-1', exact: true, name: 'gateway' },
      { match: '(?<name>.+)@(?<zone>.+)', name: '$<name>', group: '$<zone>' },
    ],
    addresses: { publicName: 'Internet', privateName: 'inside' },
    hosts: { suffixes: DEFAULT_HOST_SUFFIXES },
  },
};

/** Labels of few values and of many that stay on the edges. */
const KEPT: TrafficDefinition = { ...DEFINITION, keepLabels: ['response_code', 'pod'] };

/** Milliseconds of the median round. */
export interface DeriveTimes {
  readonly jsonParse: number;
  readonly tables: number;
  readonly derive: number;
  /** With naming rules. */
  readonly deriveNamed: number;
  /** With labels that are kept. */
  readonly deriveKept: number;
  readonly longestStep: number;
  readonly longestStepKept: number;
  readonly ratioToJsonParse: number;
  readonly ratioNamedToJsonParse: number;
}

/**
 * The text of an answer as Prometheus gives it, in order of labels: six series to an edge (three codes of two pods), and
 * a fiftieth as many services as series.
 */
function answerText(series: number): string {
  const random = seededRandom(series);
  const services = Math.max(20, Math.floor(series / 50));
  const pick = (): number => Math.floor(random() ** 2 * services);
  const metrics: Array<Readonly<Record<string, string>>> = [];
  while (metrics.length < series) {
    const [source, target] = [pick(), pick()];
    for (let index = 0; index < 6 && metrics.length < series; index++) {
      metrics.push({
        destination_service_name: `service-${target}`,
        destination_service_namespace: `namespace-${target % 23}`,
        pod: `service-${source}-7d9c6b5f4-${index % 2}`,
        response_code: CODES[index % CODES.length],
        source_workload: `service-${source}`,
        source_workload_namespace: `namespace-${source % 23}`,
      });
    }
  }
  const keys = new Map(metrics.map((metric) => [metric, Object.values(metric).join(' ')]));
  metrics.sort((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
  const rows = metrics.map((metric) => {
    const values = Array.from({ length: SAMPLES }, (_, index) => [
      (GRID.from + (index + 1) * STEP_MS) / 1000,
      String(random() * 100),
    ]);
    return JSON.stringify({ metric, values });
  });
  return `{"status":"success","data":{"resultType":"matrix","result":[${rows.join(',')}]}}`;
}

/** Measures one size, the parts of each round one after the other. */
export function measureDerive(series: number): DeriveTimes {
  const text = answerText(series);
  const rounds = Math.max(3, Math.min(100, Math.round(200_000 / series)));
  // Where an answer leaves hundreds of megabytes, each part begins without the garbage of the one before.
  const collect = (): void => (series >= 100_000 ? globalThis.gc?.() : undefined);
  const times: Array<readonly number[]> = [];
  for (let round = 0; round < rounds * 2; round++) {
    collect();
    const [jsonParse] = cpuMs(() => JSON.parse(text) as unknown);
    collect();
    const [tables, { table }] = cpuMs(() => parsePrometheusAnswer(text, GRID));
    const [derive, { counts }] = cpuMs(() =>
      deriveTraffic([{ definition: DEFINITION, tables: { requests: table } }], 'prefer')
    );
    if (counts[0].series !== series) {
      throw new Error(`derive.bench: ${counts[0].series} series derived, expected ${series}.`);
    }
    const [deriveNamed] = cpuMs(() => deriveTraffic([{ definition: NAMED, tables: { requests: table } }], 'prefer'));
    const [deriveKept] = cpuMs(() => deriveTraffic([{ definition: KEPT, tables: { requests: table } }], 'prefer'));
    const [longestStep, longestStepKept] = [DEFINITION, KEPT].map((definition) =>
      longestStepMs(deriveSteps([{ definition, tables: { requests: table } }], 'prefer'))
    );
    times.push([jsonParse, tables, derive, deriveNamed, deriveKept, longestStep, longestStepKept]);
  }
  const [jsonParse, tables, derive, deriveNamed, deriveKept, longestStep, longestStepKept] = times[0].map((_, part) =>
    median(times.slice(rounds).map((round) => round[part]))
  );
  return {
    jsonParse,
    tables,
    derive,
    deriveNamed,
    deriveKept,
    longestStep,
    longestStepKept,
    ratioToJsonParse: (tables + derive) / jsonParse,
    ratioNamedToJsonParse: (tables + deriveNamed) / jsonParse,
  };
}

/** The table of all sizes, by number of series. */
export function benchDerive(sizes: readonly number[] = SIZES): Readonly<Record<string, DeriveTimes>> {
  return Object.fromEntries(sizes.map((size) => [String(size), measureDerive(size)]));
}

/** `npx tsx tests/bench/derive.bench.ts [--json FILE] [sizes]`. */
function main(args: readonly string[]): void {
  const at = args.indexOf('--json');
  const sizes = args.find((_, index) => at < 0 || (index !== at && index !== at + 1));
  process.stdout.write(
    '| series | JSON.parse ms | tables ms | derive ms | with names ms | with labels ms | longest step ms | with labels | ratio to JSON.parse | with names |\n|---|---|---|---|---|---|---|---|---|---|\n'
  );
  const figures = benchDerive(sizes?.split(',').map(Number));
  for (const [size, times] of Object.entries(figures)) {
    const cells = [
      times.jsonParse,
      times.tables,
      times.derive,
      times.deriveNamed,
      times.deriveKept,
      times.longestStep,
      times.longestStepKept,
    ].map((value) => value.toFixed(1));
    const ratios = [times.ratioToJsonParse, times.ratioNamedToJsonParse].map((value) => value.toFixed(2));
    process.stdout.write(`| ${size} | ${[...cells, ...ratios].join(' | ')} |\n`);
  }
  if (at >= 0) {
    writeFileSync(args[at + 1], `${JSON.stringify({ derive: figures }, undefined, 2)}\n`);
  }
}

main(process.argv.slice(2));
