import { deriveTraffic } from '../../src/core/derive/deriveTraffic';
import { edgeStaleness } from '../../src/core/derive/staleEdges';
import type { TrafficDefinition } from '../../src/core/model/definition';
import { createLastAnswers } from '../../src/datasource/query/lastAnswers';
import { createFetchTransport } from '../../src/upstream/http/fetchTransport';
import { queryOverHttp } from '../../src/upstream/http/queryOverHttp';
import { useOwnPrometheus } from '../support/ownPrometheus';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = Date.UTC(2026, 5, 1, 12);
const GRID = { from: END - 2 * MINUTE, to: END, stepMs: MINUTE };

const DEFINITION: TrafficDefinition = {
  id: 'own',
  kind: 'prometheus',
  upstream: 'own',
  expressions: { requests: 'sum by (source, target) (rate(requests_total[$__rate_interval]))' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

describe('a real Prometheus that is stopped and started again', () => {
  const samples = Array.from({ length: 13 }, (_, index) => [END - (12 - index) * 15_000, index * 150] as const);
  const prometheus = useOwnPrometheus([{ name: 'requests_total', labels: { source: 'a', target: 'b' }, samples }]);

  it('gives edges, then an error notice with endpoint and advice, then the same edges', async () => {
    const before = await readTraffic([{ definition: DEFINITION, url: prometheus.url() }], GRID);
    expect(before.history.edges.ids).toEqual(['a→b']);
    expect(before.history.edges.rates[0][1]).toBeCloseTo(10, 5);
    expect(before.upstreamNotices).toEqual([]);

    await prometheus.stop();
    const stopped = await readTraffic([{ definition: DEFINITION, url: prometheus.url() }], GRID);
    expect(stopped.history.edges.ids).toEqual([]);
    expect(stopped.upstreamNotices).toHaveLength(1);
    const [notice] = stopped.upstreamNotices;
    expect(notice).toMatchObject({ severity: 'error', upstream: 'own' });
    expect(notice.text).toContain(`${prometheus.url()}/api/v1/query_range`);
    expect(notice.text).toMatch(/cannot be reached\. Check that it runs/);

    await prometheus.start();
    const after = await readTraffic([{ definition: DEFINITION, url: prometheus.url() }], GRID);
    expect(after.history).toEqual(before.history);
    expect(after.upstreamNotices).toEqual([]);
  });

  it('D70, D71: leaves its edges stale, as old as its last answer, when it stops between two refreshes', async () => {
    const options = { url: prometheus.url(), upstreamName: 'own' };
    const transport = createFetchTransport();
    const lastAnswers = createLastAnswers();
    const first = await queryOverHttp(DEFINITION, { ...options, ...GRID }, transport);
    lastAnswers.remember('own', GRID, first);

    await prometheus.stop();
    const later = { ...GRID, from: GRID.from + 2 * MINUTE, to: GRID.to + 2 * MINUTE };
    const second = await queryOverHttp(DEFINITION, { ...options, ...later }, transport);
    expect(second.tables).toEqual({});
    const last = lastAnswers.recall('own', later);
    expect(last).toMatchObject({ since: END, ageMs: 2 * MINUTE });
    const { history } = deriveTraffic(last ? [last.input] : [], 'prefer');
    expect(history.edges.ids).toEqual(['a→b']);
    expect([...history.times]).toEqual([END + MINUTE, END + 2 * MINUTE]);
    expect(history.edges.rates[0][1]).toBeCloseTo(10, 5);
    expect(edgeStaleness(history.edges, new Map([['own', last?.since ?? NaN]]), 'prefer')).toEqual(
      Float64Array.of(END)
    );
    await prometheus.start();
  });

  it('says which expression it refuses, in its own words', async () => {
    const broken = { ...DEFINITION, expressions: { requests: 'sum by (source', p95: '2 +' } };
    const { upstreamNotices } = await readTraffic([{ definition: broken, url: prometheus.url() }], GRID);
    expect(upstreamNotices.map(({ text }) => text.split(':')[0])).toEqual(['requests', 'p95']);
    expect(upstreamNotices.every(({ text }) => text.includes('status 400') && text.includes('parse error'))).toBe(true);
  });
});
