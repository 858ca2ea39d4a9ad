import type { WrittenHistogram } from '../../demo/history/remoteWrite';
import type { TrafficDefinition } from '../../src/core/model/definition';
import { useFeaturedPrometheus } from '../support/ownPrometheus';
import { seededRandom } from '../support/random';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const SCRAPE = 15_000;
const END = Date.UTC(2026, 5, 2, 12);
const GRID = { from: END - 2 * MINUTE, to: END, stepMs: MINUTE };
const STEPS = 17;
/** Each bucket is 9 % wider than the one before. */
const SCHEMA = 3;
const POWER = 2 ** (2 ** -SCHEMA);

/** Of each pod, the same requests in each scrape interval: latencies in seconds, spread over three decades. */
const PODS: Readonly<Record<string, readonly number[]>> = (() => {
  const random = seededRandom(7);
  const latencies = (count: number, scale: number) => Array.from({ length: count }, () => scale * 10 ** (3 * random()));
  return { a: latencies(300, 0.001), b: latencies(150, 0.004) };
})();

const bucketOf = (latency: number) => Math.ceil(Math.log(latency) / Math.log(POWER));

function histogramAt(latencies: readonly number[], step: number): WrittenHistogram {
  const counts = new Map<number, number>();
  for (const latency of latencies) {
    counts.set(bucketOf(latency), (counts.get(bucketOf(latency)) ?? 0) + step);
  }
  return {
    timeMs: END - (STEPS - 1 - step) * SCRAPE,
    sum: step * latencies.reduce((sum, latency) => sum + latency, 0),
    schema: SCHEMA,
    counts: [...counts].sort(([a], [b]) => a - b),
  };
}

const BY = 'by (source, target)';
const RATE = 'rate(call_seconds[$__rate_interval])';

const definition: TrafficDefinition = {
  id: 'native',
  kind: 'prometheus',
  upstream: 'native',
  expressions: {
    requests: `histogram_count(sum ${BY} (${RATE}))`,
    p50: `histogram_quantile(0.5, sum ${BY} (${RATE}))`,
    p95: `histogram_quantile(0.95, sum ${BY} (${RATE}))`,
    p99: `histogram_quantile(0.99, sum ${BY} (${RATE}))`,
  },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

describe('native histograms of a real Prometheus', () => {
  const prometheus = useFeaturedPrometheus(
    ['native-histograms'],
    Object.entries(PODS).map(([pod, latencies]) => ({
      name: 'call_seconds',
      labels: { source: 'web', target: 'cart', pod },
      samples: [],
      histograms: Array.from({ length: STEPS }, (_, step) => histogramAt(latencies, step + 1)),
    }))
  );
  const ask = (own: TrafficDefinition) => readTraffic([{ definition: own, url: prometheus.url() }], GRID);

  it('D1: give requests and quantiles over all pods, as true as their buckets', async () => {
    const { history, upstreamNotices, notices } = await ask(definition);
    expect([...upstreamNotices, ...notices]).toEqual([]);
    expect(history.edges.ids).toEqual(['web→cart']);
    const all = Object.values(PODS)
      .flat()
      .sort((a, b) => a - b);
    expect(history.edges.rates[0][1]).toBeCloseTo((all.length * 1000) / SCRAPE, 4);
    for (const [name, quantile] of [
      ['p50', 0.5],
      ['p95', 0.95],
      ['p99', 0.99],
    ] as const) {
      const truth = all[Math.ceil(quantile * all.length) - 1];
      const derived = history.edges[name]?.[1] ?? NaN;
      expect(derived / truth).toBeGreaterThanOrEqual(1 / POWER);
      expect(derived / truth).toBeLessThanOrEqual(POWER);
    }
  });

  it('give the average, which is no quantile', async () => {
    const average = `histogram_sum(sum ${BY} (${RATE})) / histogram_count(sum ${BY} (${RATE}))`;
    const { history } = await ask({ ...definition, expressions: { ...definition.expressions, p50: average } });
    const all = Object.values(PODS).flat();
    expect(history.edges.p50?.[1]).toBeCloseTo(all.reduce((sum, each) => sum + each, 0) / all.length, 4);
  });

  it('U22: are told, with what to write, where they are asked for bare', async () => {
    const { history, upstreamNotices } = await ask({ ...definition, expressions: { requests: `sum ${BY} (${RATE})` } });
    expect(history.edges.ids).toEqual([]);
    expect(upstreamNotices.map(({ text }) => text)).toEqual([expect.stringContaining('histogram_quantile')]);
  });
});
