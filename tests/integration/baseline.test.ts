import type { TrafficDefinition } from '../../src/core/model/definition';
import { STATE_DANGER, STATE_NORMAL } from '../../src/core/model/state';
import { evaluateThresholds } from '../../src/core/thresholds';
import { useOwnPrometheus } from '../support/ownPrometheus';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const END = Date.UTC(2026, 5, 2, 12);
const GRID = { from: END - 3 * MINUTE, to: END, stepMs: MINUTE };

const DEFINITION: TrafficDefinition = {
  id: 'own',
  kind: 'prometheus',
  upstream: 'own',
  expressions: { requests: 'sum by (source, target) (rate(requests_total[$__rate_interval]))' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

/** Five minutes of a counter that ends at `end`. */
function counter(target: string, perSecond: number, end: number) {
  const samples = Array.from(
    { length: 21 },
    (_, index) => [end - (20 - index) * 15_000, index * 15 * perSecond] as const
  );
  return { name: 'requests_total', labels: { source: 'a', target }, samples };
}

describe('rates against the day before, of a real Prometheus', () => {
  const prometheus = useOwnPrometheus(
    [counter('steady', 10, END - DAY), counter('lost', 10, END - DAY), counter('gone', 10, END - DAY)],
    [counter('steady', 9, END), counter('lost', 1, END), counter('new', 7, END)]
  );

  it('D75, D76, T19: compares each edge with itself a day earlier, and draws no edge for what is gone', async () => {
    const { history, upstreamNotices } = await readTraffic([{ definition: DEFINITION, url: prometheus.url() }], {
      ...GRID,
      baselineMs: DAY,
    });
    expect(upstreamNotices).toEqual([]);
    expect(history.edges.ids).toEqual(['a→lost', 'a→new', 'a→steady']);
    const { baseline } = history.edges;
    const usual = history.edges.ids.map((_, edge) => Math.round(baseline?.[edge * 3 + 2] ?? -1));
    expect(usual).toEqual([10, NaN, 10]);
    const { edges } = evaluateThresholds(history, [
      { scope: 'edge', metric: 'rateToBaseline', direction: 'below', danger: 0.5 },
    ]);
    expect([edges[2], edges[5], edges[8]]).toEqual([STATE_DANGER, STATE_NORMAL, STATE_NORMAL]);
  });

  it('D76: says that there was nothing a week earlier', async () => {
    const { history, notices } = await readTraffic([{ definition: DEFINITION, url: prometheus.url() }], {
      ...GRID,
      baselineMs: 7 * DAY,
    });
    expect(history.edges.ids).toHaveLength(3);
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringContaining('no requests at the time of the baseline'),
    ]);
  });
});
