import { columnMetric, type Metric } from './metric';

export const p95: Metric = columnMetric('p95');
