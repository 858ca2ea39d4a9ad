import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemo, type Demo } from '../../demo/start';
import { useSession } from '../support/browser/session';
import { INCIDENT, INCIDENT_RANGE, namesOf, SCENARIO, SEED } from '../support/browser/traffic';
import { freePort } from '../support/freePort';

let directory: string;
let demo: Demo;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'traffic-browser-'));
  const [exposition, prometheus, graphite, carbon, carbonLink] = await Promise.all(
    Array.from({ length: 5 }, () => freePort())
  );
  demo = await startDemo({
    directory,
    ports: { exposition, prometheus, graphite, carbon, carbonLink },
    scenario: SCENARIO,
    seed: SEED,
    window: INCIDENT,
  });
}, 180_000);

afterAll(async () => {
  await demo.stop();
  rmSync(directory, { recursive: true, force: true });
});

const session = useSession(() => ({ prometheusUrl: demo.prometheusUrl, graphiteUrl: demo.graphiteUrl }));

const RANGE = { from: INCIDENT_RANGE.from, to: INCIDENT_RANGE.to };

describe('maps from a real Prometheus and a real Graphite', () => {
  it.each(['prometheus-istio', 'prometheus-service-graph', 'graphite-tagged', 'mixed'])(
    '%s shows every service',
    async (scenario) => {
      const workbench = await session.open({ scenario, ...RANGE, options: { detail: 'services' } });
      await workbench.mapReady();
      expect(await workbench.namesInTable()).toEqual(namesOf(demo.simulation.services));
      expect(workbench.errors.messages).toEqual([]);
    }
  );

  it('graphite-statsd shows every service by the name that statsd gives it', async () => {
    const workbench = await session.open({ scenario: 'graphite-statsd', ...RANGE, options: { detail: 'services' } });
    await workbench.mapReady();
    const written = namesOf(demo.simulation.services).map((name) => name.replace(/[.\s/]/g, '_'));
    expect(await workbench.namesInTable()).toEqual(written);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('finds the failing service', async () => {
    const workbench = await session.open({ scenario: 'prometheus-istio', ...RANGE, options: { detail: 'services' } });
    await workbench.mapReady();
    expect(await workbench.summary.textContent()).toMatch(/In trouble:.*cart \(danger\)/i);
  });
});

describe('a Prometheus that is stopped and started again', () => {
  it('keeps the last map and says so, and recovers without a reload', async () => {
    const workbench = await session.open(
      { scenario: 'prometheus-istio', ...RANGE },
      { expectedErrors: /status of (400|502)/ }
    );
    await workbench.mapReady();
    await demo.stopPrometheus();
    try {
      await workbench.refresh();
      await workbench.notices.waitFor();
      expect(await workbench.notices.innerText()).toMatch(/Stale|Prometheus/);
      await workbench.canvas.waitFor();
    } finally {
      await demo.startPrometheus();
    }
    await workbench.refresh();
    await workbench.notices.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('leaves the edges of the other upstream', async () => {
    await demo.stopPrometheus();
    try {
      const workbench = await session.open(
        { scenario: 'mixed', ...RANGE, options: { detail: 'services' } },
        { expectedErrors: /status of (400|502)/ }
      );
      await workbench.mapReady();
      await workbench.notices.waitFor();
      expect(await workbench.notices.innerText()).toMatch(/Prometheus/);
      expect(await workbench.namesInTable()).toEqual(namesOf(demo.simulation.services));
    } finally {
      await demo.startPrometheus();
    }
  });
});
