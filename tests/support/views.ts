import { DEFAULT_CLASSES } from '../../src/core/model/definition';
import type { TrafficHistory } from '../../src/core/model/history';
import { STATE_DANGER, STATE_NORMAL, STATE_WARNING } from '../../src/core/model/state';
import type { TrafficView } from '../../src/core/model/view';
import { type GraphSize, makeGraph, type TestGraph } from './graphs';
import { seededRandom } from './random';

const START = Date.UTC(2026, 0, 5, 12);

/** Share of edges in trouble, and of those that are a bit slow or lossy. */
const IN_DANGER = 0.04;
const WARNING = 0.12;

interface Traffic {
  readonly states: Uint8Array;
  /** edge × class */
  readonly rates: Float32Array;
  readonly errorRatio: Float32Array;
  readonly p50: Float32Array;
  readonly p95: Float32Array;
  readonly p99: Float32Array;
}

/** Believable rates, errors and latencies of a graph's edges at one time. */
function trafficOf(graph: TestGraph, seed: number): Traffic {
  const random = seededRandom(seed + 17);
  const count = graph.source.length;
  const states = new Uint8Array(count);
  const rates = new Float32Array(count * 3);
  const errorRatio = new Float32Array(count);
  const p50 = new Float32Array(count);
  for (let edge = 0; edge < count; edge++) {
    const luck = random();
    states[edge] = luck < IN_DANGER ? STATE_DANGER : luck < WARNING ? STATE_WARNING : STATE_NORMAL;
    errorRatio[edge] =
      states[edge] === STATE_DANGER ? 0.1 + random() * 0.3 : states[edge] === STATE_WARNING ? 0.02 : random() * 0.002;
    const warned = random() * 0.04;
    rates.set(
      [1 - errorRatio[edge] - warned, warned, errorRatio[edge]].map((share) => share * graph.rate[edge]),
      edge * 3
    );
    p50[edge] = 0.004 * 10 ** (random() * 1.5) * (1 + states[edge] * 3);
  }
  return { states, rates, errorRatio, p50, p95: p50.map((value) => value * 3.1), p99: p50.map((value) => value * 6.4) };
}

/** A view of all services of a graph at one time. Equal arguments give equal views. */
export function makeView(size: GraphSize | readonly [number, number], seed: number): TrafficView {
  const graph = makeGraph(size, seed);
  const traffic = trafficOf(graph, seed);
  const nodes = graph.ids.length;
  const edges = graph.source.length;
  const rates = new Float32Array(nodes * 3);
  const failed = new Float32Array(nodes);
  const p95 = new Float32Array(nodes).fill(NaN);
  const states = new Uint8Array(nodes);
  const called = new Uint8Array(nodes);
  graph.target.forEach((row) => (called[row] = 1));
  for (let edge = 0; edge < edges; edge++) {
    for (const row of called[graph.source[edge]] ? [graph.target[edge]] : [graph.target[edge], graph.source[edge]]) {
      for (let index = 0; index < 3; index++) {
        rates[row * 3 + index] += traffic.rates[edge * 3 + index];
      }
      failed[row] += traffic.errorRatio[edge] * graph.rate[edge];
    }
    const callee = graph.target[edge];
    p95[callee] = Number.isNaN(p95[callee]) ? traffic.p95[edge] : Math.max(p95[callee], traffic.p95[edge]);
    states[callee] = Math.max(states[callee], traffic.states[edge]);
  }
  return {
    time: START,
    path: [],
    classes: DEFAULT_CLASSES,
    nodes: {
      count: nodes,
      ids: graph.ids,
      names: graph.names,
      kinds: graph.kinds,
      paths: graph.groups,
      members: new Int32Array(nodes).fill(1),
      outside: new Uint8Array(nodes),
      rates,
      errorRatio: failed.map(
        (rate, row) => rate / Math.max(1e-9, rates[row * 3] + rates[row * 3 + 1] + rates[row * 3 + 2])
      ),
      p95,
      states,
    },
    edges: {
      count: edges,
      ids: edgeIds(graph),
      source: graph.source,
      target: graph.target,
      members: new Int32Array(edges).fill(1),
      rates: traffic.rates,
      errorRatio: traffic.errorRatio,
      p50: traffic.p50,
      p95: traffic.p95,
      p99: traffic.p99,
      bytes: new Float32Array(edges).fill(NaN),
      states: traffic.states,
    },
  };
}

/** The same traffic over time, a bucket each 15 seconds, swinging by a quarter. */
export function makeHistory(size: GraphSize | readonly [number, number], seed: number, buckets = 20): TrafficHistory {
  const graph = makeGraph(size, seed);
  const traffic = trafficOf(graph, seed);
  const over = (value: (edge: number, bucket: number) => number) =>
    Float32Array.from({ length: graph.source.length * buckets }, (_, index) =>
      value(Math.floor(index / buckets), index % buckets)
    );
  const swing = (edge: number, bucket: number) => 1 + 0.25 * Math.sin((bucket / buckets) * 2 * Math.PI + edge);
  const definitions = graph.ids.map(() => ['test']);
  return {
    times: Float64Array.from({ length: buckets }, (_, bucket) => START - (buckets - 1 - bucket) * 15_000),
    classes: DEFAULT_CLASSES,
    nodes: { ids: graph.ids, names: graph.names, groups: graph.groups, kinds: graph.kinds, seenIn: definitions },
    edges: {
      ids: edgeIds(graph),
      source: graph.source,
      target: graph.target,
      protocols: Array.from(graph.source, () => 'http'),
      seenIn: Array.from(graph.source, () => ['test']),
      rates: [0, 1, 2].map((index) => over((edge, bucket) => traffic.rates[edge * 3 + index] * swing(edge, bucket))),
      errorRatio: over((edge) => traffic.errorRatio[edge]),
      p50: over((edge) => traffic.p50[edge]),
      p95: over((edge) => traffic.p95[edge]),
      p99: over((edge) => traffic.p99[edge]),
    },
  };
}

function edgeIds(graph: TestGraph): readonly string[] {
  return Array.from(graph.source, (from, edge) => `${graph.ids[from]}→${graph.ids[graph.target[edge]]}`);
}
