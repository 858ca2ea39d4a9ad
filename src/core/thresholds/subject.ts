import type { EdgeColumn, TrafficHistory } from '../model/history';

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
  /** 1 for buckets in which any metric has a value. */
  readonly present: Uint8Array;
}

/** A subject's traffic while edges are added to it, one bucket array a metric, used again for the next subject. */
export interface TrafficAccumulator {
  readonly clear: () => void;
  readonly add: (edge: number) => void;
  /** Reads what was added. Valid until the next `clear`. */
  readonly read: () => SubjectTraffic;
}

const LATENCIES = ['p50', 'p95', 'p99'] as const;

function addColumn(to: Float64Array, from: EdgeColumn, start: number): void {
  for (let bucket = 0; bucket < to.length; bucket++) {
    const value = from[start + bucket];
    if (value === value) {
      to[bucket] = to[bucket] === to[bucket] ? to[bucket] + value : value;
    }
  }
}

function raiseColumn(to: Float64Array, from: EdgeColumn, start: number): void {
  for (let bucket = 0; bucket < to.length; bucket++) {
    const value = from[start + bucket];
    if (value === value && !(to[bucket] >= value)) {
      to[bucket] = value;
    }
  }
}

/** Adds edges up: rates and bytes add, the error ratio is weighted by rate, latencies take the maximum. */
export function createAccumulator(history: TrafficHistory): TrafficAccumulator {
  const { edges, classes } = history;
  const buckets = history.times.length;
  const column = (): Float64Array => new Float64Array(buckets);
  const rates = classes.map(column);
  const rate = column();
  const errorRatio = column();
  const failed = column();
  const known = column();
  const totals = column();
  const present = new Uint8Array(buckets);
  const bytes = edges.bytes === undefined ? [] : [{ from: edges.bytes, to: column() }];
  const latencies = LATENCIES.flatMap((name) => {
    const from = edges[name];
    return from === undefined ? [] : [{ name, from, to: column() }];
  });
  const traffic: SubjectTraffic = {
    rates,
    rate,
    errorRatio,
    bytes: bytes[0]?.to,
    ...Object.fromEntries(latencies.map(({ name, to }) => [name, to])),
    present,
  };
  const columns = [...rates, rate, errorRatio, ...bytes.map(({ to }) => to), ...latencies.map(({ to }) => to)];

  const clear = (): void => {
    columns.forEach((each) => each.fill(NaN));
    failed.fill(0);
    known.fill(0);
    present.fill(0);
  };
  const add = (edge: number): void => {
    const start = edge * buckets;
    totals.fill(NaN);
    for (let row = 0; row < rates.length; row++) {
      addColumn(rates[row], edges.rates[row], start);
      addColumn(totals, edges.rates[row], start);
    }
    for (let bucket = 0; bucket < buckets; bucket++) {
      const total = totals[bucket];
      const ratio = edges.errorRatio[start + bucket];
      if (total === total) {
        rate[bucket] = rate[bucket] === rate[bucket] ? rate[bucket] + total : total;
        if (ratio === ratio) {
          failed[bucket] += ratio * total;
          known[bucket] += total;
        }
      }
    }
    raiseColumn(errorRatio, edges.errorRatio, start);
    bytes.forEach(({ from, to }) => addColumn(to, from, start));
    latencies.forEach(({ from, to }) => raiseColumn(to, from, start));
  };
  const read = (): SubjectTraffic => {
    for (let bucket = 0; bucket < buckets; bucket++) {
      if (known[bucket] > 0) {
        errorRatio[bucket] = failed[bucket] / known[bucket];
      }
    }
    for (const each of columns) {
      for (let bucket = 0; bucket < buckets; bucket++) {
        if (each[bucket] === each[bucket]) {
          present[bucket] = 1;
        }
      }
    }
    return traffic;
  };
  clear();
  return { clear, add, read };
}
