import type { TrafficDefinition } from '../model/definition';
import type { Labels, SeriesTable } from '../model/series';
import { STATUS_CLASSES, type EdgeTruth, type SimulatedEdge, type SimulatedTables } from './types';

/** How long the first bucket is where there is no other to tell: a minute. */
export const DEFAULT_WINDOW_MS = 60_000;

const DEFINITION: TrafficDefinition = Object.freeze({
  id: 'simulated',
  kind: 'simulated',
  upstream: '',
  expressions: Object.freeze({ requests: 'requests', p50: 'p50', p95: 'p95', p99: 'p99', bytes: 'bytes' }),
  mapping: Object.freeze({
    source: Object.freeze({ label: 'source', groupLabels: Object.freeze(['source_region', 'source_namespace']) }),
    target: Object.freeze({ label: 'target', groupLabels: Object.freeze(['target_region', 'target_namespace']) }),
    classLabel: 'status',
    protocolLabel: 'protocol',
  }),
});

/** Tables of what each edge carried in each bucket; `truthAt` yields all edges of one window, in their order. */
export function buildTables(
  edges: readonly SimulatedEdge[],
  times: Float64Array,
  truthAt: (fromMs: number, toMs: number) => readonly EdgeTruth[]
): SimulatedTables {
  checkAscending(times);
  const table = (labels: readonly Labels[]): SeriesTable => ({
    labels,
    times,
    values: new Float64Array(labels.length * times.length).fill(NaN),
  });
  const edgeLabels = edges.map(labelsOf);
  const requests = table(edgeLabels.flatMap((labels) => STATUS_CLASSES.map((status) => ({ ...labels, status }))));
  const p50 = table(edgeLabels);
  const p95 = table(edgeLabels);
  const p99 = table(edgeLabels);
  const bytes = table(edgeLabels);
  times.forEach((time, bucket) => {
    const from = bucket > 0 ? times[bucket - 1] : time - (times.length > 1 ? times[1] - time : DEFAULT_WINDOW_MS);
    for (const truth of truthAt(from, time)) {
      if (!truth.present) {
        continue;
      }
      const row = truth.edge.index;
      STATUS_CLASSES.forEach((status, index) => {
        requests.values[(row * STATUS_CLASSES.length + index) * times.length + bucket] = truth.rates[status];
      });
      p50.values[row * times.length + bucket] = truth.p50;
      p95.values[row * times.length + bucket] = truth.p95;
      p99.values[row * times.length + bucket] = truth.p99;
      bytes.values[row * times.length + bucket] = truth.bytes;
    }
  });
  return { definition: DEFINITION, tables: { requests, p50, p95, p99, bytes } };
}

function labelsOf({ source, target, protocol }: SimulatedEdge): Labels {
  return {
    source: source.name,
    target: target.name,
    source_region: source.region,
    source_namespace: source.namespace,
    target_region: target.region,
    target_namespace: target.namespace,
    protocol,
  };
}

function checkAscending(times: Float64Array): void {
  times.forEach((time, index) => {
    if (!Number.isFinite(time) || (index > 0 && time <= times[index - 1])) {
      throw new RangeError(`simulation: times must ascend, but times[${index}] is ${time}`);
    }
  });
}
