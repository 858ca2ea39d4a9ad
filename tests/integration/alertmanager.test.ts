import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerProcess } from '../../demo/servers/serverProcess';
import { alertLabels, attachAlerts } from '../../src/core/alerts';
import { deriveTraffic } from '../../src/core/derive/deriveTraffic';
import type { TrafficDefinition } from '../../src/core/model/definition';
import { parseAlertmanagerAlerts } from '../../src/upstream/alerts/parseAlertmanagerAlerts';
import { startAlertmanager } from '../support/alertmanager';
import { freePort } from '../support/freePort';

jest.setTimeout(60_000);

const PATIENCE_MS = 20_000;
const DEFINITION: TrafficDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'mesh',
  expressions: { requests: 'requests' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

/** What Prometheus sends to an Alertmanager: since a minute ago, for an hour to come. */
function alert(alertname: string, labels: Readonly<Record<string, string>>, annotations = {}) {
  const now = Date.now();
  const [startsAt, endsAt] = [now - 60_000, now + 3_600_000].map((time) => new Date(time).toISOString());
  const generatorURL = 'http://prometheus.example/graph';
  return { labels: { alertname, severity: 'critical', ...labels }, annotations, startsAt, endsAt, generatorURL };
}

describe('alerts of a real Alertmanager', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'traffic-alertmanager-'));
  let url = '';
  let server: ServerProcess | undefined;

  async function post(where: string, body: unknown): Promise<void> {
    const response = await fetch(`${url}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([response.status, where]).toEqual([200, where]);
  }

  /** Its answer once as many alerts as are meant to be are kept quiet: it applies inhibitions a moment later. */
  async function answerWith(suppressed: number): Promise<string> {
    const giveUp = Date.now() + PATIENCE_MS;
    for (;;) {
      const text = await (await fetch(`${url}/api/v2/alerts`)).text();
      if (text.split('"state":"suppressed"').length - 1 === suppressed) {
        return text;
      }
      if (Date.now() > giveUp) {
        throw new Error(`The Alertmanager never suppressed ${suppressed} alerts: ${text}`);
      }
      await delay(100);
    }
  }

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = await startAlertmanager(directory, port);
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('U60, A4, A5: are attached to their service and edge, and those that are silenced or inhibited are not', async () => {
    await post('/api/v2/silences', {
      matchers: [{ name: 'alertname', value: 'Silenced', isRegex: false, isEqual: true }],
      startsAt: new Date(Date.now() - 1000).toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      createdBy: 'test',
      comment: 'known',
    });
    await post('/api/v2/alerts', [
      alert(
        'Burns',
        { service: 'cart' },
        { summary: 'Every fifth request fails', runbook_url: 'https://runbooks/cart' }
      ),
      alert('Slow', { source: 'cart', target: 'db', severity: 'warning' }),
      alert('Silenced', { service: 'db' }),
      alert('RegionDown', { region: 'eu' }),
      alert('Explained', { service: 'web', region: 'eu' }),
    ]);
    const now = Date.now();
    const { alerts, notices } = parseAlertmanagerAlerts(await answerWith(2), 'Alertmanager', now);
    expect(notices).toEqual([]);
    expect(alerts.map(({ name }) => name).sort()).toEqual(['Burns', 'RegionDown', 'Slow']);

    const labels = [
      { source: 'web', target: 'cart' },
      { source: 'cart', target: 'db' },
    ];
    const requests = { labels, times: Float64Array.of(now), values: Float64Array.of(1, 1) };
    const { history } = deriveTraffic([{ definition: DEFINITION, tables: { requests } }], 'prefer');
    const { attached, notices: unattached } = attachAlerts(alerts, history, alertLabels([DEFINITION]));
    expect(attached.map(({ name, scope, subject, severity }) => [name, scope, subject, severity]).sort()).toEqual([
      ['Burns', 'node', 'cart', 'danger'],
      ['Slow', 'edge', 'cart→db', 'warning'],
    ]);
    expect(attached.find(({ name }) => name === 'Burns')).toMatchObject({
      summary: 'Every fifth request fails',
      link: 'https://runbooks/cart',
    });
    expect(unattached.map(({ text }) => text)).toEqual([expect.stringContaining('RegionDown')]);
  });
});
