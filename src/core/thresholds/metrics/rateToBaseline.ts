import type { Metric } from './metric';

const NO_RATES = new Float64Array(0);

/**
 * The rate by its baseline; where that is unknown, by the mean of all rates before it. None as long as what it is
 * compared with is zero or unknown.
 */
export const rateToBaseline: Metric = {
  needs: () => ['rate', 'baseline'],
  read: ({ traffic, memory }) => {
    let { sum, count } = memory;
    const baselines = traffic.column('baseline');
    const values = (traffic.column('rate') ?? NO_RATES).map((rate, bucket) => {
      const baseline = baselines?.[bucket] ?? NaN;
      const usual = baseline === baseline ? baseline : sum / count;
      if (rate === rate) {
        sum += rate;
        count++;
      }
      return usual > 0 ? rate / usual : NaN;
    });
    return { values, memory: { sum, count } };
  },
};
