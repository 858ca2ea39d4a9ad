import type { TrafficHistory } from '../../model/history';
import { meanBytes, meanRates, type Volume, volumeOf } from './edgeTotals';

/** The edges that a limit keeps, and what they carry. */
export interface TopEdges {
  readonly kept: Uint8Array;
  /** Part of all requests (or bytes, where there are no requests) that the kept edges carry, 0–1; 1 where there are none. */
  readonly share: number;
  readonly noun: Volume['noun'];
}

/** The edges with most requests; of equals those with most bytes, then those first by id. */
export function topEdges(history: TrafficHistory, limit: number): TopEdges {
  const rates = meanRates(history);
  const bytes = meanBytes(history);
  const order = Int32Array.from(rates.keys());
  order.sort((a, b) => rates[b] - rates[a] || bytes[b] - bytes[a] || a - b);
  const kept = new Uint8Array(rates.length);
  const volume = volumeOf(history);
  let carried = 0;
  for (const edge of order.subarray(0, limit)) {
    kept[edge] = 1;
    carried += volume.of[edge];
  }
  const all = volume.of.reduce((sum, each) => sum + each, 0);
  return { kept, share: all > 0 ? Math.min(1, carried / all) : 1, noun: volume.noun };
}
