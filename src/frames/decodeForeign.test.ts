import { createDataFrame, FieldType, type DataFrame } from '@grafana/data';

import { STATE_DANGER } from '../core/model/state';
import type { Steps } from '../core/steps/steps';
import { decodeSteps, decodeTraffic } from './decode';
import type { Decoded } from './decoded';
import type { FrameMapping } from './mapping';

const { string, number, time } = FieldType;

function edgesOf(frames: DataFrame[], mapping?: FrameMapping) {
  const { result, problem } = decodeTraffic(frames, mapping, { time: 1000 });
  if (!result) {
    throw new Error(problem);
  }
  const { nodes, edges, times } = result.history;
  const at = (column: Float32Array | undefined, edge: number) =>
    column && Array.from(column.subarray(edge * times.length, (edge + 1) * times.length));
  return edges.ids.map((_, edge) => ({
    edge: `${nodes.names[edges.source[edge]]} → ${nodes.names[edges.target[edge]]}`,
    rates: edges.rates.map((rates) => at(rates, edge)),
    errorRatio: at(edges.errorRatio, edge),
    p50: at(edges.p50, edge),
    p95: at(edges.p95, edge),
  }));
}

describe('decodeTraffic on Node Graph frames', () => {
  const nodes = createDataFrame({
    name: 'nodes',
    fields: [
      { name: 'id', type: string, values: ['1', '2'] },
      { name: 'title', type: string, values: ['web', 'api'] },
      {
        name: 'arc__success',
        type: number,
        values: [1, 0.75],
        config: { color: { mode: 'fixed', fixedColor: 'green' } },
      },
      { name: 'arc__failed', type: number, values: [0, 0.25], config: { color: { mode: 'fixed', fixedColor: 'red' } } },
    ],
  });
  const edges = createDataFrame({
    name: 'edges',
    fields: [
      { name: 'id', type: string, values: ['1_2'] },
      { name: 'source', type: string, values: ['1'] },
      { name: 'target', type: string, values: ['2'] },
      { name: 'mainstat', type: number, values: [250], config: { unit: 'ms/r' } },
      { name: 'secondarystat', type: number, values: [8], config: { unit: 'r/sec' } },
    ],
  });

  it('R20: reads the statistics by their units, and the classes by the arcs', () => {
    expect(edgesOf([nodes, edges])).toEqual([
      { edge: 'web → api', rates: [[6], [2]], errorRatio: [0.25], p50: [0.25], p95: undefined },
    ]);
  });

  it('R20: takes the severity of a class from its name, then from its colour', () => {
    const { result } = decodeTraffic([nodes, edges]);
    expect(result?.history.classes.map(({ name, severity }) => [name, severity])).toEqual([
      ['success', 'normal'],
      ['failed', 'danger'],
    ]);
  });

  it('R21: has one bucket at the time of the request, and the default thresholds', () => {
    const { result } = decodeTraffic([nodes, edges], undefined, { time: 7000 });
    expect([...(result?.history.times ?? [])]).toEqual([7000]);
    expect([...(result?.states.edges ?? [])]).toEqual([STATE_DANGER]);
  });

  it('R21: evaluates the rules that it is given', () => {
    const thresholds = [{ scope: 'edge', metric: 'rate', direction: 'above', danger: 5 } as const];
    const { result } = decodeTraffic([nodes, edges], undefined, { thresholds });
    expect(result?.thresholds).toBe(thresholds);
    expect([...(result?.states.edges ?? [])]).toEqual([STATE_DANGER]);
  });

  it('R22: goes by thickness where there is no statistic, and says so', () => {
    const thick = createDataFrame({
      fields: [...edges.fields.slice(0, 3), { name: 'thickness', type: number, values: [3] }],
    });
    const { result } = decodeTraffic([thick]);
    expect(result?.history.edges.rates[0][0]).toBe(3);
    expect(result?.notices[0].text).toContain('thickness');
  });

  it('R22: takes no thickness for requests where bytes are known', () => {
    const flows = createDataFrame({
      fields: [
        ...edges.fields.slice(0, 3),
        { name: 'thickness', type: number, values: [3] },
        { name: 'mainstat', type: number, values: [4], config: { unit: 'KBs' } },
      ],
    });
    const { result } = decodeTraffic([flows]);
    expect(result?.history.edges.rates[0][0]).toBeNaN();
    expect(result?.history.edges.bytes?.[0]).toBe(4000);
    expect(result?.notices).toEqual([]);
  });

  it('R22: draws edges of which nothing but their ends is known', () => {
    expect(edgesOf([createDataFrame({ fields: edges.fields.slice(0, 3) })])).toEqual([
      expect.objectContaining({ edge: '1 → 2', rates: [[NaN], [NaN], [NaN]] }),
    ]);
  });
});

