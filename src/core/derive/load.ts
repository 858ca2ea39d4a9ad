import type { TrafficHistory } from '../model/history';
import { LOAD_NAME, type NodeMetric } from '../model/nodeMetric';
import { speakingEdges } from '../thresholds/subjects';

import { emptyColumn } from './definitionColumns';

/** The tightest of several capacities: what is used up first decides. */
function tightest(metrics: readonly NodeMetric[]): Float32Array | undefined {
  const capacities = metrics.filter(({ kind }) => kind === 'capacity').map(({ values }) => values);
  return capacities.length < 2
    ? capacities[0]
    : capacities[0].map((first, cell) =>
        capacities.reduce((least, { [cell]: each }) => (each < least || least !== least ? each : least), first)
      );
}

function totalAt({ edges }: TrafficHistory, cell: number): number {
  return edges.rates.reduce((sum, { [cell]: rate }) => (rate === rate ? (sum === sum ? sum + rate : rate) : sum), NaN);
}

/**
 * The metrics of a history's nodes with their load beside them, where a capacity is known: requests by capacity. Requests
 * are those that a node is judged by: what comes in, or what goes out where nobody calls it.
 */
export function withLoad(history: TrafficHistory): TrafficHistory {
  const { nodes, times } = history;
  const { metrics = [] } = nodes;
  const capacity = tightest(metrics);
  if (capacity === undefined) {
    return history;
  }
  const buckets = times.length;
  const own = nodes.ids.map((_, row) => [row]);
  const { start, edges } = speakingEdges(history, own.length, (node) => own[node]);
  const values = emptyColumn(own.length, buckets);
  for (let node = 0; node < own.length; node++) {
    for (let bucket = 0; bucket < buckets; bucket++) {
      const cell = node * buckets + bucket;
      if (!(capacity[cell] > 0)) {
        continue;
      }
      let rate = NaN;
      for (let index = start[node]; index < start[node + 1]; index++) {
        const total = totalAt(history, edges[index] * buckets + bucket);
        rate = total !== total ? rate : rate === rate ? rate + total : total;
      }
      values[cell] = rate / capacity[cell];
    }
  }
  const load: NodeMetric = { name: LOAD_NAME, kind: 'load', unit: 'percentunit', values };
  return { ...history, nodes: { ...nodes, metrics: [...metrics, load] } };
}
