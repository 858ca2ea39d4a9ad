import type { TrafficDefinition } from '../../src/core/model/definition';
import { STATE_DANGER, STATE_NORMAL } from '../../src/core/model/state';
import { evaluateThresholds } from '../../src/core/thresholds';
import { useOwnPrometheus } from '../support/ownPrometheus';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = Date.UTC(2026, 5, 2, 12);
const GRID = { from: END - 3 * MINUTE, to: END, stepMs: MINUTE };

const DEFINITION: TrafficDefinition = {
  id: 'own',
  kind: 'prometheus',
  upstream: 'own',
  expressions: { requests: 'sum by (source, target, namespace) (rate(requests_total[$__rate_interval]))' },
  mapping: { source: { label: 'source' }, target: { label: 'target', groupLabels: ['namespace'] } },
  nodeMetrics: [
    {
      kind: 'saturation',
      name: 'CPU',
      expression: 'max by (namespace, app) (rate(cpu_seconds_total[$__rate_interval]))',
      service: { label: 'app', groupLabels: ['namespace'] },
    },
    {
      kind: 'capacity',
      name: 'workers',
      expression: 'sum by (namespace, app) (workers) * 5',
      service: { label: 'app', groupLabels: ['namespace'] },
    },
    { kind: 'custom', name: 'balance', expression: 'balance', unit: 'short' },
  ],
};

const STEPS = Array.from({ length: 21 }, (_, index) => index);
const at = (index: number): number => END - (20 - index) * 15_000;

function counter(name: string, labels: Readonly<Record<string, string>>, perSecond: number) {
  return { name, labels, samples: STEPS.map((index) => [at(index), index * 15 * perSecond] as const) };
}

function gauge(name: string, labels: Readonly<Record<string, string>>, value: number) {
  return { name, labels, samples: STEPS.map((index) => [at(index), value] as const) };
}

describe('metrics of services, of a real Prometheus', () => {
  const api = { namespace: 'shop', app: 'api' };
  const prometheus = useOwnPrometheus([
    counter('requests_total', { source: 'web', target: 'api', namespace: 'shop' }, 12),
    counter('cpu_seconds_total', { ...api, pod: 'api-1' }, 0.25),
    counter('cpu_seconds_total', { ...api, pod: 'api-2' }, 0.75),
    counter('cpu_seconds_total', { namespace: 'elsewhere', app: 'api', pod: 'api-1' }, 1),
    gauge('workers', { ...api, pod: 'api-1' }, 1),
    gauge('workers', { ...api, pod: 'api-2' }, 2),
    gauge('balance', { target: 'api', namespace: 'shop' }, -7),
  ]);

  it('D80 to D85, T24: joins saturation, capacity and others to their services, and judges by them', async () => {
    const { history, notices, upstreamNotices } = await readTraffic(
      [{ definition: DEFINITION, url: prometheus.url() }],
      GRID
    );
    expect([...upstreamNotices, ...notices]).toEqual([]);
    expect(history.nodes.ids).toEqual(['shop/api', 'web']);
    const now = Object.fromEntries(
      (history.nodes.metrics ?? []).map(({ name, values }) => [
        name,
        [values[2], values[5]].map((value) => Number(value.toFixed(3))),
      ])
    );
    expect(now).toEqual({ CPU: [0.75, NaN], workers: [15, NaN], balance: [-7, NaN], load: [0.8, NaN] });
    const { nodes } = evaluateThresholds(history, [
      { scope: 'node', metric: 'saturation', direction: 'above', danger: 0.78 },
    ]);
    expect([nodes[2], nodes[5]]).toEqual([STATE_DANGER, STATE_NORMAL]);
  });
});
