import { edgeId } from '../../model/ids';
import { STATE_DANGER, STATE_NO_DATA, STATE_WARNING, worseState } from '../../model/state';
import type { TrafficView, ViewEdges, ViewNodes } from '../../model/view';
import { joinMetrics } from '../nodeMetrics';
import { rowPairs, type RowPairs } from '../pairs';
import { staleRows } from '../stale';
import type { Clusters } from './clusters';

/** Columns of a view's rows while rows of another are added to them. */
interface Sums {
  readonly rates: Float32Array;
  readonly errorRatio: Float32Array;
  readonly failed: Float64Array;
  readonly known: Float64Array;
  readonly bytes: Float32Array;
  readonly baseline: Float32Array;
}

function createSums(rows: number, classes: number): Sums {
  return {
    rates: new Float32Array(rows * classes).fill(NaN),
    errorRatio: new Float32Array(rows).fill(NaN),
    failed: new Float64Array(rows),
    known: new Float64Array(rows),
    bytes: new Float32Array(rows).fill(NaN),
    baseline: new Float32Array(rows).fill(NaN),
  };
}

/** Adds to a row of sums; NaN adds nothing. */
function addTo(sums: Float32Array, to: number, value: number | undefined): void {
  if (value !== undefined && value === value) {
    sums[to] = sums[to] === sums[to] ? sums[to] + value : value;
  }
}

/** Adds one row of a view to a row of sums: rates and bytes add, error ratios are weighted by rates. */
function addRow(sums: Sums, to: number, from: ViewNodes | ViewEdges, row: number, classes: number): void {
  let total = 0;
  for (let index = 0; index < classes; index++) {
    const rate = from.rates[row * classes + index];
    if (rate === rate) {
      total += rate;
      addTo(sums.rates, to * classes + index, rate);
    }
  }
  addTo(sums.bytes, to, from.bytes?.[row]);
  addTo(sums.baseline, to, from.baseline?.[row]);
  const ratio = from.errorRatio[row];
  if (ratio === ratio) {
    sums.failed[to] += ratio * total;
    sums.known[to] += total;
    sums.errorRatio[to] = larger(sums.errorRatio[to], ratio);
  }
}

function finish({ errorRatio, failed, known }: Sums): void {
  for (let row = 0; row < errorRatio.length; row++) {
    if (known[row] > 0) {
      errorRatio[row] = Math.min(1, failed[row] / known[row]);
    }
  }
}

/** The larger of two numbers, of which either may be no number. */
function larger(a: number, b: number): number {
  return a >= b || b !== b ? a : b;
}

/** The distinct pairs of clusters that edges of a view are drawn between; those within a cluster are not. */
export function pairsOf(edges: ViewEdges, clusters: Clusters): RowPairs {
  const sources = edges.source.map((row) => clusters.of[row]);
  const targets = edges.target.map((row) => clusters.of[row]);
  const drawn = new Int32Array(edges.count);
  let count = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    if (sources[edge] !== targets[edge] || clusters.sizes[sources[edge]] === 1) {
      drawn[count++] = edge;
    }
  }
  return rowPairs(drawn.subarray(0, count), sources, targets, clusters.ids.length);
}

function edgesOf(view: TrafficView, clusters: Clusters, pairs: RowPairs): ViewEdges {
  const { edges, classes } = view;
  const count = pairs.source.length;
  const sums = createSums(count, classes.length);
  const unknown = () => new Float32Array(count).fill(NaN);
  const [p50, p95, p99] = [unknown(), unknown(), unknown()];
  const states = new Uint8Array(count).fill(STATE_NO_DATA);
  const members = new Int32Array(count);
  const parts = new Int32Array(count);
  for (let edge = 0; edge < edges.count; edge++) {
    const pair = pairs.pairOf[edge];
    if (pair < 0) {
      continue;
    }
    addRow(sums, pair, edges, edge, classes.length);
    p50[pair] = larger(p50[pair], edges.p50[edge]);
    p95[pair] = larger(p95[pair], edges.p95[edge]);
    p99[pair] = larger(p99[pair], edges.p99[edge]);
    states[pair] = worseState(states[pair], edges.states[edge]);
    members[pair] += edges.members[edge];
    parts[pair]++;
  }
  finish(sums);
  const ids = Array.from(pairs.source, (source, pair) => {
    const target = pairs.target[pair];
    const isOwn = parts[pair] === 1 && clusters.sizes[source] === 1 && clusters.sizes[target] === 1;
    return isOwn ? edges.ids[pairs.firstEdge[pair]] : edgeId(clusters.ids[source], clusters.ids[target]);
  });
  const { source, target } = pairs;
  const stale = staleRows(edges.staleSince, pairs.pairOf, count, view.time);
  return {
    count,
    ids,
    source,
    target,
    members,
    ...columnsOf(sums, edges),
    p50,
    p95,
    p99,
    bytes: sums.bytes,
    states,
    ...(stale && { staleSince: stale }),
  };
}

