import type { TrafficDefinition } from '../../src/core/model/definition';
import type { ThresholdRule } from '../../src/core/model/threshold';
import { evaluateThresholds } from '../../src/core/thresholds';
import { useOwnPrometheus } from '../support/ownPrometheus';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = Date.UTC(2026, 5, 2, 12);
const GRID = { from: END - 3 * MINUTE, to: END, stepMs: MINUTE };
const HOSTILE = 'a, b/"c"\\ →\n';

const DEFINITION: TrafficDefinition = {
  id: 'own',
  kind: 'prometheus',
  upstream: 'own',
  expressions: { requests: 'sum by (source, target, version) (rate(requests_total[$__rate_interval]))' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
  nodeMetrics: [
    { kind: 'custom', name: 'info', expression: 'max by (app, team) (service_info)', service: { label: 'app' } },
  ],
  keepLabels: ['version', 'team'],
};

const STEPS = Array.from({ length: 21 }, (_, index) => index);
const samplesOf = (valueAt: (index: number) => number) =>
  STEPS.map((index) => [END - (20 - index) * 15_000, valueAt(index)] as const);
const requests = (source: string, target: string, version: string, pod: string) => ({
  name: 'requests_total',
  labels: { source, target, version, pod },
  samples: samplesOf((index) => index * 15 * 4),
});
const info = (app: string, team: string) => ({
  name: 'service_info',
  labels: { app, team, pod: `${app}-1` },
  samples: samplesOf(() => 1),
});
const busy = (scope: 'edge' | 'node', label: string, match: string): ThresholdRule => ({
  scope,
  metric: 'rate',
  direction: 'above',
  danger: 1,
  match: { labels: [{ label, match }] },
});

describe('kept labels, of a real Prometheus', () => {
  const prometheus = useOwnPrometheus([
    requests('web', 'api', 'v1', 'a'),
    requests('web', 'api', 'v2', 'b'),
    requests('web', 'api', 'v2', 'c'),
    requests('web', 'mail', HOSTILE, 'd'),
    info('api', 'payments'),
    info('web', 'front'),
  ]);
  const read = (change: Partial<TrafficDefinition> = {}) =>
    readTraffic([{ definition: { ...DEFINITION, ...change }, url: prometheus.url() }], GRID);

  it('D90, D91, T31, T32: stay on edges and services, and rules match on them', async () => {
    const { history, notices, upstreamNotices } = await read();
    expect([...upstreamNotices, ...notices]).toEqual([]);
    expect(history.edges.ids).toEqual(['web→api', 'web→mail']);
    expect(history.edges.labels).toEqual([{ name: 'version', values: [['v1', 'v2'], [HOSTILE]] }]);
    expect(history.nodes.ids).toEqual(['api', 'mail', 'web']);
    expect(history.nodes.labels).toEqual([{ name: 'team', values: [['payments'], [], ['front']] }]);
    const takenBy = (rule: ThresholdRule) => [
      ...new Set(evaluateThresholds(history, [rule]).transitions.map(({ subject }) => subject)),
    ];
    expect(takenBy(busy('edge', 'version', 'v2'))).toEqual(['web→api']);
    expect(takenBy(busy('node', 'team', 'payments'))).toEqual(['api']);
    expect(takenBy(busy('node', 'version', 'v2'))).toEqual(['api', 'web']);
    expect(takenBy(busy('node', 'team', ''))).toEqual(['mail']);
  });

  it('D94: an expression that sums a label away is told, with the labels that are left', async () => {
    const { history, notices } = await read({
      expressions: { requests: 'sum by (source, target) (rate(requests_total[$__rate_interval]))' },
    });
    expect(history.edges.labels).toBeUndefined();
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringContaining(
        'no series has the label "version" to keep. They do have "app", "source", "target", "team".'
      ),
    ]);
  });
});
