import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteWrite } from '../../demo/history/remoteWrite';
import { startPrometheus } from '../../demo/servers/prometheus';
import { alertLabels, alertsFromSeries, attachAlerts, raiseStates } from '../../src/core/alerts';
import type { TrafficDefinition } from '../../src/core/model/definition';
import { STATE_DANGER, STATE_NORMAL } from '../../src/core/model/state';
import { evaluateThresholds } from '../../src/core/thresholds';
import { parseRules } from '../../src/upstream/alerts/parseRules';
import { createFetchTransport } from '../../src/upstream/http/fetchTransport';
import { queryOverHttp } from '../../src/upstream/http/queryOverHttp';
import { freePort } from '../support/freePort';
import { readTraffic } from '../support/readTraffic';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const END = Date.UTC(2026, 5, 1, 12);
const GRID = { from: END - 10 * MINUTE, to: END, stepMs: MINUTE };

const DEFINITION: TrafficDefinition = {
  id: 'own',
  kind: 'prometheus',
  upstream: 'own',
  expressions: { requests: 'sum by (source, target) (rate(requests_total[2m]))' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

/** Every 15 seconds over the ten minutes, from one to another minute. */
function samples(fromMinute: number, toMinute: number, value: (index: number) => number) {
  return Array.from({ length: (toMinute - fromMinute) * 4 + 1 }, (_, index) => {
    return [GRID.from + fromMinute * MINUTE + index * 15_000, value(index)] as const;
  });
}

describe('alerts of a real Prometheus', () => {
  let directory: string;
  let url: string;
  let server: Awaited<ReturnType<typeof startPrometheus>>;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'traffic-alerts-'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = await startPrometheus({ directory, port });
    const alert = { alertname: 'Burns', alertstate: 'firing', severity: 'critical' };
    await remoteWrite(url, [
      { name: 'requests_total', labels: { source: 'web', target: 'cart' }, samples: samples(0, 10, (i) => i * 150) },
      { name: 'requests_total', labels: { source: 'cart', target: 'db' }, samples: samples(0, 10, (i) => i * 150) },
      { name: 'ALERTS', labels: { ...alert, service: 'cart' }, samples: samples(6, 10, () => 1) },
      { name: 'ALERTS', labels: { ...alert, source: 'cart', target: 'db' }, samples: samples(8, 10, () => 1) },
      { name: 'ALERTS', labels: { ...alert, alertstate: 'pending', service: 'db' }, samples: samples(0, 10, () => 1) },
    ]);
  });

  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('A1, A4, A5, A10: raise a service and an edge from when they fire', async () => {
    const { history } = await readTraffic([{ definition: DEFINITION, url }], GRID);
    const asked = { ...DEFINITION, expressions: { requests: 'ALERTS{alertstate="firing"}' } };
    const answer = await queryOverHttp(asked, { ...GRID, url, upstreamName: 'own' }, createFetchTransport());
    const alerts = alertsFromSeries(answer.tables.requests!, 'own');
    const { attached, notices } = attachAlerts(alerts, history, alertLabels([DEFINITION]));
    expect(notices).toEqual([]);
    expect(attached.map(({ scope, subject }) => `${scope} ${subject}`).sort()).toEqual(['edge cart→db', 'node cart']);

    const states = raiseStates(history, evaluateThresholds(history, []), attached);
    const buckets = history.times.length;
    const cart = states.nodes.slice(0, buckets);
    expect(history.nodes.ids[0]).toBe('cart');
    history.times.forEach((time, bucket) => {
      expect(cart[bucket]).toBe(time >= GRID.from + 6 * MINUTE ? STATE_DANGER : STATE_NORMAL);
    });
    expect(states.transitions).toContainEqual(
      expect.objectContaining({ scope: 'edge', subject: 'cart→db', to: STATE_DANGER, alert: 'Burns' })
    );
  });

  it("evaluates the demo's own alert rules", async () => {
    const rules = path.join(directory, 'rules');
    const port = await freePort();
    const ruleFile = path.resolve('demo/docker/alerts.yml');
    const evaluating = await startPrometheus({ directory: rules, port, ruleFile });
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/rules`);
      const { data } = await answer.json();
      expect(data.groups[0].rules.map(({ name }: { name: string }) => name)).toEqual(['HighErrorRatio', 'SlowService']);
      expect(parseRules({ data }, 'Prometheus', Date.now())).toEqual({ alerts: [], notices: [] });
    } finally {
      await evaluating.stop();
    }
  });
});
