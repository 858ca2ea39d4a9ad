import type { TrafficHistory } from '../model/history';

/**
 * V32: the history with what is usual of each edge in every bucket, as thresholds judge it (T19): its baseline, or, where
 * that is unknown, the mean of its known rates in all earlier buckets. NaN where there is neither.
 */
export function withUsualRates(history: TrafficHistory): TrafficHistory {
  const { edges, times } = history;
  const buckets = times.length;
  const usual = new Float32Array(edges.ids.length * buckets);
  for (let edge = 0; edge < edges.ids.length; edge++) {
    let sum = 0;
    let count = 0;
    for (let bucket = 0, cell = edge * buckets; bucket < buckets; bucket++, cell++) {
      const baseline = edges.baseline?.[cell] ?? NaN;
      usual[cell] = Number.isNaN(baseline) ? sum / count : baseline;
      let rate = NaN;
      for (const { [cell]: part } of edges.rates) {
        rate = Number.isNaN(part) ? rate : Number.isNaN(rate) ? part : rate + part;
      }
      if (!Number.isNaN(rate)) {
        sum += rate;
        count++;
      }
    }
  }
  return { ...history, edges: { ...edges, baseline: usual } };
}
