import type { EdgeColumn, TrafficHistory } from '../../model/history';
import { overRows } from '../../steps/overRows';
import type { Steps } from '../../steps/steps';

/** Sums of columns by edge, as a mean over the whole time; what is unknown counts as none. */
function* means({ edges, times }: TrafficHistory, columns: readonly EdgeColumn[]): Steps<Float64Array> {
  const buckets = times.length;
  const totals = new Float64Array(edges.ids.length);
  for (const column of columns) {
    yield* overRows(totals.length, buckets, (from, end) => {
      for (let edge = from, cell = from * buckets; edge < end; edge++) {
        for (let bucket = 0; bucket < buckets; bucket++, cell++) {
          totals[edge] += column[cell] > 0 ? column[cell] : 0;
        }
      }
    });
  }
  return totals.map((total) => total / Math.max(1, buckets));
}

/** Requests per second of each edge, of all classes, as a mean over the whole time; what is unknown counts as none. */
export function meanRates(history: TrafficHistory): Steps<Float64Array> {
  return means(history, history.edges.rates);
}

/** Bytes per second of each edge, as `meanRates`; zeros where nobody asked for bytes. */
export function meanBytes(history: TrafficHistory): Steps<Float64Array> {
  return means(history, history.edges.bytes ? [history.edges.bytes] : []);
}

/** What a number of requests or bytes is told in: bytes where no edge has a request, and some have bytes. */
export interface Volume {
  readonly noun: 'requests' | 'bytes';
  /** Per second, by edge. */
  readonly of: Float64Array;
}

/** Requests are what traffic is told in; of a history of flows whose bytes alone are known, bytes are. */
export function* volumeOf(history: TrafficHistory): Steps<Volume> {
  const rates = yield* meanRates(history);
  const bytes = rates.some((rate) => rate > 0) ? undefined : yield* meanBytes(history);
  return bytes?.some((each) => each > 0) ? { noun: 'bytes', of: bytes } : { noun: 'requests', of: rates };
}
