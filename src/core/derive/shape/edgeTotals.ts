import type { TrafficHistory } from '../../model/history';

/** Requests per second of each edge, of all classes, as a mean over the whole time; what is unknown counts as none. */
export function meanRates({ edges, times }: TrafficHistory): Float64Array {
  const totals = new Float64Array(edges.ids.length);
  for (const column of edges.rates) {
    for (let edge = 0, cell = 0; edge < totals.length; edge++) {
      for (let bucket = 0; bucket < times.length; bucket++, cell++) {
        totals[edge] += column[cell] > 0 ? column[cell] : 0;
      }
    }
  }
  return totals.map((total) => total / Math.max(1, times.length));
}

/** What a number of requests or bytes is told in: bytes where no edge has a request, and some have bytes. */
export interface Volume {
  readonly noun: 'requests' | 'bytes';
  /** Per second, by edge. */
  readonly of: Float64Array;
}

/** Requests are what traffic is told in; of a history of flows whose bytes alone are known, bytes are. */
export function volumeOf(history: TrafficHistory): Volume {
  const rates = meanRates(history);
  const bytes = rates.some((rate) => rate > 0) ? undefined : meanBytes(history);
  return bytes?.some((each) => each > 0) ? { noun: 'bytes', of: bytes } : { noun: 'requests', of: rates };
}

/** Bytes per second of each edge, as `meanRates`; zeros where nobody asked for bytes. */
export function meanBytes({ edges, times }: TrafficHistory): Float64Array {
  const { bytes } = edges;
  return Float64Array.from(edges.ids, (_, edge) => {
    let total = 0;
    for (let cell = edge * times.length; cell < (edge + 1) * times.length; cell++) {
      total += bytes !== undefined && bytes[cell] > 0 ? bytes[cell] : 0;
    }
    return total / Math.max(1, times.length);
  });
}
