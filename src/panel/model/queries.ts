import type { DataFrame } from '@grafana/data';

/** Queries of a panel that each answered with a whole map, in their order. */
export function trafficQueries(frames: readonly DataFrame[]): readonly string[] {
  const own = frames.filter((frame) => frame.meta?.custom?.trafficIntuition !== undefined);
  return [...new Set(own.map(({ refId }) => refId ?? ''))];
}

/** The query to draw of several: the wanted one, or the first where that is not there. */
export function shownQuery(queries: readonly string[], wanted: string): string {
  return queries.includes(wanted) ? wanted : (queries[0] ?? '');
}

/** The frames of one of several maps: the wanted one, or the first where that is not there. All frames of fewer. */
export function framesOfQuery(frames: DataFrame[], wanted: string): DataFrame[] {
  const queries = trafficQueries(frames);
  if (queries.length < 2) {
    return frames;
  }
  const shown = shownQuery(queries, wanted);
  return frames.filter(({ refId }) => (refId ?? '') === shown);
}
