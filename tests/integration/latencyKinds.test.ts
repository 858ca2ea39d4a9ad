import type { TrafficDefinition } from '../../src/core/model/definition';
import { useOwnPrometheus } from '../support/ownPrometheus';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = Date.UTC(2026, 5, 2, 12);
const GRID = { from: END - 2 * MINUTE, to: END, stepMs: MINUTE };
const BY = 'by (source, target)';
const RATE = (metric: string): string => `rate(${metric}[$__rate_interval])`;
const REQUESTS = `sum ${BY} (${RATE('call_seconds_count')})`;

function definition(p95: string): TrafficDefinition {
  return {
    id: 'own',
    kind: 'prometheus',
    upstream: 'own',
    expressions: { requests: REQUESTS, p95 },
    mapping: { source: { label: 'source' }, target: { label: 'target' } },
  };
}

const EDGE = { source: 'a', target: 'b' };
const STEPS = Array.from({ length: 17 }, (_, index) => index);
const at = (index: number): number => END - (16 - index) * 15_000;
const series = (name: string, labels: Readonly<Record<string, string>>, valueAt: (index: number) => number) => ({
  name,
  labels,
  samples: STEPS.map((index) => [at(index), valueAt(index)] as const),
});
const growing = (name: string, labels: Readonly<Record<string, string>>, perSecond: number) =>
  series(name, labels, (index) => index * 15 * perSecond);

describe('kinds of latency, of a real Prometheus', () => {
  const prometheus = useOwnPrometheus([
    // 10 requests a second, 8 below 0.1 s and 2 from there to 0.5 s, of two pods alike.
    ...['1', '2'].flatMap((pod) => [
      growing('call_seconds_count', { ...EDGE, pod }, 5),
      growing('call_seconds_sum', { ...EDGE, pod }, pod === '1' ? 0.5 : 1.5),
      growing('call_seconds_bucket', { ...EDGE, pod, le: '0.1' }, 4),
      growing('call_seconds_bucket', { ...EDGE, pod, le: '0.5' }, 5),
      growing('call_seconds_bucket', { ...EDGE, pod, le: '+Inf' }, 5),
      series('call_summary_seconds', { ...EDGE, pod, quantile: '0.95' }, () => (pod === '1' ? 0.25 : 0.375)),
      series('call_summary_seconds', { ...EDGE, pod, quantile: '0.5' }, () => 9),
    ]),
    growing('call_seconds_count', { source: 'a', target: 'idle' }, 0),
    growing('call_seconds_sum', { source: 'a', target: 'idle' }, 0),
  ]);

  async function latencies(p95: string): Promise<readonly number[]> {
    const { history, upstreamNotices, notices } = await readTraffic(
      [{ definition: definition(p95), url: prometheus.url() }],
      GRID
    );
    expect(upstreamNotices).toEqual([]);
    expect(notices.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(history.edges.ids).toEqual(['a→b', 'a→idle']);
    return [1, 3].map((cell) => Number(history.edges.p95?.[cell].toFixed(4)));
  }

  it('D2: a classic histogram, over all pods', async () => {
    // 95 % of 10 is 9.5: 1.5 of the 2 that lie between 0.1 s and 0.5 s.
    expect(
      await latencies(`histogram_quantile(0.95, sum by (le, source, target) (${RATE('call_seconds_bucket')}))`)
    ).toEqual([0.4, NaN]);
  });

  it('D2: a summary, whose quantiles cannot be added up: the largest of the pods', async () => {
    expect(await latencies('call_summary_seconds{quantile="0.95"}')).toEqual([0.375, NaN]);
    expect(await latencies(`max ${BY} (call_summary_seconds{quantile="0.95"})`)).toEqual([0.375, NaN]);
  });

  it('D3: an average, of the sums and counts of all pods; an edge without requests has none', async () => {
    const average = `sum ${BY} (${RATE('call_seconds_sum')}) / sum ${BY} (${RATE('call_seconds_count')})`;
    expect(await latencies(average)).toEqual([0.2, NaN]);
  });

  it('D14: the query for native histograms is sound where there are none, and leaves the column empty', async () => {
    expect(await latencies(`histogram_quantile(0.95, sum ${BY} (${RATE('call_native_seconds')}))`)).toEqual([NaN, NaN]);
  });
});
