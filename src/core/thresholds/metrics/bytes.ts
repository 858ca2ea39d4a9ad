import { type Metric, plainMetric } from './metric';

export const bytes: Metric = plainMetric(({ traffic }) => traffic.bytes);
