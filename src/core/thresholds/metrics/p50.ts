import { type Metric, plainMetric } from './metric';

export const p50: Metric = plainMetric(({ traffic }) => traffic.p50);
