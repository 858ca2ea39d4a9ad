/**
 * Time to encode and decode traffic frames: `npx tsx tests/bench/frames.bench.ts [edges] [buckets]`.
 * Prints mean ± standard deviation and the best of the rounds after a warm-up, in milliseconds.
 */
import { JSDOM } from 'jsdom';

import type { TrafficHistory } from '../../src/core/model/history';
import { edgeId, nodeId } from '../../src/core/model/ids';
import type { TrafficResult } from '../../src/core/model/result';
import { DEFAULT_CLASSES } from '../../src/core/model/definition';
import { longestStepMs } from './steps';

const ROUNDS = 12;
const WARM_UP = 3;

const edgeCount = Number(process.argv[2] ?? 40_000);
const bucketCount = Number(process.argv[3] ?? 60);

/** @grafana/data looks for a browser when it is loaded; nothing of what is measured does. */
const { window } = new JSDOM('', { url: 'http://localhost/' });
Object.assign(globalThis, { window, document: window.document, localStorage: window.localStorage });

async function main(): Promise<void> {
  const { encodeSteps, encodeTraffic } = await import('../../src/frames/encode');
  const { decodeSteps, decodeTraffic } = await import('../../src/frames/decode');
  const result = syntheticResult(edgeCount, bucketCount);
  const encode: number[] = [];
  const decode: number[] = [];
  const step: number[] = [];
  const decodeStep: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const start = performance.now();
    const frames = encodeTraffic(result, { refId: 'A' });
    const encoded = performance.now();
    const decoded = decodeTraffic(frames);
    const end = performance.now();
    if (decoded.result?.history.edges.ids.length !== edgeCount) {
      throw new Error(
        `Decoded ${decoded.result?.history.edges.ids.length} edges, expected ${edgeCount}: ${decoded.problem}`
      );
    }
    if (round >= WARM_UP) {
      encode.push(encoded - start);
      decode.push(end - encoded);
      step.push(longestStepMs(encodeSteps(result, { refId: 'A' })));
      decodeStep.push(longestStepMs(decodeSteps(frames)));
    }
  }
  const both = encode.map((time, round) => time + decode[round]);
  console.log(
    `${edgeCount} edges × ${bucketCount} buckets, ms: encode ${summary(encode)}, decode ${summary(decode)}, both ${summary(both)}, longest step of encoding ${summary(step)}, of decoding ${summary(decodeStep)}`
  );
}

function summary(times: readonly number[]): string {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  return `${mean.toFixed(1)} ± ${Math.sqrt(variance).toFixed(1)} (best ${Math.min(...times).toFixed(1)})`;
}

function syntheticResult(edges: number, buckets: number): TrafficResult {
  const services = Math.max(Math.round(edges / 4), 2);
  const groups = Array.from({ length: services }, (_, node) => [`region-${node % 3}`, `namespace-${node % 40}`]);
  const names = groups.map((_, node) => `service-${node}`);
  const ids = names.map((name, node) => nodeId(groups[node], name));
  const source = Int32Array.from({ length: edges }, (_, edge) => edge % services);
  const target = Int32Array.from({ length: edges }, (_, edge) => (edge * 7 + 1) % services);
  const cells = edges * buckets;
  const column = (scale: number): Float32Array =>
    Float32Array.from({ length: cells }, (_, cell) => ((cell * 37) % 101) * scale);
  const seenIn = ['mesh'];
  const history: TrafficHistory = {
    times: Float64Array.from({ length: buckets }, (_, bucket) => 1_700_000_000_000 + bucket * 60_000),
    classes: DEFAULT_CLASSES,
    nodes: { ids, names, groups, kinds: names.map(() => 'service'), seenIn: names.map(() => seenIn) },
    edges: {
      ids: Array.from(source, (row, edge) => edgeId(ids[row], ids[target[edge]], String(edge))),
      source,
      target,
      protocols: names.length === 0 ? [] : Array.from(source, (_, edge) => String(edge)),
      seenIn: Array.from(source, () => seenIn),
      rates: [column(3), column(0.2), column(0.1)],
      errorRatio: column(0.001),
      p50: column(0.002),
      p95: column(0.01),
      p99: column(0.03),
      bytes: column(1000),
    },
  };
  return {
    history,
    thresholds: [],
    states: {
      edges: new Uint8Array(cells),
      nodes: new Uint8Array(services * buckets),
      groupPaths: [],
      groups: new Uint8Array(0),
      transitions: [],
    },
    notices: [],
    counts: [],
  };
}

void main();
