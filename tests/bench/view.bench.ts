import type { TrafficHistory } from '../../src/core/model/history';
import { edgeId, nodeId } from '../../src/core/model/ids';
import { DEFAULT_THRESHOLDS, evaluateThresholds, thresholdSteps } from '../../src/core/thresholds';
import { buildView } from '../../src/core/view/buildView';
import { seededRandom } from '../support/random';
import { cpuMs, longestStepMs, median } from './steps';

// CPU ms (median of warm rounds) of thresholds over 60 buckets, and of views, by size. `npx tsx tests/bench/view.bench.ts`

const SIZES = { M: [100, 400], L: [500, 2_000], XL: [2_000, 8_000], XXL: [10_000, 40_000] } as const;
const BUCKETS = 60;
const REGIONS = 3;
const NAMESPACES = 40;

/** A seeded history of services in regions and namespaces, in the order that derivation gives. */
function historyOf(services: number, calls: number): TrafficHistory {
  const random = seededRandom(services);
  const nodes = Array.from({ length: services }, (_, index) => {
    const group = [`region-${index % REGIONS}`, `namespace-${index % NAMESPACES}`];
    return { group, name: `service-${index}`, id: nodeId(group, `service-${index}`) };
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
  const keys = new Set<number>();
  while (keys.size < calls) {
    keys.add(Math.floor(random() * services) * services + Math.floor(random() ** 2 * services));
  }
  const sorted = [...keys].sort((a, b) => a - b);
  const source = Int32Array.from(sorted, (key) => Math.floor(key / services));
  const target = Int32Array.from(sorted, (key) => key % services);
  // Each edge keeps about its level, so that states change as seldom as they do in life.
  const column = (scale: number): Float32Array => {
    const levels = Array.from({ length: calls }, () => random() ** 4 * scale);
    return Float32Array.from({ length: calls * BUCKETS }, (_, cell) => {
      return levels[Math.floor(cell / BUCKETS)] * (0.9 + 0.2 * random());
    });
  };
  const seenIn = ['mesh'];
  return {
    times: Float64Array.from({ length: BUCKETS }, (_, bucket) => (bucket + 1) * 15_000),
    classes: [
      { name: 'normal', severity: 'normal' },
      { name: 'warning', severity: 'warning' },
      { name: 'danger', severity: 'danger' },
    ],
    nodes: {
      ids: nodes.map(({ id }) => id),
      names: nodes.map(({ name }) => name),
      groups: nodes.map(({ group }) => group),
      kinds: nodes.map(() => 'service'),
      seenIn: nodes.map(() => seenIn),
    },
    edges: {
      ids: sorted.map((_, edge) => edgeId(nodes[source[edge]].id, nodes[target[edge]].id)),
      source,
      target,
      protocols: sorted.map(() => ''),
      seenIn: sorted.map(() => seenIn),
      rates: [column(100), column(2), column(1)],
      errorRatio: column(0.06),
      p95: column(1.2),
    },
  };
}

/** Median of warm rounds, as many as before were not. */
function medianOf(rounds: number, measure: () => number): string {
  return median(Array.from({ length: rounds * 2 }, measure).slice(rounds)).toFixed(1);
}

function medianCpuMs(rounds: number, work: () => void): string {
  return medianOf(rounds, () => cpuMs(work)[0]);
}

process.stdout.write(
  '| size | thresholds ms | longest step ms | view of services ms | view of groups ms |\n|---|---|---|---|---|\n'
);
for (const [size, [services, calls]] of Object.entries(SIZES)) {
  const history = historyOf(services, calls);
  const states = evaluateThresholds(history, DEFAULT_THRESHOLDS);
  const rounds = calls > 10_000 ? 5 : 15;
  const cells = [
    medianCpuMs(Math.min(5, rounds), () => evaluateThresholds(history, DEFAULT_THRESHOLDS)),
    medianOf(rounds, () => longestStepMs(thresholdSteps(history, DEFAULT_THRESHOLDS))),
    medianCpuMs(rounds, () => buildView(history, states, { path: [], detail: 'services' })),
    medianCpuMs(rounds, () => buildView(history, states, { path: [], detail: 'groups' })),
  ];
  process.stdout.write(`| ${size} | ${cells.join(' | ')} |\n`);
}
