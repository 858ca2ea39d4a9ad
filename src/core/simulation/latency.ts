/** Spread of the logarithm of a latency, of quick and of slow requests alike. */
export const LATENCY_SPREAD = 0.45;

/** Mean of a log-normal latency by its median. */
export const MEAN_BY_MEDIAN = Math.exp((LATENCY_SPREAD * LATENCY_SPREAD) / 2);

const SHARES = 256;
/** Halvings of a bracket after which a logarithm is exact to about 1e-8. */
const HALVINGS = 32;

/** Part of log-normal latencies, 0–1, that are at most so many times their median. */
export function shareAtMost(timesMedian: number): number {
  return timesMedian > 0 ? normalDistribution(Math.log(timesMedian) / LATENCY_SPREAD) : 0;
}

/** Part of latencies that are at most so many medians, where a part of them is slower by a factor. */
export function mixedShareAtMost(timesMedian: number, slowShare: number, slowness: number): number {
  return (1 - slowShare) * shareAtMost(timesMedian) + slowShare * shareAtMost(timesMedian / slowness);
}

/**
 * Makes a function from the slow part of requests to a quantile of their latency, in medians of the quick ones.
 * It runs straight between points that are solved when they are first needed, and kept.
 */
export function createQuantile(quantile: number, slowness: number): (slowShare: number) => number {
  const solved = new Float64Array(SHARES + 2).fill(NaN);
  const logarithmAt = (index: number) => {
    if (Number.isNaN(solved[index])) {
      solved[index] = solveQuantile(quantile, Math.min(1, index / SHARES), slowness);
    }
    return solved[index];
  };
  return (slowShare) => {
    const position = Math.min(1, Math.max(0, slowShare)) * SHARES;
    const index = Math.floor(position);
    const logarithm = logarithmAt(index);
    return Math.exp(logarithm + (logarithmAt(index + 1) - logarithm) * (position - index));
  };
}

function solveQuantile(quantile: number, slowShare: number, slowness: number): number {
  let low = -6 * LATENCY_SPREAD;
  let high = Math.log(slowness) + 6 * LATENCY_SPREAD;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (mixedShareAtMost(Math.exp(middle), slowShare, slowness) < quantile) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

/** The standard normal distribution function, by Abramowitz and Stegun 7.1.26: wrong by 1.5e-7 at most. */
function normalDistribution(deviations: number): number {
  const x = Math.abs(deviations) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const tail = (polynomial * Math.exp(-x * x)) / 2;
  return deviations > 0 ? 1 - tail : tail;
}
