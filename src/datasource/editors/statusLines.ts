import type { PanelData } from '@grafana/data';
import type { DeriveCounts } from '../../core/model/result';
import { decodeTraffic } from '../../frames/decode';

/** What the last answer to a query came to, one line a definition. */
export interface QueryStatus {
  readonly lines: readonly string[];
  /** Failures and warnings, worst first. */
  readonly problems: readonly string[];
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function lineOf({ definitionId, series, edges, missingLabel, badSamples }: DeriveCounts): string {
  const skipped = Object.entries(missingLabel).map(([label, count]) => `${count} skipped: no label ${label}`);
  const bad = badSamples > 0 ? [`${counted(badSamples, 'sample was no number', 'samples were no numbers')}`] : [];
  const flow = `${counted(series, 'series', 'series')} → ${counted(edges, 'edge', 'edges')}`;
  return `${definitionId}: ${[flow, ...skipped, ...bad].join('; ')}`;
}

/** Reads the status of one query from what its panel last got; undefined before the first answer. */
export function queryStatus(data: PanelData | undefined, refId: string): QueryStatus | undefined {
  const errors = (data?.errors ?? (data?.error ? [data.error] : []))
    .filter((error) => error.refId === undefined || error.refId === refId)
    .flatMap((error) => error.message ?? []);
  const frames = (data?.series ?? []).filter((frame) => frame.refId === refId);
  const result = frames.length > 0 ? decodeTraffic(frames).result : undefined;
  if (!result) {
    return errors.length > 0 ? { lines: [], problems: errors } : undefined;
  }
  const said = (['error', 'warning'] as const).flatMap((severity) =>
    result.notices.filter((notice) => notice.severity === severity).map((notice) => notice.text)
  );
  return { lines: result.counts.map(lineOf), problems: [...errors, ...said] };
}
