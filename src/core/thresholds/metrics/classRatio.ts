import { type Metric, plainMetric } from './metric';

/** Requests of the rule's class by all requests; none where nothing is requested. */
export const classRatio: Metric = plainMetric(
  (classRow) => ['rate', `class ${classRow}`],
  ({ traffic, classRow }) => {
    const all = traffic.column('rate');
    return traffic
      .column(`class ${classRow}`)
      ?.map((rate, bucket) => (all && all[bucket] > 0 ? rate / all[bucket] : rate === 0 ? 0 : NaN));
  }
);
