import type { TrafficHistory } from '../model/history';
import { edgeId } from '../model/ids';
import type { NodeMetric } from '../model/nodeMetric';

/** An edge of a history for tests; series shorter than the times are filled with no data. */
export interface TestEdge {
  readonly from: string;
  readonly to: string;
  readonly rate?: readonly number[];
  readonly danger?: readonly number[];
  readonly errorRatio?: readonly number[];
  readonly p95?: readonly number[];
  readonly bytes?: readonly number[];
  readonly baseline?: readonly number[];
}

export const STEP_SECONDS = 15;

/** A history of buckets 15 seconds apart, of nodes whose ids are `group/name`. */
export function historyOf(edges: readonly TestEdge[], buckets: number, firstBucket = 0): TrafficHistory {
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
  const column = (read: (edge: TestEdge) => readonly number[] | undefined): Float32Array =>
    Float32Array.from(
      edges.flatMap((edge) => Array.from({ length: buckets }, (_, bucket) => read(edge)?.[bucket] ?? NaN))
    );
  const seenIn = ['mesh'];
  return {
    times: Float64Array.from({ length: buckets }, (_, bucket) => (firstBucket + bucket + 1) * STEP_SECONDS * 1000),
    classes: [
      { name: 'normal', severity: 'normal' },
      { name: 'danger', severity: 'danger' },
    ],
    nodes: {
      ids,
      names: ids.map((id) => id.split('/').slice(-1)[0]),
      groups: ids.map((id) => id.split('/').slice(0, -1)),
      kinds: ids.map(() => 'service'),
      seenIn: ids.map(() => seenIn),
    },
    edges: {
      ids: edges.map(({ from, to }) => edgeId(from, to)),
      source: Int32Array.from(edges, ({ from }) => ids.indexOf(from)),
      target: Int32Array.from(edges, ({ to }) => ids.indexOf(to)),
      protocols: edges.map(() => ''),
      seenIn: edges.map(() => seenIn),
      rates: [column(({ rate }) => rate), column(({ rate, danger }) => danger ?? rate?.map((each) => each * 0))],
      errorRatio: column(({ errorRatio }) => errorRatio),
      p95: column(({ p95 }) => p95),
      bytes: column(({ bytes }) => bytes),
      ...(edges.some(({ baseline }) => baseline) && { baseline: column(({ baseline }) => baseline) }),
    },
  };
}

/** The same history with a metric of its nodes; those that `values` does not name have no data. */
export function withMetric(
  history: TrafficHistory,
  metric: Pick<NodeMetric, 'name' | 'kind'>,
  values: Readonly<Record<string, readonly number[]>>
): TrafficHistory {
  const { nodes, times } = history;
  const cells = nodes.ids.flatMap((id) => Array.from(times, (_, bucket) => values[id]?.[bucket] ?? NaN));
  const added: NodeMetric = { ...metric, unit: 'short', values: Float32Array.from(cells) };
  return { ...history, nodes: { ...nodes, metrics: [...(nodes.metrics ?? []), added] } };
}
