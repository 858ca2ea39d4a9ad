import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { remoteWrite } from '../../demo/history/remoteWrite';
import { startPrometheus } from '../../demo/servers/prometheus';
import type { ServerProcess } from '../../demo/servers/serverProcess';
import { PRESETS } from '../../src/datasource/presets';
import { rulesText } from '../../src/datasource/recording/rulesText';
import { recordedExpressions } from '../../src/upstream/prometheus/recording/recordedExpressions';
import { recordingRules, type RuleGroup } from '../../src/upstream/prometheus/recording/recordingRules';
import { PRESET_TRUTH, PROMETHEUS_FIXTURES, writtenSeries } from '../fixtures/presets';
import { definitionOf } from '../support/definitions';
import { freePort } from '../support/freePort';
import { readTraffic, type ReadTraffic } from '../support/readTraffic';

jest.setTimeout(120_000);

const SCRAPE_MS = 15_000;
const MINUTE = 60_000;
const SECOND = 1000;
const RECORDED = ['istio', 'service-graph', 'otel-http-client', 'haproxy', 'istio-tcp'];
const HOSTILE_ID = 'shop "east" \\ {{ .x }}: # {}';
const definitions = [...RECORDED.map(definitionOf), { ...definitionOf('linkerd'), id: HOSTILE_ID }];

const directory = mkdtempSync(path.join(tmpdir(), 'traffic-rules-'));
let server: ServerProcess | undefined;

afterAll(async () => {
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

function writeRules(name: string, groups: readonly RuleGroup[]): string {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, name);
  writeFileSync(file, rulesText(groups));
  return file;
}

/** All edges with all they carry in the last bucket, in the order of their ids. */
function lastOf({ history: { edges, nodes, times } }: ReadTraffic) {
  const at = (column: Float32Array | undefined, edge: number) => column?.[(edge + 1) * times.length - 1];
  return edges.ids.map((id, edge) => ({
    id,
    group: nodes.groups[edges.source[edge]],
    rates: edges.rates.map((column) => at(column, edge)),
    errorRatio: at(edges.errorRatio, edge),
    latency: [edges.p50, edges.p95, edges.p99].map((column) => at(column, edge)),
    bytes: at(edges.bytes, edge),
  }));
}

describe('recording rules', () => {
  it('of every Prometheus preset pass promtool', () => {
    const wanted = PRESETS.filter(({ kind }) => kind === 'prometheus').map(({ id }) => definitionOf(id));
    const { groups, leftOut } = recordingRules(wanted, '2m');
    expect(leftOut).toEqual([]);
    const rules = groups.flatMap((group) => group.rules);
    const said = execFileSync('promtool', ['check', 'rules', '--lint-fatal', writeRules('presets.yml', groups)]);
    expect(said.toString()).toContain(`SUCCESS: ${rules.length} rules found`);
  });

  it('are evaluated by a real Prometheus, and the recorded series make the same edges', async () => {
    const { groups } = recordingRules(definitions, '1m');
    // Prometheus's own interval would let the test wait for a minute.
    const often = groups.map((group) => ({ ...group, interval: '1s' }));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    server = await startPrometheus({
      directory: path.join(directory, 'p'),
      port,
      ruleFile: writeRules('r.yml', often),
    });
    const now = Date.now();
    const series = [...RECORDED, 'linkerd'].flatMap((id) => PROMETHEUS_FIXTURES[id].series);
    await remoteWrite(url, writtenSeries(series, now - 10 * MINUTE, now + 5 * MINUTE, SCRAPE_MS));

    const read = (recorded: boolean, to: number) =>
      readTraffic(
        definitions.map((definition) => ({
          definition: recorded ? { ...definition, expressions: recordedExpressions(definition)! } : definition,
          url,
        })),
        { from: to - 5 * SECOND, to, stepMs: SECOND }
      );
    let recorded = await read(true, Date.now());
    for (let attempt = 0; attempt < 200 && !isWhole(recorded); attempt++) {
      await delay(100);
      recorded = await read(true, Date.now());
    }
    const asked = await read(false, recorded.history.times.at(-1)!);

    expect(recorded.upstreamNotices).toEqual([]);
    const wanted = lastOf(asked);
    expect(wanted).toHaveLength(definitions.length);
    lastOf(recorded).forEach((edge, row) => {
      const { rates, errorRatio, latency, bytes, ...same } = wanted[row];
      expect(edge).toMatchObject(same);
      expectClose(
        [...edge.rates, edge.errorRatio, ...edge.latency, edge.bytes],
        [...rates, errorRatio, ...latency, bytes]
      );
    });
  });
});

/** Each definition has all its edges, and the last expression of each has been recorded. */
function isWhole(traffic: ReadTraffic): boolean {
  const edges = lastOf(traffic);
  const rateOf = (edge: (typeof edges)[number]) => edge.rates.reduce<number>((sum, rate) => sum + (rate || 0), 0);
  return edges.length === definitions.length && edges.every((edge) => rateOf(edge) > PRESET_TRUTH.rate / 2);
}

function expectClose(got: ReadonlyArray<number | undefined>, wanted: ReadonlyArray<number | undefined>): void {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, index) => {
    const other = wanted[index];
    if (other === undefined || Number.isNaN(other)) {
      expect(value).toBe(other);
    } else {
      expect(value).toBeCloseTo(other, 3);
    }
  });
}
