import { type Metric, plainMetric } from './metric';

/** Requests of the rule's class by all requests; none where nothing is requested. */
export const classRatio: Metric = plainMetric(({ traffic, classRow }) => {
  const rates = traffic.rates[classRow];
  return rates?.map((rate, bucket) => (traffic.rate[bucket] > 0 ? rate / traffic.rate[bucket] : rate === 0 ? 0 : NaN));
});
