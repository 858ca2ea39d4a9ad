import type { TrafficDefinition } from '../model/definition';
import { nodeExpressionName } from '../model/nodeMetric';
import type { Labels, SeriesTable } from '../model/series';
import type { Steps } from '../steps/steps';
import {
  STATUS_CLASSES,
  type EdgeTruth,
  type ServiceLoad,
  type SimulatedEdge,
  type SimulatedService,
  type SimulatedTables,
} from './types';

/** How long the first bucket is where there is no other to tell: a minute. */
export const DEFAULT_WINDOW_MS = 60_000;

const DEFINITION: TrafficDefinition = Object.freeze({
  id: 'simulated',
  kind: 'simulated',
  upstream: '',
  expressions: Object.freeze({ requests: 'requests', p50: 'p50', p95: 'p95', p99: 'p99', bytes: 'bytes' }),
  mapping: Object.freeze({
    source: Object.freeze({
      label: 'source',
      groupLabels: Object.freeze(['source_region', 'source_namespace']),
      kindLabel: 'source_kind',
    }),
    target: Object.freeze({
      label: 'target',
      groupLabels: Object.freeze(['target_region', 'target_namespace']),
      kindLabel: 'target_kind',
    }),
    classLabel: 'status',
    protocolLabel: 'protocol',
  }),
  nodeMetrics: Object.freeze([
    Object.freeze({ kind: 'saturation', name: 'CPU', expression: 'cpu' } as const),
    Object.freeze({ kind: 'capacity', name: 'scaled for', expression: 'capacity' } as const),
  ]),
});

/** What each edge carried in one window, and how busy each service was, both in an order that is always the same. */
export interface SimulatedBucket {
  readonly truths: readonly EdgeTruth[];
  readonly loads: readonly ServiceLoad[];
}

/** Tables of what was in each bucket, a bucket a step. */
export function* buildingTables(
  edges: readonly SimulatedEdge[],
  loaded: readonly SimulatedService[],
  times: Float64Array,
  bucketOf: (fromMs: number, toMs: number) => SimulatedBucket
): Steps<SimulatedTables> {
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
  const serviceLabels = loaded.map(labelsOfService);
  const cpu = table(serviceLabels);
  const capacity = table(serviceLabels);
  for (let bucket = 0; bucket < times.length; bucket++) {
    const time = times[bucket];
    const from = bucket > 0 ? times[bucket - 1] : time - (times.length > 1 ? times[1] - time : DEFAULT_WINDOW_MS);
    const { truths, loads } = bucketOf(from, time);
    for (const truth of truths) {
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
    loads.forEach((load, row) => {
      if (load.present) {
        cpu.values[row * times.length + bucket] = load.cpu;
        capacity.values[row * times.length + bucket] = load.scale ? load.scale.mostPods * load.scale.rateOfPod : NaN;
      }
    });
    yield;
  }
  const ofServices = { [nodeExpressionName(0)]: cpu, [nodeExpressionName(1)]: capacity };
  return { definition: DEFINITION, tables: { requests, p50, p95, p99, bytes, ...ofServices } };
}

function labelsOf({ source, target, protocol }: SimulatedEdge): Labels {
  return {
    source: source.name,
    target: target.name,
    source_region: source.region,
    source_namespace: source.namespace,
    target_region: target.region,
    target_namespace: target.namespace,
    source_kind: source.kind,
    target_kind: target.kind,
    protocol,
  };
}

/** A service as the target of its edges is named. */
function labelsOfService({ name, region, namespace }: SimulatedService): Labels {
  return { target: name, target_region: region, target_namespace: namespace };
}

function checkAscending(times: Float64Array): void {
  times.forEach((time, index) => {
    if (!Number.isFinite(time) || (index > 0 && time <= times[index - 1])) {
      throw new RangeError(`simulation: times must ascend, but times[${index}] is ${time}`);
    }
  });
}
