import { DEFAULT_CLASSES } from '../../src/core/model/definition';
import type { TrafficHistory } from '../../src/core/model/history';
import { edgeId, nodeId } from '../../src/core/model/ids';
import type { TrafficResult } from '../../src/core/model/result';
import { STATE_DANGER, STATE_NO_DATA } from '../../src/core/model/state';

/** Three services, three edges and two minutes; the edge to the odd name has no newest sample. */
export function smallResult(): TrafficResult {
  const groups = [
    ['eu', 'shop'],
    ['eu', 'shop'],
    ['eu', 'a/b % c'],
  ];
  const names = ['checkout', 'gateway', 'odd <b>"/→'];
  const ids = names.map((name, node) => nodeId(groups[node], name));
  const edges: ReadonlyArray<readonly [number, number, string]> = [
    [0, 2, 'grpc'],
    [1, 0, 'http'],
    [1, 2, ''],
  ];
  const history: TrafficHistory = {
    times: Float64Array.of(60_000, 120_000),
    classes: DEFAULT_CLASSES,
    nodes: {
      ids,
      names,
      groups,
      kinds: ['service', 'gateway', 'database'],
      seenIn: [['mesh', 'statsd'], ['mesh'], ['mesh']],
    },
    edges: {
      ids: edges.map(([source, target, protocol]) => edgeId(ids[source], ids[target], protocol)),
      source: Int32Array.from(edges, ([source]) => source),
      target: Int32Array.from(edges, ([, target]) => target),
      protocols: edges.map(([, , protocol]) => protocol),
      seenIn: [['mesh'], ['mesh', 'statsd'], ['mesh']],
      rates: [
        Float32Array.of(1, NaN, 6, 12, 3, 3),
        Float32Array.of(0, NaN, 1, 1, 0, 0),
        Float32Array.of(1, NaN, 2, 3, 0, 1),
      ],
      errorRatio: Float32Array.of(0.5, NaN, 0.25, 0.1875, 0, 0.25),
      p95: Float32Array.of(0.5, NaN, 0.25, 0.125, NaN, 2),
      bytes: Float32Array.of(100, NaN, 200, 300, 400, 500),
    },
  };
  return {
    history,
    thresholds: [
      { scope: 'edge', metric: 'errorRatio', direction: 'above', warning: 0.01, danger: 0.05, holdSeconds: 60 },
    ],
    states: {
      edges: Uint8Array.of(STATE_DANGER, STATE_NO_DATA, 1, 2, 0, 0),
      nodes: Uint8Array.of(0, 2, 0, 0, 1, STATE_NO_DATA),
      groupPaths: ['eu', 'eu/shop'],
      groups: Uint8Array.of(0, 2, 1, 2),
      transitions: [
        {
          scope: 'edge',
          subject: 'x',
          from: 1,
          to: 2,
          time: 120_000,
          value: 0.19,
          rule: { scope: 'edge', metric: 'errorRatio', direction: 'above', danger: 0.05 },
        },
      ],
    },
    notices: [{ severity: 'warning', text: 'Graphite is slow', upstream: 'Graphite', link: 'https://example.org/' }],
    counts: [{ definitionId: 'mesh', series: 9, samples: 18, missingLabel: { source: 2 }, badSamples: 1, edges: 3 }],
  };
}

/** The same services, whose flows are told in bytes alone: no requests, no errors, no latency. */
export function bytesOnlyResult(): TrafficResult {
  const result = smallResult();
  const { edges } = result.history;
  const unknown = (column: Float32Array): Float32Array => column.map(() => NaN);
  return {
    ...result,
    history: {
      ...result.history,
      edges: { ...edges, rates: edges.rates.map(unknown), errorRatio: unknown(edges.errorRatio), p95: undefined },
    },
  };
}

/** The same query, of which nothing came: no services, no edges, and the times that were asked for. */
export function emptyResult(): TrafficResult {
  const { history, states, ...rest } = smallResult();
  const none = new Uint8Array(0);
  return {
    ...rest,
    states: { ...states, edges: none, nodes: none, groupPaths: [], groups: none, transitions: [] },
    history: {
      ...history,
      nodes: { ids: [], names: [], groups: [], kinds: [], seenIn: [] },
      edges: {
        ids: [],
        source: new Int32Array(0),
        target: new Int32Array(0),
        protocols: [],
        seenIn: [],
        rates: history.classes.map(() => new Float32Array(0)),
        errorRatio: new Float32Array(0),
      },
    },
  };
}
