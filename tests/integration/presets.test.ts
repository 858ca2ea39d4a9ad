import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sendToCarbon } from '../../demo/carbon/sendToCarbon';
import { remoteWrite } from '../../demo/history/remoteWrite';
import { startGraphite } from '../../demo/servers/graphite';
import { startPrometheus } from '../../demo/servers/prometheus';
import type { ServerProcess } from '../../demo/servers/serverProcess';
import { PRESETS } from '../../src/datasource/presets';
import { edgeLabelsOf, type Preset } from '../../src/datasource/presets/preset';
import {
  GRAPHITE_FIXTURES,
  PRESET_TRUTH,
  type PresetFixture,
  PROMETHEUS_FIXTURES,
  PROMETHEUS_VARIANTS,
  writtenSeries,
} from '../fixtures/presets';
import { freePort } from '../support/freePort';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';
import { startVictoriaMetrics } from '../support/victoriaMetrics';

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
const variants = Object.entries(PROMETHEUS_VARIANTS).map(
  ([name, { preset, ...fixture }]) => [name, prometheusPresets.find(({ id }) => id === preset)!, fixture] as const
);

const directory = mkdtempSync(path.join(tmpdir(), 'traffic-presets-'));
const servers: Array<Pick<ServerProcess, 'stop'>> = [];

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(directory, { recursive: true, force: true });
});

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
    rate: edges.rates.every((column) => Number.isNaN(column[at]))
      ? NaN
      : edges.rates.reduce((sum, column) => sum + (Number.isNaN(column[at]) ? 0 : column[at]), 0),
    errorRatio: edges.errorRatio[at],
    p50: edges.p50?.[at],
    p95: edges.p95?.[at],
    bytes: edges.bytes?.[at],
    group: nodes.groups[edges.source[edge]],
  };
}

describe.each([
  [
    'Prometheus',
    async () => startPrometheus({ directory: path.join(directory, 'prometheus'), port: await freePort() }),
  ],
  ['VictoriaMetrics', async () => startVictoriaMetrics(path.join(directory, 'victoria'), await freePort())],
])('presets on a real %s', (_name, start) => {
  let url = '';

  beforeAll(async () => {
    const server = await start();
    servers.push(server);
    url = `http://127.0.0.1:${/\d+$/.exec(server.name)?.[0]}`;
    const fixtures = [...Object.values(PROMETHEUS_FIXTURES), ...Object.values(PROMETHEUS_VARIANTS)];
    const series = fixtures.flatMap((fixture) => fixture.series);
    await remoteWrite(url, writtenSeries(series, FROM, TO, SCRAPE_MS));
    await untilWritten();
  });

  async function count(expression: string): Promise<number> {
    const response = await fetch(`${url}/api/v1/query`, {
      method: 'POST',
      body: new URLSearchParams({ query: expression, time: String(TO / 1000) }),
    });
    const { data } = (await response.json()) as { data: { result: Array<{ value: [number, string] }> } };
    return Number(data.result[0]?.value[1] ?? 0);
  }

  /** VictoriaMetrics shows what was written a moment later. */
  async function untilWritten(): Promise<void> {
    const wanted = PROMETHEUS_FIXTURES.kafka.series.length;
    while ((await count('count(kafka_consumergroup_current_offset)')) < wanted) {
      await delay(100);
    }
  }

  function expectTruth(traffic: ReadTraffic, { source, target, group = [], lacks = [], bytes }: PresetFixture): void {
    expect(traffic.upstreamNotices).toEqual([]);
    const edge = lastOf(traffic, source, target);
    expect(edge.group).toEqual(group);
    if (bytes !== undefined) {
      expect(edge.bytes).toBeCloseTo(bytes, 2);
    }
    if (lacks.includes('requests')) {
      expect([edge.rate, edge.errorRatio, edge.p95]).toEqual([NaN, NaN, undefined]);
      return;
    }
    expect(edge.rate).toBeCloseTo(PRESET_TRUTH.rate, 4);
    expect(edge.errorRatio).toBeCloseTo(lacks.includes('errors') ? 0 : PRESET_TRUTH.failed / PRESET_TRUTH.rate, 4);
    if (lacks.includes('p95')) {
      expect(edge.p95).toBeUndefined();
    } else {
      expect(edge.p95).toBeCloseTo(PRESET_TRUTH.p95, 4);
    }
  }

  it('have a fixture each', () => {
    expect(Object.keys(PROMETHEUS_FIXTURES).sort()).toEqual(prometheusPresets.map(({ id }) => id).sort());
  });

  it.each(prometheusPresets.map((preset) => [preset.id, preset] as const))('%s gives the truth', async (id, preset) => {
    expectTruth(await ask(preset, url), PROMETHEUS_FIXTURES[id]);
  });

  it.each(variants)('%s gives the truth', async (_variant, preset, fixture) => {
    expectTruth(await ask(preset, url), fixture);
  });

  it.each(prometheusPresets.map((preset) => [preset.id, preset] as const))('%s is detected', async (_id, preset) => {
    const edges = await count(`count(count by (${edgeLabelsOf(preset).join(', ')}) (${preset.detect}))`);
    expect(edges).toBeGreaterThan(0);
  });

  it('shows the average of HAProxy as p50', async () => {
    const traffic = await ask(
      prometheusPresets.find(({ id }) => id === 'haproxy')!,
      url
    );
    expect(lastOf(traffic, 'HAProxy', 'haproxy-cart').p50).toBeCloseTo(0.15, 4);
  });
});

