import type { TrafficColumns } from './traffic';

export type DensityScale = 'log' | 'linear';

/** Rates below the view's maximum that the logarithmic scale tells apart: three decades. */
const SPAN = 10 ** 3;
const WHOLE = Math.log1p(SPAN);

/**
 * How dense the flow of an edge is drawn, 0–1, against the greatest rate of the view (requests per second), so that
 * edges of one view compare. Monotone in the rate; 0 for no, negative or unknown rate; 1 at the maximum and above it.
 */
export function rateToDensity(rate: number, maximumRate: number, scale: DensityScale): number {
  if (!(rate > 0) || !(maximumRate > 0)) {
    return 0;
  }
  const part = Math.min(1, rate / maximumRate);
  if (scale === 'linear') {
    return part;
  }
  return Math.log1p(part * SPAN) / WHOLE;
}

/** The greatest finite value, 0 when there is none: what densities of a view are measured against. */
export function maximumRate(rates: Float32Array): number {
  let maximum = 0;
  for (let row = 0; row < rates.length; row++) {
    const rate = rates[row];
    if (rate > maximum && rate < Infinity) {
      maximum = rate;
    }
  }
  return maximum;
}

/**
 * How dense the flow of each row is drawn, 0–1: by requests against the greatest rate of the view; and where no rate is
 * known by bytes, against the greatest of such rows. The two scales are told apart, for no number of bytes is a request.
 */
export function flowDensities({ totals, bytes }: TrafficColumns, scale: DensityScale): Float32Array {
  const mostRequests = maximumRate(totals);
  const mostBytes = maximumRate(bytes);
  return totals.map((rate, row) =>
    bytes[row] > 0 ? rateToDensity(bytes[row], mostBytes, scale) : rateToDensity(rate, mostRequests, scale)
  );
}