function columnsOf({ rates, errorRatio, baseline }: Sums, of: ViewNodes | ViewEdges) {
  return { rates, errorRatio, ...(of.baseline && { baseline }) };
}

/** The busiest node of each cluster. */
function busiest({ nodes, classes }: TrafficView, clusters: Clusters): Int32Array {
  const best = clusters.first.slice();
  const most = new Float64Array(clusters.ids.length).fill(-1);
  for (let row = 0; row < nodes.count; row++) {
    let total = 0;
    for (let index = row * classes.length; index < (row + 1) * classes.length; index++) {
      total += nodes.rates[index] > 0 ? nodes.rates[index] : 0;
    }
    if (total > most[clusters.of[row]]) {
      most[clusters.of[row]] = total;
      best[clusters.of[row]] = row;
    }
  }
  return best;
}

/** 1 for each node that another one calls. */
function calledNodes({ nodes, edges }: TrafficView): Uint8Array {
  const called = new Uint8Array(nodes.count);
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.source[edge] !== edges.target[edge]) {
      called[edges.target[edge]] = 1;
    }
  }
  return called;
}

function nodesOf(view: TrafficView, clusters: Clusters, states: Uint8Array): ViewNodes {
  const { nodes, classes } = view;
  const count = clusters.ids.length;
  const sums = createSums(count, classes.length);
  const called = calledNodes(view);
  const anyCalled = new Uint8Array(count);
  for (let row = 0; row < nodes.count; row++) {
    anyCalled[clusters.of[row]] |= called[row];
  }
  const members = new Int32Array(count);
  const outside = new Uint8Array(count).fill(1);
  const p95 = new Float32Array(count).fill(NaN);
  for (let row = 0; row < nodes.count; row++) {
    const to = clusters.of[row];
    if (called[row] === anyCalled[to]) {
      addRow(sums, to, nodes, row, classes.length);
      p95[to] = larger(p95[to], nodes.p95[row]);
    }
    members[to] += nodes.members[row];
    outside[to] &= nodes.outside[row];
  }
  finish(sums);
  const metrics = joinMetrics(nodes.metrics, ({ values }, row) => values[row], clusters.of, count);
  const main = busiest(view, clusters);
  const nameOf = (index: number): string => {
    const path = clusters.paths[index];
    const name = nodes.names[main[index]];
    return clusters.isGroup[index] === 1
      ? path[path.length - 1]
      : `${name} +${members[index] - nodes.members[main[index]]}`;
  };
  const isSingle = (index: number) => clusters.sizes[index] === 1;
  return {
    count,
    ids: clusters.ids,
    names: clusters.ids.map((_, index) => (isSingle(index) ? nodes.names[clusters.first[index]] : nameOf(index))),
    kinds: clusters.ids.map((_, index) => (isSingle(index) ? nodes.kinds[clusters.first[index]] : 'group')),
    paths: clusters.paths.map((path, index) => (isSingle(index) ? nodes.paths[clusters.first[index]] : path)),
    members,
    outside,
    ...columnsOf(sums, nodes),
    p95,
    ...(nodes.bytes && { bytes: sums.bytes }),
    ...(metrics && { metrics }),
    states,
  };
}

/** The worst state of each cluster's nodes and of the edges among them, and how many of these are in it. */
function statesOf({ nodes, edges }: TrafficView, clusters: Clusters, pairs: RowPairs) {
  const states = new Uint8Array(clusters.ids.length).fill(STATE_NO_DATA);
  const troubled = new Int32Array(clusters.ids.length);
  const add = (to: number, state: number) => {
    const worst = worseState(states[to], state);
    if (worst !== states[to]) {
      troubled[to] = 0;
      states[to] = worst;
    }
    troubled[to] += state === worst && (state === STATE_WARNING || state === STATE_DANGER) ? 1 : 0;
  };
  for (let row = 0; row < nodes.count; row++) {
    add(clusters.of[row], nodes.states[row]);
  }
  for (let edge = 0; edge < edges.count; edge++) {
    if (pairs.pairOf[edge] < 0) {
      add(clusters.of[edges.source[edge]], edges.states[edge]);
    }
  }
  return { states, troubled };
}

/** A view with its nodes put together, as it is seen from afar. Rules in SPEC.md. Linear in nodes and edges. */
export function aggregateView(view: TrafficView, clusters: Clusters): TrafficView {
  const pairs = pairsOf(view.edges, clusters);
  const { states, troubled } = statesOf(view, clusters, pairs);
  return {
    time: view.time,
    path: view.path,
    classes: view.classes,
    nodes: nodesOf(view, clusters, states),
    edges: edgesOf(view, clusters, pairs),
    aggregated: {
      view,
      rowOf: clusters.of,
      isNeighbours: clusters.isGroup.map((isGroup, index) => (isGroup === 0 && clusters.sizes[index] > 1 ? 1 : 0)),
      troubled,
    },
  };
}