describe('decodeTraffic on tables', () => {
  it('R30: finds the fields by their usual names', () => {
    const table = createDataFrame({
      fields: [
        { name: 'Source_Workload', type: string, values: ['web', 'web', '', 'api'] },
        { name: 'destination service name', type: string, values: ['api', 'db', 'db', null] },
        { name: 'requests', type: number, values: [10, 4, 1, 1] },
        { name: 'errors', type: number, values: [1, 0, 0, 0] },
        { name: 'p95_ms', type: number, values: [200, null, 1, 1] },
      ],
    });
    expect(
      edgesOf([table]).map(({ edge, errorRatio, p95 }) => ({
        edge,
        errorRatio: errorRatio?.map((ratio) => Math.fround(ratio)),
        p95: p95?.map((seconds) => Math.round(seconds * 1000)),
      }))
    ).toEqual([
      { edge: 'web → api', errorRatio: [Math.fround(0.1)], p95: [200] },
      { edge: 'web → db', errorRatio: [0], p95: [NaN] },
    ]);
  });

  it('R31: takes a field for what it is mapped to, where its name says that it is something else', () => {
    const table = createDataFrame({
      fields: [
        { name: 'source', type: string, values: ['web'] },
        { name: 'target', type: string, values: ['api'] },
        { name: 'rate', type: number, values: [4] },
        { name: 'requests', type: number, values: [16] },
      ],
    });
    expect(edgesOf([table], { errors: 'rate' })).toMatchObject([{ edge: 'web → api', errorRatio: [0.25] }]);
  });

  it('R31: goes by the mapping before anything else', () => {
    const table = createDataFrame({
      fields: [
        { name: 'source', type: string, values: ['x'] },
        { name: 'target', type: string, values: ['y'] },
        { name: 'a', type: string, values: ['web'] },
        { name: 'b', type: string, values: ['api'] },
        { name: 'rate', type: number, values: [1] },
        { name: 'hits', type: number, values: [60], config: { unit: 'rpm' } },
        { name: 'broken', type: number, values: [50], config: { unit: 'percent' } },
      ],
    });
    const [edge] = edgesOf([table], { source: 'a', target: 'b', rate: 'hits', errorRatio: 'broken' });
    expect(edge).toMatchObject({ edge: 'web → api', errorRatio: [0.5] });
    expect(edge.rates.map((rates) => rates?.[0] ?? NaN).reduce((sum, rate) => sum + rate, 0)).toBe(1);
  });

  it('R32: joins rows of the same edge: rates add, latencies take the largest', () => {
    const table = createDataFrame({
      fields: [
        { name: 'client', type: string, values: ['web', 'web'] },
        { name: 'server', type: string, values: ['api', 'api'] },
        { name: 'rate', type: number, values: [1, 2] },
        { name: 'p95', type: number, values: [0.5, 0.25] },
      ],
    });
    const [edge] = edgesOf([table]);
    expect([edge.rates[0], edge.p95]).toEqual([[3], [0.5]]);
  });

  it('R32: splits rows by class', () => {
    const table = createDataFrame({
      fields: [
        { name: 'from', type: string, values: ['web', 'web', 'web'] },
        { name: 'to', type: string, values: ['api', 'api', 'api'] },
        { name: 'status', type: string, values: ['200', '404', '503'] },
        { name: 'Value', type: number, values: [6, 1, 3] },
      ],
    });
    expect(edgesOf([table])[0].rates).toEqual([[6], [1], [3]]);
  });

  it('R33: makes a history of rows with times', () => {
    const table = createDataFrame({
      fields: [
        { name: 'Time', type: time, values: [2000, 1000, 2000] },
        { name: 'source', type: string, values: ['web', 'web', 'api'] },
        { name: 'target', type: string, values: ['api', 'api', 'db'] },
        { name: 'rate', type: number, values: [2, 1, 5] },
      ],
    });
    expect(edgesOf([table]).map(({ edge, rates }) => [edge, rates[0]])).toEqual([
      ['api → db', [NaN, 5]],
      ['web → api', [1, 2]],
    ]);
  });

  it('R34: reads series with labels, each a metric by its name', () => {
    const series = (name: string, refId: string, values: number[], unit?: string) =>
      createDataFrame({
        refId,
        name,
        fields: [
          { name: 'Time', type: time, values: [1000, 2000] },
          { name: 'Value', type: number, values, labels: { source: 'web', target: 'api' }, config: { unit } },
        ],
      });
    const [edge] = edgesOf([
      series('rate', 'A', [1, 2]),
      series('p95', 'B', [100, 200], 'ms'),
      series('B', 'errors', [0.5, 1]),
    ]);
    expect(edge.rates[0]?.length).toBe(2);
    expect(edge.errorRatio).toEqual([0.5, 0.5]);
    expect(edge.p95?.map((seconds) => Math.round(seconds * 1000))).toEqual([100, 200]);
  });

  it('R34: takes an error ratio of its own as one of the rate then', () => {
    const series = (name: string, values: number[], labels: Record<string, string>) =>
      createDataFrame({
        name,
        fields: [
          { name: 'Time', type: time, values: [1000, 2000] },
          { name: 'Value', type: number, values, labels: { source: 'web', target: 'api', ...labels } },
        ],
      });
    const [edge] = edgesOf([
      series('rate', [3, 6], { code: '200' }),
      series('rate', [1, 2], { code: '404' }),
      series('error_ratio', [0.5, 0.25], {}),
    ]);
    expect(edge.errorRatio).toEqual([0.5, 0.25]);
  });

  it('R33: leaves out rows without a time', () => {
    const table = createDataFrame({
      fields: [
        { name: 'Time', type: time, values: [1000, null, NaN] },
        { name: 'source', type: string, values: ['web', 'web', 'web'] },
        { name: 'target', type: string, values: ['api', 'db', 'db'] },
        { name: 'rate', type: number, values: [2, 1, 5] },
      ],
    });
    expect(edgesOf([table]).map(({ edge }) => edge)).toEqual(['web → api']);
  });

  it('R35: puts nodes into the groups that fields name', () => {
    const table = createDataFrame({
      fields: [
        { name: 'source', type: string, values: ['web'] },
        { name: 'target', type: string, values: ['api'] },
        { name: 'source_namespace', type: string, values: ['edge'] },
        { name: 'zone', type: string, values: ['eu'] },
        { name: 'rate', type: number, values: [1] },
      ],
    });
    const { result } = decodeTraffic([table], { targetGroup: 'zone' });
    expect(result?.history.nodes.ids).toEqual(['edge/web', 'eu/api']);
  });

  it('R36: says which fields there are where no source and target is found', () => {
    const table = createDataFrame({
      fields: [
        { name: 'a', type: string, values: ['x'] },
        { name: 'b', type: number, values: [1], labels: { pod: 'p' } },
      ],
    });
    expect(decodeTraffic([table])).toEqual({
      problem: 'This data has no source and target; fields found: a, b, pod. Choose them in the panel options → Data.',
    });
    expect(decodeTraffic([table], { source: 'nowhere', target: 'a' }).problem).toContain('no field or label "nowhere"');
  });

  it('R37: lays more than 500 times on an even grid', () => {
    const count = 2000;
    const table = createDataFrame({
      fields: [
        { name: 'Time', type: time, values: Array.from({ length: count }, (_, row) => row * 1000) },
        { name: 'source', type: string, values: new Array(count).fill('web') },
        { name: 'target', type: string, values: new Array(count).fill('api') },
        { name: 'p95', type: number, values: Array.from({ length: count }, (_, row) => row) },
        { name: 'rate', type: number, values: new Array(count).fill(1) },
      ],
    });
    const { result } = decodeTraffic([table]);
    expect(result?.history.times).toHaveLength(500);
    expect(result?.history.edges.p95?.[499]).toBe(1999);
  });
});

