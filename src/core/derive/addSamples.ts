import type { EdgeColumn } from '../model/history';
import type { SeriesTable } from '../model/series';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

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

/** Which samples go where. */
export interface SamplesInput {
  readonly table: SeriesTable;
  readonly map: BucketMap;
  /** Buckets of the columns; later samples are left out. */
  readonly buckets: number;
  /** Mutated: samples are added. */
  readonly columns: readonly EdgeColumn[];
  /** Column of each series. */
  readonly columnOf: Uint16Array;
  /** Row of each series in its column; negative for a series to leave out. */
  readonly rowOf: Int32Array;
  /** Factor from the unit of the table to that of the column. */
  readonly scale: number;
  readonly rule: SampleRule;
  /** Smaller samples are bad. Default 0: most of what is measured is never negative. */
  readonly least?: number;
}

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

/** Brings several samples of one series in one bucket together: their mean for what adds up, else their maximum. */
interface Gathering {
  readonly values: Float64Array;
  readonly counts: Int32Array;
}

function gather({ values, counts }: Gathering, bucket: number, value: number, rule: SampleRule): void {
  values[bucket] = rule === 'add' || counts[bucket] === 0 ? values[bucket] + value : Math.max(values[bucket], value);
  counts[bucket]++;
}

function putGathered({ values, counts }: Gathering, column: EdgeColumn, start: number, rule: SampleRule): void {
  for (let bucket = 0; bucket < values.length; bucket++) {
    if (counts[bucket] > 0) {
      put(column, start + bucket, rule === 'add' ? values[bucket] / counts[bucket] : values[bucket], rule);
    }
  }
  values.fill(0);
  counts.fill(0);
}

/** Second pass over a table: adds the samples of each series to the row of its edge. Allocates nothing a sample. */
export function* addSamples(input: SamplesInput, tally: SampleTally): Steps<void> {
  const { map, buckets, rowOf } = input;
  const room = map.single ? 0 : buckets;
  const gathering: Gathering = { values: new Float64Array(room), counts: new Int32Array(room) };
  yield* overRows(rowOf.length, map.bucketOf.length, (from, end) => addSeries(input, from, end, gathering, tally));
}

function addSeries(input: SamplesInput, from: number, end: number, gathering: Gathering, tally: SampleTally): void {
  const { table, map, buckets, columns, columnOf, rowOf, scale, rule, least = 0 } = input;
  const { values } = table;
  const { bucketOf, single } = map;
  const width = bucketOf.length;
  let samples = 0;
  let bad = 0;
  for (let series = from; series < end; series++) {
    if (rowOf[series] < 0) {
      continue;
    }
    const column = columns[columnOf[series]];
    const start = rowOf[series] * buckets;
    const offset = series * width;
    for (let index = 0; index < width; index++) {
      const value = values[offset + index];
      if (value !== value) {
        continue;
      }
      samples++;
      const bucket = bucketOf[index];
      if (value < least || value > LARGEST_SAMPLE) {
        bad++;
      } else if (bucket >= 0 && bucket < buckets) {
        if (single) {
          put(column, start + bucket, value * scale, rule);
        } else {
          gather(gathering, bucket, value * scale, rule);
        }
      }
    }
    if (!single) {
      putGathered(gathering, column, start, rule);
    }
  }
  tally.samples += samples;
  tally.bad += bad;
}
