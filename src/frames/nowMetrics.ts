import type { EdgeColumn, TrafficHistory } from '../core/model/history';

/** The newest bucket of a history, one number an edge. NaN means no data. */
export interface EdgesNow {
  /** Requests per second, all classes together. */
  readonly rate: Float64Array;
  /** One array a class. */
  readonly classRates: readonly Float64Array[];
  readonly errorRatio: Float64Array;
  readonly p50?: Float64Array;
  readonly p95?: Float64Array;
  readonly p99?: Float64Array;
  readonly bytes?: Float64Array;
  /** Requests per second at the same time of an earlier day or week. */
  readonly baseline?: Float64Array;
}

/** The newest bucket, one number a node: what comes in, or, for a node that nobody calls, what goes out. */
export interface NodesNow {
  readonly rate: Float64Array;
  /** Node × class, row-major; 0 where there is none. */
  readonly classRates: Float64Array;
  /** Weighted by rate. */
  readonly errorRatio: Float64Array;
  /** The largest of its edges. */
  readonly p95: Float64Array;
  readonly bytes?: Float64Array;
  readonly baseline?: Float64Array;
}

/** Whether bytes are all that is known of the traffic of all rows. */
export function isBytesOnly({ rate, bytes }: Pick<EdgesNow, 'rate' | 'bytes'>): boolean {
  return bytes !== undefined && rate.every(Number.isNaN) && bytes.some((each) => !Number.isNaN(each));
}

export function edgesNow(history: TrafficHistory): EdgesNow {
  const { edges } = history;
  const buckets = history.times.length;
  const now = (column: EdgeColumn): Float64Array => {
    const values = new Float64Array(edges.ids.length).fill(NaN);
    for (let edge = 0; edge < values.length && buckets > 0; edge++) {
      values[edge] = column[edge * buckets + buckets - 1];
    }
    return values;
  };
  const classRates = edges.rates.map(now);
  return {
    rate: sumRates(classRates, edges.ids.length),
    classRates,
    errorRatio: now(edges.errorRatio),
    p50: edges.p50 && now(edges.p50),
    p95: edges.p95 && now(edges.p95),
    p99: edges.p99 && now(edges.p99),
    bytes: edges.bytes && now(edges.bytes),
    baseline: edges.baseline && now(edges.baseline),
  };
}

function sumRates(classRates: readonly Float64Array[], edges: number): Float64Array {
  const total = new Float64Array(edges).fill(NaN);
  for (const rates of classRates) {
    for (let edge = 0; edge < edges; edge++) {
      const rate = rates[edge];
      if (!Number.isNaN(rate)) {
        total[edge] = Number.isNaN(total[edge]) ? rate : total[edge] + rate;
      }
    }
  }
  return total;
}

export function nodesNow(history: TrafficHistory, now: EdgesNow): NodesNow {
  const { nodes, edges } = history;
  const count = nodes.ids.length;
  const classes = now.classRates.length;
  const called = new Uint8Array(count);
  for (let edge = 0; edge < edges.ids.length; edge++) {
    called[edges.target[edge]] = 1;
  }
  const rate = new Float64Array(count).fill(NaN);
  const classRates = new Float64Array(count * classes);
  const errors = new Float64Array(count).fill(NaN);
  const weight = new Float64Array(count);
  const p95 = new Float64Array(count).fill(NaN);
  const baseline = now.baseline && new Float64Array(count).fill(NaN);
  const bytes = now.bytes && new Float64Array(count).fill(NaN);
  const add = (node: number, edge: number): void => {
    const edgeRate = now.rate[edge];
    addTo(baseline, node, now.baseline?.[edge]);
    addTo(bytes, node, now.bytes?.[edge]);
    if (Number.isNaN(edgeRate)) {
      return;
    }
    rate[node] = Number.isNaN(rate[node]) ? edgeRate : rate[node] + edgeRate;
    for (let index = 0; index < classes; index++) {
      classRates[node * classes + index] += now.classRates[index][edge] || 0;
    }
    const ratio = now.errorRatio[edge];
    if (!Number.isNaN(ratio)) {
      errors[node] = (Number.isNaN(errors[node]) ? 0 : errors[node]) + ratio * edgeRate;
      weight[node] += edgeRate;
    }
    const latency = now.p95?.[edge] ?? NaN;
    if (!Number.isNaN(latency) && !(p95[node] >= latency)) {
      p95[node] = latency;
    }
  };
  for (let edge = 0; edge < edges.ids.length; edge++) {
    add(edges.target[edge], edge);
    if (!called[edges.source[edge]]) {
      add(edges.source[edge], edge);
    }
  }
  const errorRatio = errors.map((sum, node) => (weight[node] > 0 ? sum / weight[node] : Number.isNaN(sum) ? NaN : 0));
  return { rate, classRates, errorRatio, p95, ...(bytes && { bytes }), ...(baseline && { baseline }) };
}

/** Adds to a sum that is NaN while nothing is known. */
function addTo(sums: Float64Array | undefined, row: number, value: number | undefined): void {
  if (sums !== undefined && value !== undefined && !Number.isNaN(value)) {
    sums[row] = Number.isNaN(sums[row]) ? value : sums[row] + value;
  }
}
