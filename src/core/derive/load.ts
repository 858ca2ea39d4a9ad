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
  const { start, subjects } = speakingEdges(history, own.length, (node) => own[node]);
  const rates = new Float64Array(own.length * buckets).fill(NaN);
  for (let edge = 0; edge < start.length - 1; edge++) {
    for (let index = start[edge]; index < start[edge + 1]; index++) {
      for (let bucket = 0, cell = subjects[index] * buckets; bucket < buckets; bucket++, cell++) {
        const total = capacity[cell] > 0 ? totalAt(history, edge * buckets + bucket) : NaN;
        rates[cell] = total !== total ? rates[cell] : rates[cell] === rates[cell] ? rates[cell] + total : total;
      }
    }
  }
  const values = emptyColumn(own.length, buckets);
  for (let cell = 0; cell < values.length; cell++) {
    values[cell] = rates[cell] / capacity[cell];
  }
  const load: NodeMetric = { name: LOAD_NAME, kind: 'load', unit: 'percentunit', values };
  return { ...history, nodes: { ...nodes, metrics: [...metrics, load] } };
}
