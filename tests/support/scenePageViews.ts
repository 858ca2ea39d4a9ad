import { DEFAULT_CLASSES } from '../../src/core/model/definition';
import type { NodeKind } from '../../src/core/model/history';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING } from '../../src/core/model/state';
import type { TrafficView } from '../../src/core/model/view';
import { makeGraph, type GraphSize } from './graphs';
import { seededRandom } from './random';

export interface ViewNode {
  readonly id: string;
  readonly kind?: NodeKind;
  readonly path?: readonly string[];
  readonly members?: number;
  readonly outside?: boolean;
  readonly state?: number;
  /** Requests by what it can serve. */
  readonly load?: number;
  /** normal, warning, danger in requests per second. */
  readonly rates: readonly [number, number, number];
}

export interface ViewEdge {
  readonly source: string;
  readonly target: string;
  readonly protocol?: string;
  readonly state?: number;
  readonly rates: readonly [number, number, number];
  /** Seconds. */
  readonly p50?: number;
  /** Bytes per second. */
  readonly bytes?: number;
  /** Milliseconds. */
  readonly staleSince?: number;
}

/** A view of nodes and edges as a test names them. */
export function viewOf(nodes: readonly ViewNode[], edges: readonly ViewEdge[]): TrafficView {
  const rows = new Map(nodes.map((node, row) => [node.id, row]));
  const errors = (rates: readonly [number, number, number]) => rates[2] / (rates[0] + rates[1] + rates[2]);
  const latency = (factor: number) => Float32Array.from(edges, (edge) => (edge.p50 ?? NaN) * factor);
  return {
    time: 0,
    path: [],
    classes: DEFAULT_CLASSES,
    nodes: {
      count: nodes.length,
      ids: nodes.map((node) => node.id),
      names: nodes.map((node) => node.id.split('/').pop() ?? ''),
      kinds: nodes.map((node) => node.kind ?? 'service'),
      paths: nodes.map((node) => node.path ?? []),
      members: Int32Array.from(nodes, (node) => node.members ?? 1),
      outside: Uint8Array.from(nodes, (node) => (node.outside ? 1 : 0)),
      rates: Float32Array.from(nodes.flatMap((node) => node.rates)),
      errorRatio: Float32Array.from(nodes, (node) => errors(node.rates)),
      p95: Float32Array.from(nodes, () => NaN),
      states: Uint8Array.from(nodes, (node) => node.state ?? STATE_NORMAL),
      metrics: nodes.some(({ load }) => load !== undefined)
        ? [
            {
              name: 'load',
              kind: 'load',
              unit: 'percentunit',
              values: Float32Array.from(nodes, ({ load }) => load ?? NaN),
            },
          ]
        : undefined,
    },
    edges: {
      count: edges.length,
      ids: edges.map((edge) => `${edge.source}→${edge.target}${edge.protocol ? `:${edge.protocol}` : ''}`),
      source: Int32Array.from(edges, (edge) => rows.get(edge.source) ?? -1),
      target: Int32Array.from(edges, (edge) => rows.get(edge.target) ?? -1),
      members: Int32Array.from(edges, () => 1),
      rates: Float32Array.from(edges.flatMap((edge) => edge.rates)),
      errorRatio: Float32Array.from(edges, (edge) => errors(edge.rates)),
      p50: latency(1),
      p95: latency(2.5),
      p99: latency(5),
      bytes: Float32Array.from(edges, (edge) => edge.bytes ?? NaN),
      staleSince: Float64Array.from(edges, (edge) => edge.staleSince ?? NaN),
      states: Uint8Array.from(edges, (edge) => edge.state ?? STATE_NORMAL),
    },
  };
}

/** Warning and danger shares of an edge, and the state that goes with them. */
function health(luck: number): { readonly warning: number; readonly danger: number; readonly state: number } {
  if (luck < 0.04) {
    return { warning: 0.05, danger: 0.25, state: STATE_DANGER };
  }
  if (luck < 0.1) {
    return { warning: 0.15, danger: 0.02, state: STATE_WARNING };
  }
  return { warning: luck < 0.4 ? 0.02 : 0, danger: luck < 0.2 ? 0.003 : 0, state: STATE_NORMAL };
}

