import type { Metric } from './metricFields';

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
