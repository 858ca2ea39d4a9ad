import { type Metric, plainMetric } from './metric';

/** The largest of all saturations of a service, its load included. */
export const saturation: Metric = plainMetric(
  () => [],
  ({ traffic, rule }) => traffic.nodeValues?.(({ kind }) => kind === 'saturation' || kind === 'load', rule.direction)
);
