import type { Labels, SeriesTable } from '../model/series';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { LARGEST_SAMPLE } from './addSamples';

/** Tables within bounds, in the order given, and what had to be left out. */
export interface LimitedTables {
  readonly tables: readonly SeriesTable[];
  /** Series left out of each table. */
  readonly cutSeries: readonly number[];
  /** Start of the kept time, milliseconds; absent where all of it is kept. */
  readonly keptFrom?: number;
}

function sumOf({ values, times }: SeriesTable, series: number): number {
  let sum = 0;
  for (let cell = series * times.length; cell < (series + 1) * times.length; cell++) {
    sum += values[cell] > 0 && values[cell] <= LARGEST_SAMPLE ? values[cell] : 0;
  }
  return sum;
}

function labelText(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The series with the largest samples; of equals those whose labels come first, so that their order changes nothing. */
function largestSeries(table: SeriesTable, limit: number): SeriesTable {
  const { labels, times, values } = table;
  if (labels.length <= limit) {
    return table;
  }
  const sums = Float64Array.from(labels, (_, series) => sumOf(table, series));
  const order = Array.from(labels.keys()).sort((a, b) => {
    return sums[b] - sums[a] || (labelText(labels[a]) < labelText(labels[b]) ? -1 : 1);
  });
  const kept = order.slice(0, limit).sort((a, b) => a - b);
  const width = times.length;
  const keptValues = new Float64Array(kept.length * width);
  kept.forEach((series, row) => keptValues.set(values.subarray(series * width, (series + 1) * width), row * width));
  return { labels: kept.map((series) => labels[series]), times, values: keptValues };
}

function* since(table: SeriesTable, from: number): Steps<SeriesTable> {
  const { labels, times, values } = table;
  const first = times.findIndex((time) => time >= from);
  if (first === 0) {
    return table;
  }
  const start = first < 0 ? times.length : first;
  const width = times.length - start;
  const kept = new Float64Array(labels.length * width);
  yield* overRows(labels.length, times.length, (row, end) => {
    for (let series = row; series < end; series++) {
      kept.set(values.subarray(series * times.length + start, (series + 1) * times.length), series * width);
    }
  });
  return { labels, times: times.slice(start), values: kept };
}

/** Cuts tables to some series each, and all of them to one time, so that no table has too many samples. */
export function* limitTables(
  tables: readonly SeriesTable[],
  limits: { readonly series: number; readonly samples: number }
): Steps<LimitedTables> {
  const narrowed = tables.map((table) => largestSeries(table, Math.max(1, Math.trunc(limits.series))));
  const starts = narrowed.flatMap(({ labels, times }) => {
    const buckets = Math.max(1, Math.floor(limits.samples / Math.max(1, labels.length)));
    return times.length > buckets ? [times[times.length - buckets]] : [];
  });
  const keptFrom = starts.length > 0 ? Math.max(...starts) : undefined;
  const kept: SeriesTable[] = [];
  for (const table of narrowed) {
    kept.push(keptFrom === undefined ? table : yield* since(table, keptFrom));
  }
  return {
    tables: kept,
    cutSeries: narrowed.map(({ labels }, index) => tables[index].labels.length - labels.length),
    ...(keptFrom !== undefined && { keptFrom }),
  };
}