/** A seeded graph as a view: some edges fail, a few are idle or without data. `round` changes rates only. */
export function graphView(
  size: GraphSize | readonly [number, number],
  seed: number,
  round = 0,
  flat = false
): TrafficView {
  const graph = makeGraph(size, seed);
  const random = seededRandom(seed + 17);
  const vary = seededRandom(seed * 31 + round);
  const sums = graph.ids.map(() => [0, 0, 0]);
  const edges = Array.from(graph.source, (from, row): ViewEdge => {
    const to = graph.target[row];
    const { warning, danger, state } = health(random());
    const luck = random();
    const rate = graph.rate[row] * (round === 0 ? 1 : 0.7 + 0.6 * vary());
    const rates: [number, number, number] =
      luck < 0.02
        ? [NaN, NaN, NaN]
        : luck < 0.05
          ? [0, 0, 0]
          : [rate * (1 - warning - danger), rate * warning, rate * danger];
    if (luck >= 0.05) {
      rates.forEach((value, column) => (sums[to][column] += value));
    }
    return {
      source: graph.ids[from],
      target: graph.ids[to],
      state: luck < 0.02 ? STATE_NO_DATA : luck < 0.05 ? STATE_NORMAL : state,
      rates,
      p50: 0.002 * 10 ** (random() * 2.5),
    };
  });
  const called = new Set(graph.target);
  const nodes = graph.ids.map((id, row): ViewNode => {
    const own: [number, number, number] = called.has(row) ? [sums[row][0], sums[row][1], sums[row][2]] : [80, 0, 0];
    const total = own[0] + own[1] + own[2];
    const state = own[2] / total > 0.05 ? STATE_DANGER : own[2] / total > 0.01 ? STATE_WARNING : STATE_NORMAL;
    return { id, kind: graph.kinds[row], path: flat ? [] : graph.groups[row], rates: own, state };
  });
  return viewOf(nodes, edges);
}

/** A view with the services of even rows only, and the edges between them: as a filter leaves it. */
export function everySecond({ nodes, edges, ...view }: TrafficView): TrafficView {
  const isKept = (row: number) => row % 2 === 0;
  const nodeRows = nodes.ids.flatMap((_, row) => (isKept(row) ? [row] : []));
  const edgeRows = edges.ids.flatMap((_, row) => (isKept(edges.source[row]) && isKept(edges.target[row]) ? [row] : []));
  const width = view.classes.length;
  const pick = <T>(rows: readonly number[], column: { readonly [row: number]: T }): T[] =>
    rows.map((row) => column[row]);
  const ratesOf = (rows: readonly number[], rates: Float32Array) =>
    Float32Array.from(rows.flatMap((row) => [...rates.subarray(row * width, (row + 1) * width)]));
  return {
    ...view,
    nodes: {
      count: nodeRows.length,
      ids: pick(nodeRows, nodes.ids),
      names: pick(nodeRows, nodes.names),
      kinds: pick(nodeRows, nodes.kinds),
      paths: pick(nodeRows, nodes.paths),
      members: Int32Array.from(pick(nodeRows, nodes.members)),
      outside: Uint8Array.from(pick(nodeRows, nodes.outside)),
      rates: ratesOf(nodeRows, nodes.rates),
      errorRatio: Float32Array.from(pick(nodeRows, nodes.errorRatio)),
      p95: Float32Array.from(pick(nodeRows, nodes.p95)),
      states: Uint8Array.from(pick(nodeRows, nodes.states)),
    },
    edges: {
      count: edgeRows.length,
      ids: pick(edgeRows, edges.ids),
      source: Int32Array.from(pick(edgeRows, edges.source), (row) => row / 2),
      target: Int32Array.from(pick(edgeRows, edges.target), (row) => row / 2),
      members: Int32Array.from(pick(edgeRows, edges.members)),
      rates: ratesOf(edgeRows, edges.rates),
      errorRatio: Float32Array.from(pick(edgeRows, edges.errorRatio)),
      p50: Float32Array.from(pick(edgeRows, edges.p50)),
      p95: Float32Array.from(pick(edgeRows, edges.p95)),
      p99: Float32Array.from(pick(edgeRows, edges.p99)),
      bytes: Float32Array.from(pick(edgeRows, edges.bytes)),
      staleSince: edges.staleSince && Float64Array.from(pick(edgeRows, edges.staleSince)),
      states: Uint8Array.from(pick(edgeRows, edges.states)),
    },
  };
}
