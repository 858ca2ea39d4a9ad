import type { SeriesTable } from '../model/series';

/** A last value is looked for in as many of the latest times of a table: those before may be late, not empty. */
const LATEST = 3;

/** Row in `times` of the last one at or before `time`; -1 where there is none. */
function rowAt(times: Float64Array, time: number): number {
  let low = -1;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= time) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * An older table on newer times, in milliseconds, ascending. Times that the table knows keep their samples; times after
 * its end repeat the last sample of each series; times before its start have none.
 */
export function carryForward({ labels, times, values }: SeriesTable, onto: Float64Array): SeriesTable {
  const width = times.length;
  const end = width === 0 ? -Infinity : times[width - 1];
  const rows = Int32Array.from(onto, (time) => (time > end ? -1 : rowAt(times, time)));
  const carried = new Float64Array(labels.length * onto.length).fill(NaN);
  for (let series = 0; series < labels.length; series++) {
    const start = series * width;
    let last = NaN;
    for (let row = width - 1; row >= 0 && row >= width - LATEST && last !== last; row--) {
      last = values[start + row];
    }
    for (let index = 0; index < onto.length; index++) {
      const row = rows[index];
      carried[series * onto.length + index] = row >= 0 ? values[start + row] : onto[index] > end ? last : NaN;
    }
  }
  return { labels, times: onto, values: carried };
}
