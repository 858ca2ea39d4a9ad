import type { TrafficHistory } from '../../model/history';
import type { Steps } from '../../steps/steps';
import { largestRows } from '../largestRows';
import { meanBytes, meanRates, type Volume, volumeOf } from './edgeTotals';

/** The edges that a limit keeps, and what they carry. */
export interface TopEdges {
  readonly kept: Uint8Array;
  /** Part of all requests (or bytes, where there are no requests) that the kept edges carry, 0–1; 1 where there are none. */
  readonly share: number;
  readonly noun: Volume['noun'];
}

/** The edges with most requests; of equals those with most bytes, then those first by id. */
export function* topEdges(history: TrafficHistory, limit: number): Steps<TopEdges> {
  const kept = yield* largestRows(history.edges.ids.length, limit, [
    () => meanRates(history),
    () => meanBytes(history),
  ]);
  const volume = yield* volumeOf(history);
  let [carried, all] = [0, 0];
  volume.of.forEach((each, edge) => {
    all += each;
    carried += kept[edge] === 1 ? each : 0;
  });
  return { kept, share: all > 0 ? Math.min(1, carried / all) : 1, noun: volume.noun };
}
