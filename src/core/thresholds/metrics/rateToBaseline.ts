import type { Metric } from './metric';

/** The rate by the mean of all rates before it; none as long as that mean is zero or unknown. */
export const rateToBaseline: Metric = ({ traffic, memory }) => {
  let { sum, count } = memory;
  const values = traffic.rate.map((rate) => {
    const ratio = sum > 0 ? rate / (sum / count) : NaN;
    if (rate === rate) {
      sum += rate;
      count++;
    }
    return ratio;
  });
  return { values, memory: { sum, count } };
};
