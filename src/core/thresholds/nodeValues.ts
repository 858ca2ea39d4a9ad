import type { TrafficHistory } from '../model/history';
import type { NodeMetric } from '../model/nodeMetric';
import type { ThresholdDirection } from '../model/threshold';

/** Values of some of a subject's metrics of services, one a bucket: the worst of all that it is made of. */
export type NodeValues = (
  wanted: (metric: NodeMetric) => boolean,
  direction: ThresholdDirection
) => Float64Array | undefined;

/** A value that tells of the service itself, and not only of what it could do. */
function isSign({ kind }: NodeMetric): boolean {
  return kind === 'saturation' || kind === 'custom';
}

/** The metrics of some nodes; undefined where the history has none. */
export function nodeValuesOf({ nodes, times }: TrafficHistory, rows: readonly number[]): NodeValues | undefined {
  const { metrics } = nodes;
  if (metrics === undefined) {
    return undefined;
  }
  return (wanted, direction) => {
    const found = metrics.filter(wanted);
    if (found.length === 0) {
      return undefined;
    }
    const worst = new Float64Array(times.length).fill(NaN);
    for (const { values } of found) {
      for (const row of rows) {
        for (let bucket = 0, cell = row * times.length; bucket < worst.length; bucket++, cell++) {
          const value = values[cell];
          const isWorse = direction === 'above' ? value > worst[bucket] : value < worst[bucket];
          if (isWorse || worst[bucket] !== worst[bucket]) {
            worst[bucket] = value;
          }
        }
      }
    }
    return worst;
  };
}

/** Flags the buckets, from `offset` on, in which a subject has a value of its own, whether there is traffic or not. */
export function markPresent(present: Uint8Array, offset: number, values: NodeValues | undefined): void {
  values?.(isSign, 'above')?.forEach((value, bucket) => {
    if (value === value) {
      present[offset + bucket] = 1;
    }
  });
}
