import { trafficColumns } from '../../core/flow';
import type { TrafficView } from '../../core/model/view';

/** Least and greatest of a metric among the edges of a view. */
export type Extent = readonly [least: number, most: number];

/** What density and speed of particles stand for in a view; absent where no edge has a number. */
export interface Scales {
  /** Requests per second, of edges that carry any. */
  readonly rate?: Extent;
  /** Bytes per second, of edges of which no request rate is known: these have a scale of their own. */
  readonly bytes?: Extent;
  /** p95 in seconds. */
  readonly latency?: Extent;
}

export function viewScales({ edges, classes }: TrafficView): Scales {
  const { totals, bytes } = trafficColumns(edges.rates, edges.count, classes, edges.bytes);
  return {
    rate: extent(totals, (value) => value > 0),
    bytes: extent(bytes, (value) => value > 0),
    latency: extent(edges.p95, (value) => value >= 0),
  };
}

function extent(values: Float32Array, counts: (value: number) => boolean): Extent | undefined {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < Infinity && counts(value)) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return most >= least ? [least, most] : undefined;
}
