import { toDataFrame, toDataFrameDTO } from '@grafana/data';

import { START_SECONDS } from '../../tests/fixtures/dataset';
import { recorded } from '../../tests/fixtures/recorded';
import { createMutator } from '../../tests/support/mutate';
import { forSeeds } from '../../tests/support/seeds';
import { deriveTraffic } from '../core/derive/deriveTraffic';
import type { TrafficDefinition } from '../core/model/definition';
import type { TrafficHistory } from '../core/model/history';
import type { TrafficView } from '../core/model/view';
import { DEFAULT_THRESHOLDS, evaluateThresholds } from '../core/thresholds';
import { buildView } from '../core/view/buildView';
import { parseGraphiteAnswer } from '../upstream/graphite/parseGraphiteAnswer';
import { parsePrometheusAnswer } from '../upstream/prometheus/parsePrometheusAnswer';
import type { ParsedAnswer } from '../upstream/tableNotices';
import { decodeTraffic } from './decode';
import { encodeTraffic } from './encode';

const MUTATIONS = 80;
/** Seeds that once failed go here, by what failed. */
const PINNED: readonly number[] = [];
const grid = { from: START_SECONDS * 1000, to: (START_SECONDS + 1200) * 1000, stepMs: 60_000 };

/** Two definitions that see the same services, each with a latency and a metric of services. */
function definitionOf(kind: 'prometheus' | 'graphite'): TrafficDefinition {
  return {
    id: kind,
    kind,
    upstream: kind,
    expressions: { requests: 'requests', p95: 'p95' },
    mapping: {
      source: { label: 'source' },
      target: { label: 'target' },
      classLabel: kind === 'prometheus' ? 'code' : 'status',
    },
    nodeMetrics: [{ kind: 'capacity', name: 'seats', expression: 'seats' }],
    keepLabels: ['code', 'status', 'source'],
  };
}

const BODIES = {
  prometheus: { requests: recorded('prometheus', 'requests').body, p95: recorded('prometheus', 'p95').body },
  graphite: { requests: recorded('graphite', 'tagged').body, p95: recorded('graphite', 'timers').body },
} as const;

type Damage = (body: string) => unknown;

/** Names of services in an answer. */
function namesOf({ table }: ParsedAnswer): readonly string[] {
  return table.labels.flatMap(({ source, target }) => [source, target].filter((name) => typeof name === 'string'));
}

function pairsOf(answers: readonly ParsedAnswer[]): ReadonlySet<string> {
  return new Set(answers.flatMap(({ table }) => table.labels.map(({ source, target }) => `${source}→${target}`)));
}

function expectNoneInvented({ nodes, edges }: TrafficHistory, requests: readonly ParsedAnswer[]): void {
  const pairs = pairsOf(requests);
  const names = new Set(requests.flatMap(namesOf));
  expect(nodes.names.filter((name) => !names.has(name))).toEqual([]);
  const drawn = edges.ids.map((_, row) => `${nodes.names[edges.source[row]]}→${nodes.names[edges.target[row]]}`);
  expect(drawn.filter((pair) => !pairs.has(pair))).toEqual([]);
  expect(new Set(edges.ids).size).toBe(edges.ids.length);
}

/** Whether every cell is a number that can be drawn, or no data. */
function expectSoundNumbers({ nodes, edges }: TrafficView): void {
  const columns = [nodes.rates, nodes.errorRatio, nodes.p95, edges.rates, edges.errorRatio, edges.p95];
  expect(columns.filter((column) => column.some((value) => value < 0 || value === Infinity))).toEqual([]);
  expect([nodes.errorRatio, edges.errorRatio].filter((column) => column.some((value) => value > 1))).toEqual([]);
}

/** The whole way of two damaged answers: read, derive, judge, encode, decode, draw. */
function goTheWay(damage: Damage): void {
  const answers = (['prometheus', 'graphite'] as const).map((kind) => {
    const parse = (body: unknown): ParsedAnswer =>
      kind === 'prometheus' ? parsePrometheusAnswer(body, grid) : parseGraphiteAnswer(body, grid, {});
    const requests = parse(damage(BODIES[kind].requests));
    const p95 = parse(damage(BODIES[kind].p95));
    const node0 = parse(damage(BODIES[kind].requests));
    const tables = { requests: requests.table, p95: p95.table, node0: node0.table };
    return { requests, input: { definition: definitionOf(kind), tables } };
  });
  for (const merge of ['prefer', 'sum', 'max'] as const) {
    const { history, notices, counts, shape } = deriveTraffic(
      answers.map(({ input }) => input),
      merge,
      // A host may stand for a service that it names: that is no invention, and has tests of its own.
      { joinHosts: false }
    );
    expectNoneInvented(
      history,
      answers.map(({ requests }) => requests)
    );
    const states = evaluateThresholds(history, DEFAULT_THRESHOLDS);
    const result = { history, states, thresholds: DEFAULT_THRESHOLDS, notices, counts, shape };
    const frames = encodeTraffic(result, { refId: 'A' });
    const snapshot = JSON.parse(JSON.stringify(frames.map(toDataFrameDTO))) as object[];
    for (const decoded of [decodeTraffic(frames), decodeTraffic(snapshot.map((frame) => toDataFrame(frame)))]) {
      expect(decoded.problem).toBeUndefined();
      const read = decoded.result ?? result;
      expect(read.history.edges.ids).toEqual(history.edges.ids);
      expect(read.history.edges.labels).toEqual(history.edges.labels);
      expect(read.history.nodes.labels).toEqual(history.nodes.labels);
      for (const detail of ['services', 'groups'] as const) {
        expectSoundNumbers(buildView(read.history, read.states, { path: [], detail }));
      }
    }
  }
}

const eachSeed = (damageOf: (seed: number) => Damage): void =>
  forSeeds(MUTATIONS, (seed) => goTheWay(damageOf(seed)), PINNED);

describe('damaged answers of Prometheus and Graphite, from the bytes to the view', () => {
  it('draws the sound ones', () => {
    goTheWay((body) => body);
    const { table } = parsePrometheusAnswer(BODIES.prometheus.requests, grid);
    const { history } = deriveTraffic(
      [{ definition: definitionOf('prometheus'), tables: { requests: table, node0: table } }],
      'prefer'
    );
    expect(history.edges.ids).toContain('checkout→orders');
    expect(history.nodes.metrics?.map(({ name }) => name)).toEqual(['seats', 'load']);
    expect(history.edges.labels?.map(({ name }) => name)).toEqual(['code', 'source']);
    expect(history.nodes.labels?.map(({ name }) => name)).toEqual(['code', 'source']);
  });

  it('U50, D4, D18, R16: damaged text never throws, and invents no edge', () => {
    eachSeed((seed) => createMutator(seed).text);
  });

  it('U50, D4, D18, R16: damaged values never throw, and invent no edge', () => {
    eachSeed((seed) => {
      const mutator = createMutator(seed);
      return (body) => mutator.value(JSON.parse(body));
    });
  });

  it('U50, D4, D18, R16: damaged bytes never throw, and invent no edge', () => {
    eachSeed((seed) => {
      const mutator = createMutator(seed);
      return (body) => new TextEncoder().encode(mutator.text(body));
    });
  });
});
