import type { PanelData } from '@grafana/data';
import { definitionSteps, type FunnelStep, nextThing, shapeSteps } from '../../core/derive/funnel';
import { decodeTraffic } from '../../frames/decode';

/** The way from what was asked to what is drawn. */
export interface StatusLine {
  /** Of the definition; "drawn" for the graph as a whole. */
  readonly name: string;
  readonly steps: readonly FunnelStep[];
}

/** What the last answer to a query came to. */
export interface QueryStatus {
  readonly lines: readonly StatusLine[];
  /** What to do, where nothing is drawn. */
  readonly next?: string;
  /** Failures and warnings, worst first. */
  readonly problems: readonly string[];
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
  const hidden = shapeSteps(result.shape);
  const next = nextThing(result.counts, result.shape);
  return {
    lines: [
      ...result.counts.map((counts) => ({ name: counts.definitionId, steps: definitionSteps(counts) })),
      ...(hidden.length > 0 ? [{ name: 'drawn', steps: hidden }] : []),
    ],
    ...(next !== undefined && { next }),
    problems: [...errors, ...said],
  };
}
