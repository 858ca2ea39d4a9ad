import type { TrafficHistory } from '../model/history';

/** The latency metrics a subject may have. */
export type LatencyName = 'p50' | 'p95' | 'p99';

/**
 * What rules look at: the traffic of one edge, node or group over the buckets of a history. NaN means no data.
 * An optional metric is absent where the history has none.
 */
export interface SubjectTraffic {
  /** Requests per second by class. */
  readonly rates: readonly Float64Array[];
  /** Of all classes. */
  readonly rate: Float64Array;
  readonly errorRatio: Float64Array;
  readonly p50?: Float64Array;
  readonly p95?: Float64Array;
  readonly p99?: Float64Array;
  readonly bytes?: Float64Array;
}

/** A subject's traffic while edges are added to it, one bucket array a metric, used again for the next subject. */
export interface TrafficAccumulator {
  readonly clear: () => void;
  readonly add: (edge: number) => void;
  /** Reads what was added. Valid until the next `clear`. */
  readonly read: () => SubjectTraffic;
}

const LATENCIES = ['p50', 'p95', 'p99'] as const;

function addAt(column: Float64Array, bucket: number, value: number): void {
  if (value === value) {
    column[bucket] = column[bucket] === column[bucket] ? column[bucket] + value : value;
  }
}

function raiseAt(column: Float64Array, bucket: number, value: number): void {
  if (value === value && !(column[bucket] >= value)) {
    column[bucket] = value;
  }
}

/** Adds edges up: rates and bytes add, the error ratio is weighted by rate, latencies take the maximum. */
export function createAccumulator(history: TrafficHistory): TrafficAccumulator {
  const { edges, classes } = history;
  const buckets = history.times.length;
  const column = (): Float64Array => new Float64Array(buckets).fill(NaN);
  const rates = classes.map(column);
  const rate = column();
  const errorRatio = column();
  const failed = column();
  const known = column();
  const bytes = edges.bytes === undefined ? undefined : column();
  const latencies = LATENCIES.map((name) => ({ name, edge: edges[name], own: column() })).filter(
    ({ edge }) => edge !== undefined
  );
  const traffic: SubjectTraffic = {
    rates,
    rate,
    errorRatio,
    bytes,
    ...Object.fromEntries(latencies.map(({ name, own }) => [name, own])),
  };

  const clear = (): void => {
    for (const each of [...rates, rate, errorRatio, failed, known, ...latencies.map(({ own }) => own)]) {
      each.fill(NaN);
    }
    bytes?.fill(NaN);
  };
  const add = (edge: number): void => {
    const start = edge * buckets;
    for (let bucket = 0; bucket < buckets; bucket++) {
      let total = NaN;
      for (let row = 0; row < rates.length; row++) {
        const value = edges.rates[row][start + bucket];
        if (value === value) {
          total = total === total ? total + value : value;
          addAt(rates[row], bucket, value);
        }
      }
      addAt(rate, bucket, total);
      const ratio = edges.errorRatio[start + bucket];
      if (ratio === ratio) {
        const weight = total === total ? total : 0;
        addAt(failed, bucket, ratio * weight);
        addAt(known, bucket, weight);
        raiseAt(errorRatio, bucket, ratio);
      }
      if (bytes !== undefined && edges.bytes !== undefined) {
        addAt(bytes, bucket, edges.bytes[start + bucket]);
      }
    }
    for (const { edge: values, own } of latencies) {
      for (let bucket = 0; values !== undefined && bucket < buckets; bucket++) {
        raiseAt(own, bucket, values[start + bucket]);
      }
    }
  };
  const read = (): SubjectTraffic => {
    for (let bucket = 0; bucket < buckets; bucket++) {
      if (known[bucket] > 0) {
        errorRatio[bucket] = failed[bucket] / known[bucket];
      }
    }
    return traffic;
  };
  clear();
  return { clear, add, read };
}
