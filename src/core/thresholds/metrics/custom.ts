import { type Metric, plainMetric } from './metric';

/** A metric of services by its name. */
export const custom: Metric = plainMetric(
  () => [],
  ({ traffic, rule }) => traffic.nodeValues?.(({ name }) => name === rule.metricName, rule.direction)
);
