import type { Metric } from './metricFields';

/** What one row, or one sample of a series, of foreign data says. */
export interface TrafficRow {
  readonly source: string;
  readonly target: string;
  readonly sourceGroup?: string;
  readonly targetGroup?: string;
  readonly class?: string;
  readonly protocol?: string;
  /** Milliseconds; absent: the request's time. */
  readonly time?: number;
  /** In req/s, 0–1, seconds and bytes per second. */
  readonly metrics: Partial<Record<Metric, number>>;
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
