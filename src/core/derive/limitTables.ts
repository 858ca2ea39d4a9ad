import type { Labels, SeriesTable } from '../model/series';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { LARGEST_SAMPLE } from './addSamples';
import { largestRows } from './largestRows';

/** Tables within bounds, in the order given, and what had to be left out. */
export interface LimitedTables {
  readonly tables: readonly SeriesTable[];
  /** Series left out of each table. */
  readonly cutSeries: readonly number[];
  /** Start of the kept time, milliseconds; absent where all of it is kept. */
  readonly keptFrom?: number;
}

function* sumsOf({ labels, values, times }: SeriesTable): Steps<Float64Array> {
  const sums = new Float64Array(labels.length);
  yield* overRows(labels.length, times.length, (from, end) => {
    for (let series = from, cell = from * times.length; series < end; series++) {
      for (let bucket = 0; bucket < times.length; bucket++, cell++) {
        sums[series] += values[cell] > 0 && values[cell] <= LARGEST_SAMPLE ? values[cell] : 0;
      }
    }
  });
  return sums;
}

/** Cells of a table that take as long as one label set's number, about. */
const LABELS_WIDTH = 500;

/** A number for each of some series that its labels alone decide: whatever order series come in, the same are kept. */
function* labelNumbers({ labels }: SeriesTable, rows: Int32Array): Steps<Float64Array> {
  const numbers = new Float64Array(labels.length);
  yield* overRows(rows.length, LABELS_WIDTH, (from, end) => {
    for (let index = from; index < end; index++) {
      numbers[rows[index]] = labelNumber(labels[rows[index]]);
    }
  });
  return numbers;
}

/** 53 bits of the labels, in order of their names: two hashes of 32 and of 21 bits. */
function labelNumber(labels: Labels): number {
  const text = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
  let [high, low] = [0x811c9dc5, 0x1234567];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** The series with the largest samples; which of equals are kept, their labels decide. */
function* largestSeries(table: SeriesTable, limit: number): Steps<SeriesTable> {
  const { labels, times, values } = table;
  if (labels.length <= limit) {
    return table;
  }
  const flags = yield* largestRows(labels.length, limit, [() => sumsOf(table), (rows) => labelNumbers(table, rows)]);
  const keptLabels: Labels[] = [];
  const keptValues = new Float64Array(limit * times.length);
  yield* overRows(labels.length, times.length, (from, end) => {
    for (let series = from; series < end; series++) {
      if (flags[series] === 1) {
        const own = values.subarray(series * times.length, (series + 1) * times.length);
        keptValues.set(own, keptLabels.length * times.length);
        keptLabels.push(labels[series]);
      }
    }
  });
  return { labels: keptLabels, times, values: keptValues };
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
  const narrowed: SeriesTable[] = [];
  for (const table of tables) {
    narrowed.push(yield* largestSeries(table, Math.max(1, Math.trunc(limits.series))));
  }
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
