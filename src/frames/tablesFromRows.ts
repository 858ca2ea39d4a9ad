import type { ExpressionName } from '../core/model/result';
import type { Labels, SeriesTable } from '../core/model/series';
import type { Steps } from '../core/steps/steps';
import { eachRow, type RowEnds, type TrafficRow } from './trafficRow';

/** Label names of the tables that rows become. */
export const ROW_LABELS = {
  source: 'source',
  target: 'target',
  class: 'class',
  protocol: 'protocol',
  sourceGroup: 'sourceGroup',
  targetGroup: 'targetGroup',
} as const;

/** More distinct times than this are laid on an even grid of as many buckets. */
const MOST_TIMES = 500;

/**
 * Rows as one table an expression. Rows of the same edge, class and time join: rates add, latencies take the largest.
 *
 * @param time of rows without one, in milliseconds
 */
export function* tablesFromRows(
  rows: readonly TrafficRow[],
  time: number
): Steps<Partial<Record<ExpressionName, SeriesTable>>> {
  const { times, bucketOf } = yield* timeBuckets(rows, time);
  const { labels, seriesOf } = yield* rowSeries(rows);
  function* table(valueOf: (row: TrafficRow) => number | undefined, join: Join): Steps<SeriesTable | undefined> {
    const values = new Float64Array(labels.length * times.length).fill(NaN);
    let some = false;
    yield* eachRow(rows.length, (index) => {
      const row = rows[index];
      const value = valueOf(row);
      if (value === undefined || Number.isNaN(value)) {
        return;
      }
      some = true;
      const cell = seriesOf[index] * times.length + bucketOf(row.time ?? time);
      values[cell] = Number.isNaN(values[cell]) ? value : join(values[cell], value);
    });
    return some ? { labels, times, values } : undefined;
  }
  const empty = { labels, times, values: new Float64Array(labels.length * times.length).fill(NaN) };
  const requests = (yield* table(({ metrics }) => metrics.rate, add)) ?? empty;
  const loneRatios = yield* table(
    ({ metrics }) => (metrics.rate === undefined ? metrics.errorRatio : undefined),
    Math.max
  );
  const others = {
    errors: (yield* table(errorsOf, add)) ?? (loneRatios && (yield* errorsFromRatios(requests, loneRatios))),
    p50: yield* table(({ metrics }) => metrics.p50, Math.max),
    p95: yield* table(({ metrics }) => metrics.p95, Math.max),
    p99: yield* table(({ metrics }) => metrics.p99, Math.max),
    bytes: yield* table(({ metrics }) => metrics.bytes, add),
  };
  return { requests, ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) };
}

type Join = (a: number, b: number) => number;

function add(a: number, b: number): number {
  return a + b;
}

function errorsOf({ metrics }: TrafficRow): number | undefined {
  if (metrics.errors !== undefined) {
    return metrics.errors;
  }
  return metrics.errorRatio === undefined || metrics.rate === undefined ? undefined : metrics.errorRatio * metrics.rate;
}

/** Where ratios come as series of their own: failed requests are the ratio of all requests of the same edge then. */
function* errorsFromRatios(requests: SeriesTable, ratios: SeriesTable): Steps<SeriesTable> {
  const width = requests.times.length;
  const totals = new Map<string, Float64Array>();
  yield* eachRow(requests.labels.length, (series) => {
    const key = edgeKey(requests.labels[series]);
    const total = totals.get(key) ?? new Float64Array(width);
    totals.set(key, total);
    for (let bucket = 0; bucket < width; bucket++) {
      total[bucket] += requests.values[series * width + bucket] || 0;
    }
  });
  const values = ratios.values.slice();
  yield* eachRow(ratios.labels.length, (series) => {
    const total = totals.get(edgeKey(ratios.labels[series]));
    for (let bucket = 0; bucket < width; bucket++) {
      values[series * width + bucket] *= total?.[bucket] ?? NaN;
    }
  });
  return { ...ratios, values };
}

function edgeKey({ class: _, ...ends }: Labels): string {
  return JSON.stringify(ends);
}

/** One series for each distinct combination of labels, and the series of each row. */
function* rowSeries(rows: readonly TrafficRow[]): Steps<{ labels: readonly Labels[]; seriesOf: Int32Array }> {
  const labels: Labels[] = [];
  const byKey = new Map<string, number>();
  const byEnds = new Map<RowEnds, number>();
  const seriesOf = new Int32Array(rows.length);
  yield* eachRow(rows.length, (row) => {
    const { ends } = rows[row];
    const shared = byEnds.get(ends);
    if (shared !== undefined) {
      seriesOf[row] = shared;
      return;
    }
    const own = rowLabels(ends);
    const key = JSON.stringify(own);
    const series = byKey.get(key) ?? labels.length;
    if (series === labels.length) {
      byKey.set(key, series);
      labels.push(own);
    }
    byEnds.set(ends, series);
    seriesOf[row] = series;
  });
  return { labels, seriesOf };
}

function rowLabels(ends: RowEnds): Labels {
  const labels: Record<string, string> = { [ROW_LABELS.source]: ends.source, [ROW_LABELS.target]: ends.target };
  for (const name of ['class', 'protocol', 'sourceGroup', 'targetGroup'] as const) {
    const value = ends[name];
    if (value !== undefined) {
      labels[ROW_LABELS[name]] = value;
    }
  }
  return labels;
}

function* timeBuckets(
  rows: readonly TrafficRow[],
  time: number
): Steps<{ times: Float64Array; bucketOf: (time: number) => number }> {
  const known = new Set<number>();
  yield* eachRow(rows.length, (row) => known.add(rows[row].time ?? time));
  const distinct = Float64Array.from(known).sort();
  if (distinct.length <= MOST_TIMES) {
    const places = new Map(Array.from(distinct, (value, index) => [value, index] as const));
    return { times: distinct, bucketOf: (value) => places.get(value) ?? 0 };
  }
  const first = distinct[0];
  const last = distinct[distinct.length - 1];
  const step = (last - first) / (MOST_TIMES - 1);
  return {
    times: Float64Array.from({ length: MOST_TIMES }, (_, index) =>
      index === MOST_TIMES - 1 ? last : first + index * step
    ),
    bucketOf: (value) => Math.min(Math.max(Math.ceil((value - first) / step - 1e-6), 0), MOST_TIMES - 1),
  };
}
