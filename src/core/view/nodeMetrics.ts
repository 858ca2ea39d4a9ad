import type { NodeMetric } from '../model/nodeMetric';

/**
 * Metrics of parts brought together in rows: capacities add up, and are unknown where that of any part is; of others the
 * largest holds, for it is what runs out first.
 *
 * @param valueOf value of a metric for a part
 * @param rowOf row of each part
 */
export function joinMetrics(
  metrics: readonly NodeMetric[] | undefined,
  valueOf: (metric: NodeMetric, part: number) => number,
  rowOf: Int32Array,
  rows: number
): readonly NodeMetric[] | undefined {
  return metrics?.map((metric) => {
    const isSum = metric.kind === 'capacity';
    const values = new Float32Array(rows).fill(NaN);
    const some = new Uint8Array(rows);
    rowOf.forEach((row, part) => {
      const value = valueOf(metric, part);
      if (some[row] === 0) {
        values[row] = value;
      } else if (isSum) {
        values[row] += value;
      } else if (!(values[row] >= value)) {
        values[row] = value === value ? value : values[row];
      }
      some[row] = 1;
    });
    return { ...metric, values };
  });
}
