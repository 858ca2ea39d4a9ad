import { type DataFrame, toDataFrame, toDataFrameDTO } from '@grafana/data';

import { seededRandom } from '../../tests/support/random';
import { smallResult } from '../../tests/support/trafficResult';
import type { KeptLabel } from '../core/model/keptLabel';
import type { TrafficResult } from '../core/model/result';
import { evaluateThresholds } from '../core/thresholds';
import { decodeTraffic } from './decode';
import { encodeTraffic } from './encode';

function withLabels(edges: readonly KeptLabel[] | undefined, nodes: readonly KeptLabel[] | undefined): TrafficResult {
  const result = smallResult();
  const { history } = result;
  return {
    ...result,
    history: {
      ...history,
      nodes: { ...history.nodes, ...(nodes && { labels: nodes }) },
      edges: { ...history.edges, ...(edges && { labels: edges }) },
    },
  };
}

const VERSIONS: KeptLabel = { name: 'version', values: [['v1', 'v2'], [], ['v3']], more: [0, 0, 4] };
const TEAMS: KeptLabel = { name: 'team', values: [['payments'], ['front'], []] };

/** What a dashboard snapshot does to frames. */
const snapshot = (frames: DataFrame[]): DataFrame[] =>
  JSON.parse(JSON.stringify(frames.map(toDataFrameDTO))).map(toDataFrame);

/** Rows of a frame in the order given. */
const rowsOf = (frame: DataFrame, rows: readonly number[]): DataFrame => ({
  ...frame,
  length: rows.length,
  fields: frame.fields.map((field) => ({ ...field, values: rows.map((row) => field.values[row] as unknown) })),
});

const labelsOf = (frames: DataFrame[]) => {
  const { edges, nodes } = decodeTraffic(frames).result?.history ?? {};
  return { edges: edges?.labels, nodes: nodes?.labels };
};

describe('kept labels in frames', () => {
  it('R41: come back as they were, from a snapshot too', () => {
    const result = withLabels([VERSIONS, { ...TEAMS, name: 'zone' }], [TEAMS]);
    const frames = encodeTraffic(result, { refId: 'A' });
    expect(decodeTraffic(frames)).toEqual({ result });
    expect(labelsOf(snapshot(frames))).toEqual({ edges: result.history.edges.labels, nodes: [TEAMS] });
  });

  it('R41: of edges alone, of nodes alone, and none where nobody keeps any', () => {
    for (const result of [withLabels([VERSIONS], undefined), withLabels(undefined, [TEAMS]), smallResult()]) {
      const frames = encodeTraffic(result, { refId: 'A' });
      expect(decodeTraffic(frames)).toEqual({ result });
      const named = frames.flatMap(({ fields }) => fields.filter(({ name }) => name.startsWith('detail__label__')));
      expect(named).toHaveLength(
        (result.history.edges.labels?.length ?? 0) + (result.history.nodes.labels?.length ?? 0)
      );
    }
  });

  it('R41: stand in a field of text for people, in nodes and edges', () => {
    const [nodes, edges] = encodeTraffic(withLabels([VERSIONS], [TEAMS]), { refId: 'A' });
    const fieldOf = (frame: DataFrame, name: string) => frame.fields.find((field) => field.name === name);
    expect(fieldOf(edges, 'detail__label__version')).toMatchObject({
      type: 'string',
      config: { displayName: 'version' },
      values: ['v1, v2', '', 'v3 and 4 more'],
    });
    expect(fieldOf(nodes, 'detail__label__team')?.values).toEqual(['payments', 'front', '']);
  });

  it('R12, R41: follow rows that a transformation filtered or sorted', () => {
    const [nodes, edges, history] = encodeTraffic(withLabels([VERSIONS], [TEAMS]), { refId: 'A' });
    expect(labelsOf([rowsOf(nodes, [2, 1, 0]), rowsOf(edges, [2, 0]), history])).toEqual({
      edges: [{ name: 'version', values: [['v3'], ['v1', 'v2']], more: [4, 0] }],
      nodes: [{ name: 'team', values: [[], ['front'], ['payments']] }],
    });
  });

  it('R16, R41: odd marks are left out, and throw nothing', () => {
    const [nodes, edges, history] = snapshot(encodeTraffic(withLabels([VERSIONS], [TEAMS]), { refId: 'A' }));
    const readOf = (edgeLabels: unknown) => {
      const custom = { ...history.meta?.custom, edgeLabels, nodeLabels: edgeLabels };
      return labelsOf([nodes, edges, { ...history, meta: { ...history.meta, custom } }]);
    };
    for (const odd of [
      null,
      5,
      'x',
      [null],
      [{ name: 5, values: [] }],
      [{ name: 'a', values: [['v']] }],
      [{ name: 'a' }],
    ]) {
      expect(readOf(odd)).toEqual({ edges: undefined, nodes: undefined });
    }
    const values = [['v1', 5], null, ['v2']];
    const kept = [{ name: 'a', values: [[], [], ['v2']], more: [0, 0, 2] }];
    expect(readOf([{ name: 'a', values, more: ['x', -1, 2] }])).toEqual({ edges: kept, nodes: kept });
  });

  it('R10, R41: rules of a panel see the labels that the data source saw', () => {
    const labels = [{ label: 'version', match: 'v2' }];
    const rule = { scope: 'edge', metric: 'rate', direction: 'above', danger: 0, match: { labels } } as const;
    const result = { ...withLabels([VERSIONS], [TEAMS]), thresholds: [rule] };
    const read = decodeTraffic(snapshot(encodeTraffic(result, { refId: 'A' }))).result;
    expect(read?.thresholds).toEqual([rule]);
    const states = evaluateThresholds(read?.history ?? smallResult().history, [rule]);
    expect(new Set(states.transitions.map(({ subject }) => subject))).toEqual(new Set([result.history.edges.ids[0]]));
    expect(states).toEqual(evaluateThresholds(result.history, [rule]));
  });

  it.each([{ labels: 'all' }, { labels: [{ label: 'team' }] }, { name: 5 }, 'all', null])(
    'R16: a rule whose matcher is odd (%j) is left out, rather than hold for all',
    (match) => {
      const [nodes, edges, history] = snapshot(encodeTraffic(smallResult(), { refId: 'A' }));
      const [rule] = smallResult().thresholds;
      const custom = { ...history.meta?.custom, thresholds: [{ ...rule, match }, rule] };
      const frames = [nodes, edges, { ...history, meta: { ...history.meta, custom } }];
      expect(decodeTraffic(frames).result?.thresholds).toEqual([rule]);
    }
  );
});

it.each([1, 2, 3, 4, 5, 6])('R10, R11, R41: any text in any value comes back (seed %d)', (seed) => {
  const random = seededRandom(seed);
  const characters = [...',/\\"\'%→ \n\t\u0000\u2028<>&${}[]|;=', 'a', 'é', '🎉', '\ud800'];
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const text = (): string => Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(characters)).join('');
  const label = (): KeptLabel => ({
    name: text(),
    values: [0, 1, 2].map(() => Array.from({ length: Math.floor(random() * 4) }, text)),
  });
  for (let round = 0; round < 20; round++) {
    const result = withLabels([label(), label()], [label()]);
    const frames = encodeTraffic(result, { refId: 'A' });
    expect(decodeTraffic(frames)).toEqual({ result });
    expect(labelsOf(snapshot(frames))).toEqual({
      edges: result.history.edges.labels,
      nodes: result.history.nodes.labels,
    });
  }
});