describe('R38: much data of others', () => {
  const COUNT = 12_000;
  const names = (prefix: string) => Array.from({ length: COUNT }, (_, row) => `${prefix}${row % 100}`);
  const rates = Array.from({ length: COUNT }, (_, row) => row % 7);
  const table = createDataFrame({
    fields: [
      { name: 'source', type: string, values: names('web-') },
      { name: 'target', type: string, values: names('api-') },
      { name: 'rate', type: number, values: rates },
    ],
  });
  const graph = [
    createDataFrame({
      fields: [
        { name: 'id', type: string, values: rates.map((_, row) => `api-${row}`) },
        { name: 'arc__failed', type: number, values: rates },
      ],
    }),
    createDataFrame({
      fields: [
        { name: 'id', type: string, values: rates.map((_, row) => `edge-${row}`) },
        { name: 'source', type: string, values: names('web-') },
        { name: 'target', type: string, values: names('api-') },
        { name: 'mainstat', type: number, values: rates, config: { unit: 'reqps' } },
      ],
    }),
  ];
  const series = createDataFrame({
    fields: [
      { name: 'Time', type: time, values: rates.map((_, row) => row * 1000) },
      { name: 'rate', type: number, values: rates, labels: { source: 'web', target: 'api' } },
    ],
  });

  /** What frames come to in steps, and the most cells of their last fields that one step reads. */
  function counted(frames: readonly DataFrame[]) {
    let read = 0;
    let most = 0;
    const watched = frames.map((frame) => ({
      ...frame,
      fields: frame.fields.map((field, index) => ({
        ...field,
        values: new Proxy(field.values, {
          get: (values, key, receiver) => {
            read += index === frame.fields.length - 1 && typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
            return Reflect.get(values, key, receiver) as unknown;
          },
        }),
      })),
    }));
    const run = (steps: Steps<Decoded>): Decoded => {
      for (;;) {
        read = 0;
        const step = steps.next();
        most = Math.max(most, read);
        if (step.done) {
          return step.value;
        }
      }
    };
    return { decoded: run(decodeSteps(watched)), most };
  }

  it.each([
    ['a table', [table]],
    ['a Node Graph', graph],
    ['series', [series]],
  ])('%s is read in steps of some thousand rows, and comes to what it does at once', (_name, frames) => {
    const { decoded, most } = counted(frames);
    expect(decoded.result).toBeDefined();
    expect(decoded).toEqual(decodeTraffic(frames));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(5000);
  });
});
