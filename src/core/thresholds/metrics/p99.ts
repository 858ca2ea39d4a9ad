import { columnMetric, type Metric } from './metric';

export const p99: Metric = columnMetric('p99');
