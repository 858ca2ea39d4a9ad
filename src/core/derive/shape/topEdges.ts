import type { TrafficHistory } from '../../model/history';
import { meanBytes, meanRates } from './edgeTotals';

/** The edges that a limit keeps, and what they carry. */
export interface TopEdges {
  readonly kept: Uint8Array;
  /** Part of all requests that the kept edges carry, 0–1; 1 where there are none. */
  readonly share: number;
}

/** The edges with most requests; of equals those with most bytes, then those first by id. */
export function topEdges(history: TrafficHistory, limit: number): TopEdges {
  const rates = meanRates(history);
  const bytes = meanBytes(history);
  const order = Int32Array.from(rates.keys());
  order.sort((a, b) => rates[b] - rates[a] || bytes[b] - bytes[a] || a - b);
  const kept = new Uint8Array(rates.length);
  let carried = 0;
  for (const edge of order.subarray(0, limit)) {
    kept[edge] = 1;
    carried += rates[edge];
  }
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  return { kept, share: all > 0 ? Math.min(1, carried / all) : 1 };
}
