import type { EdgeColumn } from '../model/history';
import type { SeriesTable } from '../model/series';

import type { BucketMap } from './grid';

/** A sample beyond this is a fault of its source, and sums of such would leave the range of a column. */
export const LARGEST_SAMPLE = 1e30;

/** What was seen while samples were read. */
export interface SampleTally {
  samples: number;
  bad: number;
}

/** `add`: samples of one edge add up; `max`: the largest holds. */
export type SampleRule = 'add' | 'max';

function put(column: EdgeColumn, index: number, value: number, rule: SampleRule): void {
  const known = column[index];
  if (known !== known) {
    column[index] = value;
  } else if (rule === 'add') {
    column[index] = known + value;
  } else if (value > known) {
    column[index] = value;
  }
}

/** Several samples of a series in one bucket: their mean for what adds up, their maximum otherwise. */
function putMerged(column: EdgeColumn, start: number, sums: Float64Array, counts: Int32Array, rule: SampleRule): void {
  for (let bucket = 0; bucket < sums.length; bucket++) {
    if (counts[bucket] > 0) {
      put(column, start + bucket, rule === 'add' ? sums[bucket] / counts[bucket] : sums[bucket], rule);
    }
  }
}

/**
 * Second pass over a table: adds the samples of each series to the row of its edge. The inner loop allocates nothing.
 *
 * @param columnOf the column that a series belongs to
 * @param rowOf the row within it, or a negative number for a series to leave out
 */
export function addSamples(
  table: SeriesTable,
  map: BucketMap,
  buckets: number,
  columnOf: (series: number) => EdgeColumn,
  rowOf: (series: number) => number,
  scale: number,
  rule: SampleRule,
  tally: SampleTally
): void {
  const { values, times } = table;
  const { bucketOf, single } = map;
  const width = times.length;
  const sums = new Float64Array(single ? 0 : buckets);
  const counts = new Int32Array(single ? 0 : buckets);
  let samples = 0;
  let bad = 0;
  for (let series = 0; series < table.labels.length; series++) {
    const row = rowOf(series);
    if (row < 0) {
      continue;
    }
    const column = columnOf(series);
    const start = row * buckets;
    const offset = series * width;
    for (let index = 0; index < width; index++) {
      const value = values[offset + index];
      if (value !== value) {
        continue;
      }
      samples++;
      if (value < 0 || value > LARGEST_SAMPLE) {
        bad++;
        continue;
      }
      const bucket = bucketOf[index];
      if (bucket < 0 || bucket >= buckets) {
        continue;
      }
      if (single) {
        put(column, start + bucket, value * scale, rule);
      } else if (rule === 'add') {
        sums[bucket] += value * scale;
        counts[bucket]++;
      } else {
        sums[bucket] = counts[bucket] === 0 ? value * scale : Math.max(sums[bucket], value * scale);
        counts[bucket] = 1;
      }
    }
    if (!single) {
      putMerged(column, start, sums, counts, rule);
      sums.fill(0);
      counts.fill(0);
    }
  }
  tally.samples += samples;
  tally.bad += bad;
}
