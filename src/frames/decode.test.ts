import { createDataFrame, toDataFrame, toDataFrameDTO, type DataFrame } from '@grafana/data';

import { smallResult } from '../../tests/support/trafficResult';
import { decodeTraffic } from './decode';
import { encodeTraffic } from './encode';

const encoded = (): DataFrame[] => encodeTraffic(smallResult(), { refId: 'A' });

/** What a dashboard snapshot does to frames. */
const snapshot = (frames: DataFrame[]): DataFrame[] =>
  JSON.parse(JSON.stringify(frames.map(toDataFrameDTO))).map(toDataFrame);

describe('decodeTraffic on our own frames', () => {
  it('R10: gives back what was encoded', () => {
    expect(decodeTraffic(encoded())).toEqual({ result: smallResult() });
  });

  it('R10, R11: gives back alerts, and leaves out links that are neither http(s) nor relative', () => {
    const alert = { scope: 'node', name: 'Burns', severity: 'danger', upstream: 'prom' } as const;
    const periods = [{ from: 0, to: 120_000 }];
    const alerts = [
      { ...alert, subject: 'eu/shop/gateway', periods, summary: '<b>hot</b>', link: 'https://example.org/' },
      { ...alert, subject: 'eu/shop/checkout', periods: [{ from: 0, to: 60_000 }] },
    ];
    const frames = encodeTraffic({ ...smallResult(), alerts }, { refId: 'A' });
    expect(decodeTraffic(frames).result?.alerts).toEqual(alerts);
    expect(decodeTraffic(snapshot(frames)).result?.alerts).toEqual(alerts);
    const names = frames[0].fields.find(({ name }) => name === 'detail__alerts')?.values;
    expect(names).toEqual(['', 'Burns', '']);
    const hostile = encodeTraffic(
      { ...smallResult(), alerts: [{ ...alerts[0], link: 'javascript:x' }] },
      { refId: 'A' }
    );
    expect(decodeTraffic(hostile).result?.alerts?.[0].link).toBeUndefined();
  });

  it('R10, R11: gives back what became of the edges, and classes that ask for several labels', () => {
    const result = smallResult();
    const shape = { edges: 9, idle: 1, hubs: 2, externals: 1, overLimit: 2, shown: 3 };
    const [first, ...rest] = result.history.classes;
    const classes = [{ ...first, labels: [{ label: 'flag', match: 'UO|UH' }] }, ...rest];
    const frames = encodeTraffic({ ...result, history: { ...result.history, classes }, shape }, { refId: 'A' });
    expect(decodeTraffic(snapshot(frames)).result).toMatchObject({ shape, history: { classes } });
  });

  it('R18: gives back metrics of services, and lets them follow rows of another order', () => {
    const result = smallResult();
    const { history } = result;
    const metrics = [
      { name: 'CPU', kind: 'saturation', unit: 'percentunit', values: Float32Array.of(1, 2, 3, 4, NaN, 6) },
      { name: '<b>', kind: 'custom', unit: 'bytes', values: Float32Array.of(-1, 2, 3, 4, 5, 6) },
    ] as const;
    const frames = encodeTraffic(
      { ...result, history: { ...history, nodes: { ...history.nodes, metrics } } },
      { refId: 'A' }
    );
    expect(decodeTraffic(frames).result?.history.nodes.metrics).toEqual(metrics);
    expect(decodeTraffic(snapshot(frames)).result?.history.nodes.metrics).toEqual(metrics);
    const field = frames[0].fields.find(({ name }) => name === 'detail__metric__CPU');
    expect(field).toMatchObject({ values: [2, 4, 6], config: { displayName: 'CPU', unit: 'percentunit' } });
    const turned = {
      ...frames[0],
      fields: frames[0].fields.map((each) => ({ ...each, values: [...each.values].reverse() })),
    };
    const [cpu] = decodeTraffic([turned, frames[1], frames[2]]).result?.history.nodes.metrics ?? [];
    expect([...cpu.values]).toEqual([NaN, 6, 3, 4, 1, 2]);
  });

  it('R17: gives back how old the numbers of stale edges are, of those rows that are left too', () => {
    const result = smallResult();
    const { history } = result;
    const staleSince = Float64Array.of(NaN, history.times[0], NaN);
    const frames = encodeTraffic(
      { ...result, history: { ...history, edges: { ...history.edges, staleSince } } },
      { refId: 'A' }
    );
    expect(decodeTraffic(frames).result?.history.edges.staleSince).toEqual(staleSince);
    expect(decodeTraffic(snapshot(frames)).result?.history.edges.staleSince).toEqual(staleSince);
    const ages = frames[1].fields.find(({ name }) => name === 'detail__staleSeconds')?.values;
    expect(ages).toEqual([null, (history.times[1] - history.times[0]) / 1000, null]);
    const last = {
      ...frames[1],
      length: 2,
      fields: frames[1].fields.map((field) => ({ ...field, values: field.values.slice(1) })),
    };
    expect(decodeTraffic([frames[0], last, frames[2]]).result?.history.edges.staleSince).toEqual(staleSince.slice(1));
  });

  it('R11: leaves out counts that lack a number, and a shape that lacks a step', () => {
    const [nodes, edges, history] = snapshot(encoded());
    const custom = { ...history.meta?.custom, counts: [{ definitionId: 'mesh', series: 3, missingLabel: {} }] };
    const broken = { ...history, meta: { ...history.meta, custom: { ...custom, shape: { edges: 3 } } } };
    const { result } = decodeTraffic([nodes, edges, broken]);
    expect(result?.counts).toEqual([]);
    expect(result?.shape).toBeUndefined();
  });

  it('R11: leaves out counts of metrics of services that lack a number, and keeps the rest', () => {
    const [nodes, edges, history] = snapshot(encoded());
    const counts = { definitionId: 'mesh', series: 3, samples: 3, missingLabel: {}, badSamples: 0, edges: 1 };
    const cpu = { name: 'CPU', names: 5, joined: 2 };
    const readOf = (nodeMetrics: unknown) => {
      const custom = { ...history.meta?.custom, counts: [{ ...counts, nodeMetrics }] };
      return decodeTraffic([nodes, edges, { ...history, meta: { ...history.meta, custom } }]).result?.counts;
    };
    expect(readOf([cpu, { name: 'heap' }, null])).toEqual([{ ...counts, nodeMetrics: [cpu] }]);
    expect(readOf('all')).toEqual([counts]);
  });

  it('R10: gives back the baseline, and shows it by node and edge', () => {
    const result = smallResult();
    const baseline = Float32Array.of(1, 2, 3, 4, 5, NaN);
    const compared = { ...result, history: { ...result.history, edges: { ...result.history.edges, baseline } } };
    const frames = encodeTraffic(compared, { refId: 'A' });
    expect(decodeTraffic(frames).result).toEqual(compared);
    const shown = (part: number) => frames[part].fields.find(({ name }) => name === 'detail__baseline');
    expect(shown(0)).toMatchObject({ config: { unit: 'reqps' }, values: [4, 4, 2] });
    expect(shown(1)?.values).toEqual([2, 4, null]);
  });

  it('R8: takes the arrays of the history over without a copy', () => {
    const frames = encoded();
    const history = decodeTraffic(frames).result?.history;
    expect(history?.edges.errorRatio).toBe(frames[2].fields.find(({ name }) => name === 'errorRatio')?.values);
  });

  it('R11: survives JSON, as in a dashboard snapshot', () => {
    expect(decodeTraffic(snapshot(encoded()))).toEqual({ result: smallResult() });
  });

  it('R11: survives JSON with plain arrays', () => {
    const frames = encoded().map((frame) => ({
      ...frame,
      fields: frame.fields.map((field) => ({ ...field, values: Array.from(field.values) })),
    }));
    expect(decodeTraffic(frames)).toEqual({ result: smallResult() });
  });

  it('R12: follows rows that were filtered and sorted', () => {
    const [nodes, edges, history] = encoded();
    const pick = (frame: DataFrame, rows: readonly number[]): DataFrame => ({
      ...frame,
      length: rows.length,
      fields: frame.fields.map((field) => ({ ...field, values: rows.map((row) => field.values[row]) })),
    });
    const { result } = decodeTraffic([pick(nodes, [2, 1]), pick(edges, [2, 1, 0]), history]);
    expect(result?.history.nodes.names).toEqual(['odd <b>"/→', 'gateway']);
    expect(result?.history.edges.ids).toHaveLength(1);
    expect([result?.history.edges.source[0], result?.history.edges.target[0]]).toEqual([1, 0]);
    expect([...(result?.history.edges.p95 ?? [])]).toEqual([NaN, 2]);
    expect([...(result?.states.nodes ?? [])]).toEqual([1, 3, 0, 0]);
    expect(result?.notices).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('2 edges were left out') })
    );
  });

  it('R13: draws the first of several queries, and says so', () => {
    const { result } = decodeTraffic([...encoded(), ...encodeTraffic(smallResult(), { refId: 'B' })]);
    expect(result?.history).toEqual(smallResult().history);
    expect(result?.notices[1].text).toContain('not B');
  });

  it('R14: says what to do about frames of a newer version', () => {
    const frames = encoded().map((frame) => ({
      ...frame,
      meta: { ...frame.meta, custom: { ...frame.meta?.custom, trafficIntuition: 2 } },
    }));
    expect(decodeTraffic(frames)).toEqual({ problem: expect.stringContaining('version 2') });
  });

  it.each(['nodes', 'edges'])('R14: says what to do where the %s are missing', (missing) => {
    expect(decodeTraffic(encoded().filter(({ name }) => name !== missing))).toEqual({
      problem: expect.stringContaining('Remove transformations'),
    });
  });

  it('R14: says what to do where the history is cut', () => {
    const [nodes, edges, history] = encoded();
    const cut = { ...history, fields: history.fields.slice(1) };
    expect(decodeTraffic([nodes, edges, cut]).problem).toContain('incomplete');
  });

  it('R15: reads nodes and edges alone as a Node Graph', () => {
    const { result } = decodeTraffic(encoded().slice(0, 2), undefined, { time: 500 });
    expect([...(result?.history.times ?? [])]).toEqual([500]);
    const { names, groups, kinds } = result?.history.nodes ?? { names: [], groups: [], kinds: [] };
    expect(names.map((name, row) => [name, groups[row], kinds[row]]).sort()).toEqual([
      ['checkout', ['eu', 'shop'], 'service'],
      ['gateway', ['eu', 'shop'], 'gateway'],
      ['odd <b>"/→', ['eu', 'a/b % c'], 'database'],
    ]);
  });

  it('R9: leaves out links that are neither http(s) nor relative', () => {
    const [nodes, ...rest] = encoded();
    const links = ['javascript:alert(1)', '//evil.example', 'data:text/html,x', '/d/1', 'https://example.org'];
    const notices = links.map((link) => ({ severity: 'info' as const, text: 'x', link }));
    const { result } = decodeTraffic([{ ...nodes, meta: { ...nodes.meta, notices } }, ...rest]);
    expect(result?.notices.map(({ link }) => link)).toEqual([
      undefined,
      undefined,
      undefined,
      '/d/1',
      'https://example.org',
    ]);
  });

  it('R16: is not thrown off by odd values anywhere', () => {
    const odd = [null, 3, 'x', [], {}, [null], { length: -1 }, NaN];
    const run = () =>
      encoded().forEach((frame, index) => {
        for (const value of odd) {
          for (const key of Object.keys(frame.meta?.custom ?? {})) {
            const custom = { ...frame.meta?.custom, [key]: value };
            decodeTraffic(encoded().map((own, at) => (at === index ? { ...own, meta: { ...own.meta, custom } } : own)));
          }
          frame.fields.forEach((_, at) => {
            const fields = frame.fields.map((own, place) =>
              place === at ? { ...own, values: own.values.map(() => value) } : own
            );
            decodeTraffic(encoded().map((own, place) => (place === index ? { ...own, fields } : own)));
          });
        }
      });
    expect(run).not.toThrow();
  });
});

describe('decodeTraffic on nothing', () => {
  it.each<[string, DataFrame[]]>([
    ['no frames', []],
    ['a frame without rows', [createDataFrame({ fields: [] })]],
  ])('R14: says what to do about %s', (_name, frames) => {
    expect(decodeTraffic(frames)).toEqual({ problem: expect.stringContaining('without data') });
  });
});
