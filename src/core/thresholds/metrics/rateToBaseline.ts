import type { Metric } from './metric';

/**
 * The rate by its baseline; where that is unknown, by the mean of all rates before it. None as long as what it is
 * compared with is zero or unknown.
 */
export const rateToBaseline: Metric = ({ traffic, memory }) => {
  let { sum, count } = memory;
  const values = traffic.rate.map((rate, bucket) => {
    const baseline = traffic.baseline?.[bucket] ?? NaN;
    const usual = baseline === baseline ? baseline : sum / count;
    if (rate === rate) {
      sum += rate;
      count++;
    }
    return usual > 0 ? rate / usual : NaN;
  });
  return { values, memory: { sum, count } };
};
