import { type Metric, plainMetric } from './metric';

export const p95: Metric = plainMetric(({ traffic }) => traffic.p95);
