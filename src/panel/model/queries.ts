import type { DataFrame } from '@grafana/data';

/** Queries of a panel that each answered with a whole map, in their order. */
export function trafficQueries(frames: readonly DataFrame[]): readonly string[] {
  const own = frames.filter((frame) => frame.meta?.custom?.trafficIntuition !== undefined);
  return [...new Set(own.map(({ refId }) => refId ?? ''))];
}

/** The frames of one of several maps: the wanted one, or the first where that is not there. All frames of fewer. */
export function framesOfQuery(frames: readonly DataFrame[], wanted: string): readonly DataFrame[] {
  const queries = trafficQueries(frames);
  if (queries.length < 2) {
    return frames;
  }
  const shown = queries.includes(wanted) ? wanted : queries[0];
  return frames.filter(({ refId }) => (refId ?? '') === shown);
}
