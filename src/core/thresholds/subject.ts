import type { EdgeColumn, TrafficHistory } from '../model/history';

import type { NodeValues } from './nodeValues';

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
  /** Requests per second at the same time of an earlier day or week. */
  readonly baseline?: Float64Array;
  /** Metrics of the services themselves; an edge has none. */
  readonly nodeValues?: NodeValues;
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

function addColumn(to: Float64Array, from: EdgeColumn, start: number, isFirst: boolean): void {
  if (isFirst) {
    to.set(from.subarray(start, start + to.length));
    return;
  }
  for (let bucket = 0; bucket < to.length; bucket++) {
    const value = from[start + bucket];
    if (value === value) {
      to[bucket] = to[bucket] === to[bucket] ? to[bucket] + value : value;
    }
  }
}

function raiseColumn(to: Float64Array, from: EdgeColumn, start: number, isFirst: boolean): void {
  if (isFirst) {
    to.set(from.subarray(start, start + to.length));
    return;
  }
  for (let bucket = 0; bucket < to.length; bucket++) {
    const value = from[start + bucket];
    if (value === value && !(to[bucket] >= value)) {
      to[bucket] = value;
    }
  }
}

/** Requests per second of all classes, edge × bucket. */
function totalRates(rates: readonly EdgeColumn[], cells: number): EdgeColumn {
  const totals = rates.length === 0 ? new Float32Array(cells).fill(NaN) : rates[0].slice();
  for (const column of rates.slice(1)) {
    for (let cell = 0; cell < cells; cell++) {
      const rate = column[cell];
      if (rate === rate) {
        totals[cell] = totals[cell] === totals[cell] ? totals[cell] + rate : rate;
      }
    }
  }
  return totals;
}

/**
 * Adds edges up: rates and bytes add, the error ratio is weighted by rate, latencies take the maximum.
 *
 * @param withClasses whether rates by class are asked for; otherwise they stay without values
 */
export function createAccumulator(history: TrafficHistory, withClasses: boolean): TrafficAccumulator {
  const { edges, classes } = history;
  const buckets = history.times.length;
  const totals = totalRates(edges.rates, edges.ids.length * buckets);
  const column = (): Float64Array => new Float64Array(buckets);
  const rates = classes.map(column);
  const rate = column();
  const errorRatio = column();
  const failed = column();
  const known = column();
  const present = new Uint8Array(buckets);
  const bytes = edges.bytes === undefined ? [] : [{ from: edges.bytes, to: column() }];
  // What was there in earlier days is no sign that a subject is there now.
  const baseline = edges.baseline === undefined ? [] : [{ from: edges.baseline, to: column() }];
  const latencies = LATENCIES.flatMap((name) => {
    const from = edges[name];
    return from === undefined ? [] : [{ name, from, to: column() }];
  });
  const adding = [
    { from: totals, to: rate },
    ...bytes,
    ...baseline,
    ...(withClasses ? rates.map((to, row) => ({ from: edges.rates[row], to })) : []),
  ];
  const rising = [{ from: edges.errorRatio, to: errorRatio }, ...latencies];
  const telling = [rate, ...bytes.map(({ to }) => to), ...rising.map(({ to }) => to)];
  const traffic: SubjectTraffic = {
    rates,
    rate,
    errorRatio,
    bytes: bytes[0]?.to,
    baseline: baseline[0]?.to,
    ...Object.fromEntries(latencies.map(({ name, to }) => [name, to])),
    present,
  };
  let count = 0;

  const clear = (): void => {
    count = 0;
    rates.forEach((each) => each.fill(NaN));
    telling.forEach((each) => each.fill(NaN));
    baseline.forEach(({ to }) => to.fill(NaN));
    present.fill(0);
  };
  const weigh = (start: number): void => {
    for (let bucket = 0; bucket < buckets; bucket++) {
      const ratio = edges.errorRatio[start + bucket];
      const total = totals[start + bucket];
      if (ratio === ratio && total === total) {
        failed[bucket] += ratio * total;
        known[bucket] += total;
      }
    }
  };
  const add = (edge: number): void => {
    const start = edge * buckets;
    const isFirst = count === 0;
    count++;
    if (isFirst) {
      failed.fill(0);
      known.fill(0);
    }
    weigh(start);
    for (const { from, to } of adding) {
      addColumn(to, from, start, isFirst);
    }
    for (const { from, to } of rising) {
      raiseColumn(to, from, start, isFirst);
    }
  };
  const read = (): SubjectTraffic => {
    for (let bucket = 0; count > 1 && bucket < buckets; bucket++) {
      if (known[bucket] > 0) {
        errorRatio[bucket] = failed[bucket] / known[bucket];
      }
    }
    for (const each of telling) {
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
