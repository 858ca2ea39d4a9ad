import { type Metric, plainMetric } from './metric';

export const errorRatio: Metric = plainMetric(({ traffic }) => traffic.errorRatio);
