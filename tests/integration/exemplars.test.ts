import latencyLink from '../fixtures/latencyLink.json';
import { useFeaturedPrometheus } from '../support/ownPrometheus';

jest.setTimeout(60_000);

const END = Date.UTC(2026, 5, 2, 12);

describe('exemplars of a real Prometheus', () => {
  const prometheus = useFeaturedPrometheus(
    ['exemplar-storage'],
    ['cart', 'pay'].map((to) => ({
      name: 'call_seconds_bucket',
      labels: { from: 'web', ns: 'shop', to, le: '0.5' },
      samples: [[END, 1]],
      exemplars: [{ labels: { trace_id: `trace-${to}` }, value: 0.4, timeMs: END }],
    }))
  );

  async function traces(query: string): Promise<readonly string[]> {
    const response = await fetch(`${prometheus.url()}/api/v1/query_exemplars`, {
      method: 'POST',
      body: new URLSearchParams({ query, start: String(END / 1000 - 60), end: String(END / 1000) }),
    });
    const { data } = (await response.json()) as {
      readonly data: ReadonlyArray<{
        readonly exemplars: ReadonlyArray<{ readonly labels: { readonly trace_id: string } }>;
      }>;
    };
    return data.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels.trace_id)).sort();
  }

  // That the link asks so: `src/datasource/links/links.test.ts`.
  it('are found by the query of “Explore latency”, those of its edge alone', async () => {
    expect(await traces(latencyLink.asked)).toEqual(['trace-cart', 'trace-pay']);
    expect(await traces(latencyLink.narrowed)).toEqual(['trace-pay']);
  });
});