describe('presets on a real Graphite', () => {
  let url = '';

  beforeAll(async () => {
    const [port, carbonPort, carbonLinkPort] = await Promise.all([freePort(), freePort(), freePort()]);
    const folder = path.join(directory, 'graphite');
    servers.push(await startGraphite({ directory: folder, port, carbonPort, carbonLinkPort, retention: '10s:1d' }));
    url = `http://127.0.0.1:${port}`;
    const points = Object.values(GRAPHITE_FIXTURES).flatMap((fixture) => Object.entries(fixture.points));
    const lines = Array.from({ length: (TO - FROM) / FLUSH_MS }, (_, index) =>
      points.map(([name, value]) => `${name} ${value} ${(FROM + index * FLUSH_MS) / 1000}\n`).join('')
    );
    await sendToCarbon({ host: '127.0.0.1', port: carbonPort }, lines);
  });

  it('have a fixture each', () => {
    expect(Object.keys(GRAPHITE_FIXTURES).sort()).toEqual(graphitePresets.map(({ id }) => id).sort());
  });

  it.each(graphitePresets.map((preset) => [preset.id, preset] as const))('%s gives the truth', async (id, preset) => {
    const { source, target, group = [] } = GRAPHITE_FIXTURES[id];
    const traffic = await untilSeen(() => ask(preset, url), id);
    expect(traffic.upstreamNotices).toEqual([]);
    const edge = lastOf(traffic, source, target);
    expect(edge.rate).toBeCloseTo(PRESET_TRUTH.rate, 4);
    expect(edge.errorRatio).toBeCloseTo(PRESET_TRUTH.failed / PRESET_TRUTH.rate, 4);
    expect(edge.p95).toBeCloseTo(PRESET_TRUTH.p95, 4);
    expect(edge.group).toEqual(group);
  });

  it.each(graphitePresets.map((preset) => [preset.id, preset] as const))('%s is detected', async (_id, { detect }) => {
    const answered = async () => {
      const body = new URLSearchParams({ target: detect, format: 'json', from: '-15min' });
      return (await (await fetch(`${url}/render`, { method: 'POST', body })).json()) as unknown[];
    };
    let series = await answered();
    for (let attempt = 0; attempt < 60 && series.length === 0; attempt++) {
      await delay(500);
      series = await answered();
    }
    expect(series.length).toBeGreaterThan(0);
  });

  it('keeps tagged edges whose ends have no namespace, and sums their hosts', async () => {
    const preset = graphitePresets.find(({ id }) => id === 'graphite-tagged-namespaces')!;
    const pairs = [
      ['spaced-cart', 'spaced-payment'],
      ['spaced-internet', 'spaced-web'],
      ['spaced-cron', 'spaced-mail'],
    ];
    const wanted = PRESET_TRUTH.rate - PRESET_TRUTH.failed;
    let traffic = await ask(preset, url);
    const isSeen = () => pairs.every(([source, target]) => rateOf(traffic, source, target) >= wanted);
    for (let attempt = 0; attempt < 60 && !isSeen(); attempt++) {
      await delay(500);
      traffic = await ask(preset, url);
    }
    expect(traffic.history.edges.ids.filter((id) => id.includes('spaced-'))).toEqual([
      'shop/spaced-cart→spaced-payment',
      'shop/spaced-web→shop/spaced-cart',
      'spaced-cron→spaced-mail',
      'spaced-internet→shop/spaced-web',
    ]);
    for (const [source, target] of pairs) {
      expect(rateOf(traffic, source, target)).toBeCloseTo(wanted, 4);
    }
  });
});

/** Carbon makes files and tags at its own pace: asks again until every expression that has points is answered. */
async function untilSeen(asked: () => Promise<ReadTraffic>, id: string): Promise<ReadTraffic> {
  const { source, target } = GRAPHITE_FIXTURES[id];
  let traffic = await asked();
  for (let attempt = 0; attempt < 60 && !isWhole(traffic, source, target); attempt++) {
    await delay(500);
    traffic = await asked();
  }
  return traffic;
}

/** Requests per second of an edge in the last bucket; 0 where it is not there. */
function rateOf({ history: { nodes, edges, times } }: ReadTraffic, source: string, target: string): number {
  const edge = edges.ids.findIndex(
    (_, row) => nodes.names[edges.source[row]] === source && nodes.names[edges.target[row]] === target
  );
  const at = (edge + 1) * times.length - 1;
  return edge < 0 ? 0 : edges.rates.reduce((sum, column) => sum + (column[at] || 0), 0);
}

function isWhole(traffic: ReadTraffic, source: string, target: string): boolean {
  const { nodes, edges, times } = traffic.history;
  const edge = edges.ids.findIndex(
    (_, row) => nodes.names[edges.source[row]] === source && nodes.names[edges.target[row]] === target
  );
  const at = (edge + 1) * times.length - 1;
  return (
    edge >= 0 &&
    rateOf(traffic, source, target) >= PRESET_TRUTH.rate &&
    edges.errorRatio[at] > 0 &&
    Number.isFinite(edges.p95?.[at])
  );
}
