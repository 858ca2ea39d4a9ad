import { overRows } from '../core/steps/overRows';
import type { Steps } from '../core/steps/steps';
import type { Metric } from './metricFields';

/** How many cells of a typed array take as long as one row of texts and objects. */
const CELLS_OF_A_ROW = 50;

/** Between whom, and of what kind. Rows that share an object are known to be of the same series. */
export interface RowEnds {
  readonly source: string;
  readonly target: string;
  readonly sourceGroup?: string;
  readonly targetGroup?: string;
  readonly class?: string;
  readonly protocol?: string;
}

/** What one row, or one sample of a series, of foreign data says. */
export interface TrafficRow {
  readonly ends: RowEnds;
  /** Milliseconds; absent: the request's time. */
  readonly time?: number;
  /** In req/s, 0–1, seconds and bytes per second. */
  readonly metrics: Readonly<Partial<Record<Metric, number>>>;
}

/** Goes over rows of foreign data in steps of some milliseconds; `work` takes one row. */
export function eachRow(rows: number, work: (row: number) => void): Steps<void> {
  return overRows(rows, CELLS_OF_A_ROW, (from, end) => {
    for (let row = from; row < end; row++) {
      work(row);
    }
  });
}

/** Text of a cell that names something; numbers, such as a status code, are written out. */
export function cellText(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value === '' ? undefined : value;
  }
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

export function cellNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
