import { type Metric, plainMetric } from './metric';

export const p99: Metric = plainMetric(({ traffic }) => traffic.p99);
