import type { SimulatedEdge, Simulation } from '../../src/core/simulation';

/** Halvings of a bracket from a microsecond to a thousand seconds: exact to about one in a million. */
const HALVINGS = 24;
const SHORTEST = 1e-6;
const LONGEST = 1e3;

/**
 * A quantile of the latencies of all requests on several edges in a window, seconds; NaN with no request.
 * Quantiles of single edges cannot be averaged to it.
 */
export function pooledQuantile(
  simulation: Simulation,
  edges: readonly SimulatedEdge[],
  [fromMs, toMs]: readonly [number, number],
  quantile: number
): number {
  const before = edges.map(({ index }) => simulation.cumulative(index, fromMs));
  const after = edges.map(({ index }) => simulation.cumulative(index, toMs));
  const atMost = (seconds: number) =>
    after.reduce(
      (sum, counters, index) => sum + counters.latencyAtMost(seconds) - before[index].latencyAtMost(seconds),
      0
    );
  const wanted = quantile * atMost(LONGEST);
  if (!(wanted > 0)) {
    return NaN;
  }
  let low = Math.log(SHORTEST);
  let high = Math.log(LONGEST);
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (atMost(Math.exp(middle)) < wanted) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return Math.exp((low + high) / 2);
}
