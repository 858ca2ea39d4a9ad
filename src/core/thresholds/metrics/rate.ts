import { type Metric, plainMetric } from './metric';

export const rate: Metric = plainMetric(({ traffic }) => traffic.rate);
