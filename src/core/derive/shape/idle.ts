import type { TrafficHistory } from '../../model/history';

/** Flags of the edges that had requests or bytes within a time before the newest bucket, or in it. */
export function recentlyActive({ edges, times }: TrafficHistory, keepSeconds: number): Uint8Array {
  const columns = [...edges.rates, ...(edges.bytes ? [edges.bytes] : [])];
  const buckets = times.length;
  const from = buckets === 0 ? 0 : times.findIndex((time) => time >= times[buckets - 1] - keepSeconds * 1000);
  return Uint8Array.from(edges.ids, (_, edge) => {
    for (let bucket = from; bucket < buckets; bucket++) {
      if (columns.some((column) => column[edge * buckets + bucket] > 0)) {
        return 1;
      }
    }
    return 0;
  });
}
