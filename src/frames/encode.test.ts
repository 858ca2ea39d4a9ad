import { FieldType, type DataFrame, type Field } from '@grafana/data';

import { bytesOnlyResult, emptyResult, smallResult } from '../../tests/support/trafficResult';
import { DEFAULT_CLASSES } from '../core/model/definition';
import type { TrafficResult } from '../core/model/result';
import { encodeTraffic } from './encode';

const [nodes, edges, history] = encodeTraffic(smallResult(), { refId: 'B' });

function field(frame: DataFrame, name: string): Field {
  const found = frame.fields.find((own) => own.name === name);
  if (!found) {
    throw new Error(`No field ${name} in ${frame.name}`);
  }
  return found;
}

const values = (frame: DataFrame, name: string): unknown[] => Array.from(field(frame, name).values);

describe('encodeTraffic', () => {
  it('R1: gives nodes, edges and history of one query', () => {
    expect([nodes, edges, history].map(({ name, refId, length }) => ({ name, refId, length }))).toEqual([
      { name: 'nodes', refId: 'B', length: 3 },
      { name: 'edges', refId: 'B', length: 3 },
      { name: 'history', refId: 'B', length: 6 },
    ]);
    expect([nodes, edges, history].map(({ meta }) => meta?.custom)).toEqual([
      { trafficIntuition: 1, part: 'nodes' },
      { trafficIntuition: 1, part: 'edges' },
      expect.objectContaining({ trafficIntuition: 1, part: 'history' }),
    ]);
  });

  it('R2: marks nodes and edges for the Node Graph, and history for nobody', () => {
    expect([nodes, edges, history].map(({ meta }) => meta?.preferredVisualisationType)).toEqual([
      'nodeGraph',
      'nodeGraph',
      undefined,
    ]);
    const names = history.fields.map(({ name }) => name);
    expect(names.filter((name) => ['id', 'source', 'target'].includes(name))).toEqual([]);
    expect(new Set(history.fields.map(({ type }) => type))).toEqual(new Set([FieldType.other]));
  });

  it('R39: tells the range of each field of numbers, from 0, so that Grafana looks for none', () => {
    const numbers = [nodes, edges].flatMap(({ fields }) => fields.filter(({ type }) => type === FieldType.number));
    expect(numbers.length).toBeGreaterThan(15);
    for (const { config, values: column } of numbers) {
      const known = column.filter((value) => value !== null);
      expect(config.min).toBeLessThanOrEqual(Math.min(0, ...known));
      expect(config.max).toBeGreaterThanOrEqual(Math.max(0, ...known));
    }
    const field = (name: string) => nodes.fields.find((each) => each.name === name)?.config;
    expect(field('mainstat')).toMatchObject({ min: 0, max: 20 });
    expect(field('arc__danger')).toMatchObject({ min: 0, max: 1 });
  });

  it('R3: gives a node what comes in now, and what goes out where nobody calls it', () => {
    expect(values(nodes, 'mainstat')).toEqual([16, 20, 4]);
    expect(values(nodes, 'secondarystat')).toEqual([0.1875, 0.2, 0.25]);
    expect(values(nodes, 'detail__p95')).toEqual([0.125, 2, 2]);
  });

  it('R4: gives a node the shares of its classes, which sum to 1', () => {
    const arcs = nodes.fields.filter(({ name }) => name.startsWith('arc__'));
    expect(arcs.map(({ name }) => name)).toEqual(['arc__normal', 'arc__warning', 'arc__danger', 'arc__noData']);
    expect(values(nodes, 'arc__danger')).toEqual([0.1875, 0.2, 0.25]);
    for (let row = 0; row < nodes.length; row++) {
      expect(arcs.reduce((sum, arc) => sum + arc.values[row], 0)).toBeCloseTo(1, 12);
    }
    expect(arcs.map(({ config }) => config.color)).toEqual(
      ['green', 'orange', 'red', 'gray'].map((fixedColor) => ({ mode: 'fixed', fixedColor }))
    );
  });

  it('R4: gives a node without traffic all to no data', () => {
    const result = smallResult();
    const silent: TrafficResult = {
      ...result,
      history: {
        ...result.history,
        edges: {
          ...result.history.edges,
          rates: result.history.edges.rates.map((rates) => rates.map(() => NaN)),
          bytes: undefined,
        },
      },
    };
    const [idle] = encodeTraffic(silent, { refId: 'A' });
    expect(values(idle, 'arc__noData')).toEqual([1, 1, 1]);
    expect(values(idle, 'mainstat')).toEqual([null, null, null]);
  });

  it('R4: has no second field for a class that is itself called noData', () => {
    const result = smallResult();
    const classes = DEFAULT_CLASSES.map((own, index) => (index === 1 ? { ...own, name: 'noData' } : own));
    const [named] = encodeTraffic({ ...result, history: { ...result.history, classes } }, { refId: 'A' });
    const names = named.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('R5: gives an edge its metrics now, with units; null where there is no data', () => {
    expect(values(edges, 'mainstat')).toEqual([null, 16, 4]);
    expect(values(edges, 'secondarystat')).toEqual([null, 0.1875, 0.25]);
    expect(values(edges, 'detail__rate__danger')).toEqual([null, 3, 1]);
    expect(values(edges, 'detail__p95')).toEqual([null, 0.125, 2]);
    expect(values(edges, 'detail__bytes')).toEqual([null, 300, 500]);
    const units = Object.fromEntries(
      edges.fields.flatMap(({ name, config }) => (config.unit ? [[name, config.unit]] : []))
    );
    expect(units).toMatchObject({
      mainstat: 'reqps',
      secondarystat: 'percentunit',
      detail__p95: 's',
      detail__bytes: 'Bps',
    });
    expect(edges.fields.map(({ name }) => name)).not.toContain('detail__p50');
  });

  it('R5: points edges at nodes by id', () => {
    expect(values(edges, 'source')).toEqual(['eu/shop/checkout', 'eu/shop/gateway', 'eu/shop/gateway']);
    expect(values(nodes, 'id')).toEqual(expect.arrayContaining(values(edges, 'target')));
  });

  it('R6: says a state by number, word, colour and dashes', () => {
    expect(values(edges, 'state')).toEqual([3, 2, 0]);
    expect(values(edges, 'detail__state')).toEqual(['noData', 'danger', 'normal']);
    const colours = values(edges, 'color');
    expect(colours[1]).not.toBe(colours[2]);
    expect(values(edges, 'strokedasharray')).toEqual(['4 4', '', '']);
    expect(field(edges, 'state').config.mappings).toHaveLength(1);
  });

  it('R7: makes edges thicker with their rate, between 1 and 8', () => {
    const [none, most, some] = values(edges, 'thickness').map(Number);
    expect([none, most]).toEqual([1, 8]);
    expect(some).toBeGreaterThan(1);
    expect(some).toBeLessThan(8);
  });

  it('R19: says bytes first where no row has a request rate, and draws lines by them', () => {
    const [ofNodes, ofEdges] = encodeTraffic(bytesOnlyResult(), { refId: 'A' });
    for (const [frame, bytes] of [
      [ofNodes, [300, 800, 500]],
      [ofEdges, [null, 300, 500]],
    ] as const) {
      expect(values(frame, 'mainstat')).toEqual(bytes);
      expect(values(frame, 'detail__bytes')).toEqual(bytes);
      expect(field(frame, 'mainstat').config).toMatchObject({ displayName: 'Bytes', unit: 'Bps' });
    }
    const [none, some, most] = values(ofEdges, 'thickness').map(Number);
    expect([none, most]).toEqual([1, 8]);
    expect(some).toBeGreaterThan(1);
    expect(some).toBeLessThan(8);
    expect(field(edges, 'mainstat').config).toMatchObject({ displayName: 'Requests', unit: 'reqps' });
  });

  it('R8: hands the history over without a copy', () => {
    const result = smallResult();
    const frame = encodeTraffic(result, { refId: 'A' })[2];
    expect(field(frame, 'errorRatio').values).toBe(result.history.edges.errorRatio);
    expect(field(frame, 'rate__danger').values).toBe(result.history.edges.rates[2]);
    expect(field(frame, 'state').values).toBe(result.states.edges);
  });

  it('R9: puts notices where Grafana shows them', () => {
    expect(nodes.meta?.notices).toEqual([
      { severity: 'warning', text: 'Graphite is slow', upstream: 'Graphite', link: 'https://example.org/' },
    ]);
    expect(edges.meta?.notices).toBeUndefined();
  });

  it('R1: encodes an empty history', () => {
    const { history, ...rest } = emptyResult();
    const edges = { ...history.edges, rates: [] };
    const empty: TrafficResult = { ...rest, history: { ...history, times: new Float64Array(0), classes: [], edges } };
    expect(encodeTraffic(empty, { refId: 'A' }).map(({ length }) => length)).toEqual([0, 0, 0]);
  });

  it('R40: puts links behind all other fields, one field a link', () => {
    const links = {
      nodes: [{ title: 'Logs of ${__data.fields.title}', url: '${__value.raw:raw}', values: ['/a', null, '/c'] }],
      edges: [],
    };
    const [linkedNodes, linkedEdges] = encodeTraffic(smallResult(), { refId: 'B', links });
    expect(linkedNodes.fields.slice(0, -1).map(({ name }) => name)).toEqual(nodes.fields.map(({ name }) => name));
    expect(linkedNodes.fields[linkedNodes.fields.length - 1]).toMatchObject({
      name: 'link__0',
      config: { links: [{ title: 'Logs of ${__data.fields.title}', url: '${__value.raw:raw}', targetBlank: false }] },
      values: ['/a', null, '/c'],
    });
    expect(linkedEdges.fields.map(({ name }) => name)).toEqual(edges.fields.map(({ name }) => name));
  });
});
