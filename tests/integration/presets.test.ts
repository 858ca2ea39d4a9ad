import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sendToCarbon } from '../../demo/carbon/sendToCarbon';
import { remoteWrite } from '../../demo/history/remoteWrite';
import { startGraphite } from '../../demo/servers/graphite';
import { startPrometheus } from '../../demo/servers/prometheus';
import { PRESETS } from '../../src/datasource/presets';
import type { Preset } from '../../src/datasource/presets/preset';
import { GRAPHITE_FIXTURES, PRESET_TRUTH, PROMETHEUS_FIXTURES, writtenSeries } from '../fixtures/presets';
import { freePort } from '../support/freePort';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';

jest.setTimeout(120_000);

const SCRAPE_MS = 15_000;
const FLUSH_MS = 10_000;
const MINUTE = 60_000;
// Carbon keeps points by how old they are, so that its clock is the wall's.
const TO = Math.floor(Date.now() / MINUTE) * MINUTE;
const FROM = TO - 15 * MINUTE;
const GRID = { from: TO - 5 * MINUTE, to: TO, stepMs: MINUTE };

const prometheusPresets = PRESETS.filter(({ kind }) => kind === 'prometheus');
const graphitePresets = PRESETS.filter(({ kind }) => kind === 'graphite');

const directory = mkdtempSync(path.join(tmpdir(), 'traffic-presets-'));
const stops: Array<() => Promise<void>> = [];
let prometheusUrl = '';
let graphiteUrl = '';

beforeAll(async () => {
  await Promise.all([startWithPrometheusFixtures(), startWithGraphiteFixtures()]);
});

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  rmSync(directory, { recursive: true, force: true });
});

async function startWithPrometheusFixtures(): Promise<void> {
  const port = await freePort();
  const server = await startPrometheus({ directory: path.join(directory, 'prometheus'), port });
  stops.push(() => server.stop());
  prometheusUrl = `http://127.0.0.1:${port}`;
  const series = Object.values(PROMETHEUS_FIXTURES).flatMap((fixture) => fixture.series);
  await remoteWrite(prometheusUrl, writtenSeries(series, FROM, TO, SCRAPE_MS));
}

async function startWithGraphiteFixtures(): Promise<void> {
  const [port, carbonPort, carbonLinkPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const folder = path.join(directory, 'graphite');
  const server = await startGraphite({ directory: folder, port, carbonPort, carbonLinkPort, retention: '10s:1d' });
  stops.push(() => server.stop());
  graphiteUrl = `http://127.0.0.1:${port}`;
  const points = Object.values(GRAPHITE_FIXTURES).flatMap((fixture) => Object.entries(fixture.points));
  const lines = Array.from({ length: (TO - FROM) / FLUSH_MS }, (_, index) =>
    points.map(([name, value]) => `${name} ${value} ${(FROM + index * FLUSH_MS) / 1000}\n`).join('')
  );
  await sendToCarbon({ host: '127.0.0.1', port: carbonPort }, lines);
}

function ask(preset: Preset, url: string): Promise<ReadTraffic> {
  const definition = { ...preset, upstream: preset.id };
  return readTraffic([{ definition, url }], GRID);
}

/** The edge of a fixture in the last bucket. */
function lastOf({ history }: ReadTraffic, source: string, target: string) {
  const { nodes, edges, times } = history;
  const found = edges.ids.flatMap((_, edge) =>
    nodes.names[edges.source[edge]] === source && nodes.names[edges.target[edge]] === target ? [edge] : []
  );
  expect(found).toHaveLength(1);
  const [edge] = found;
  const at = (edge + 1) * times.length - 1;
  return {
    rate: edges.rates.reduce((sum, column) => sum + (Number.isNaN(column[at]) ? 0 : column[at]), 0),
    errorRatio: edges.errorRatio[at],
    p50: edges.p50?.[at],
    p95: edges.p95?.[at],
    group: nodes.groups[edges.source[edge]],
  };
}

async function detected(selector: string): Promise<number> {
  const response = await fetch(`${prometheusUrl}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query: `count(${selector})`, time: String(TO / 1000) }),
  });
  const { data } = (await response.json()) as { data: { result: Array<{ value: [number, string] }> } };
  return Number(data.result[0]?.value[1] ?? 0);
}

describe('presets on a real Prometheus', () => {
  it('have a fixture each', () => {
    expect(Object.keys(PROMETHEUS_FIXTURES).sort()).toEqual(prometheusPresets.map(({ id }) => id).sort());
  });

  it.each(prometheusPresets.map((preset) => [preset.id, preset] as const))('%s gives the truth', async (id, preset) => {
    const { source, target, group = [], lacks = [] } = PROMETHEUS_FIXTURES[id];
    const traffic = await ask(preset, prometheusUrl);
    expect(traffic.upstreamNotices).toEqual([]);
    const edge = lastOf(traffic, source, target);
    expect(edge.rate).toBeCloseTo(PRESET_TRUTH.rate, 4);
    expect(edge.errorRatio).toBeCloseTo(lacks.includes('errors') ? 0 : PRESET_TRUTH.failed / PRESET_TRUTH.rate, 4);
    expect(edge.group).toEqual(group);
    if (lacks.includes('p95')) {
      expect(edge.p95).toBeUndefined();
    } else {
      expect(edge.p95).toBeCloseTo(PRESET_TRUTH.p95, 4);
    }
  });

  it.each(prometheusPresets.map(({ id, detect }) => [id, detect] as const))('%s is detected', async (_id, selector) => {
    expect(await detected(selector)).toBeGreaterThan(0);
  });

  it('shows the average of HAProxy as p50', async () => {
    const traffic = await ask(
      prometheusPresets.find(({ id }) => id === 'haproxy')!,
      prometheusUrl
    );
    expect(lastOf(traffic, 'HAProxy', 'haproxy-cart').p50).toBeCloseTo(0.15, 4);
  });
});

describe('presets on a real Graphite', () => {
  it('have a fixture each', () => {
    expect(Object.keys(GRAPHITE_FIXTURES).sort()).toEqual(graphitePresets.map(({ id }) => id).sort());
  });

  it.each(graphitePresets.map((preset) => [preset.id, preset] as const))('%s gives the truth', async (id, preset) => {
    const { source, target } = GRAPHITE_FIXTURES[id];
    const traffic = await untilSeen(() => ask(preset, graphiteUrl), preset);
    const edge = lastOf(traffic, source, target);
    expect(edge.rate).toBeCloseTo(PRESET_TRUTH.rate, 4);
    expect(edge.errorRatio).toBeCloseTo(PRESET_TRUTH.failed / PRESET_TRUTH.rate, 4);
    expect(edge.p95).toBeCloseTo(PRESET_TRUTH.p95, 4);
  });
});

/** Carbon makes files and tags at its own pace: asks again until every expression that has points is answered. */
async function untilSeen(asked: () => Promise<ReadTraffic>, preset: Preset): Promise<ReadTraffic> {
  const wanted = Object.keys(GRAPHITE_FIXTURES[preset.id].points).length;
  for (let attempt = 0; attempt < 60; attempt++) {
    const traffic = await asked();
    if (traffic.counts[0].series >= wanted - (preset.id === 'graphite-envoy' ? 1 : 0)) {
      return traffic;
    }
    await delay(500);
  }
  throw new Error(`Graphite at ${graphiteUrl} does not show the ${wanted} series of ${preset.id} after 30 s.`);
}
