import { columnMetric, type Metric } from './metric';

export const p50: Metric = columnMetric('p50');
