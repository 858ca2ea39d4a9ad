import type { TrafficHistory } from '../model/history';
import { addCells } from '../thresholds/edgeTotals';

/**
 * V32: the history with what is usual of each edge in every bucket, as thresholds judge it (T19): its baseline, or, where
 * that is unknown, the mean of its known rates in all earlier buckets. NaN where there is neither.
 */
export function withUsualRates(history: TrafficHistory): TrafficHistory {
  const { edges, times } = history;
  const buckets = times.length;
  const rates = new Float32Array(edges.ids.length * buckets).fill(NaN);
  edges.rates.forEach((column) => addCells(rates, column, 0, rates.length));
  const usual = edges.baseline ? edges.baseline.slice() : new Float32Array(rates.length).fill(NaN);
  for (let start = 0; start < rates.length; start += buckets) {
    let sum = 0;
    let count = 0;
    for (let cell = start; cell < start + buckets; cell++) {
      if (usual[cell] !== usual[cell]) {
        usual[cell] = sum / count;
      }
      if (rates[cell] === rates[cell]) {
        sum += rates[cell];
        count++;
      }
    }
  }
  return { ...history, edges: { ...edges, baseline: usual } };
}
