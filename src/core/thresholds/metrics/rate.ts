import { columnMetric, type Metric } from './metric';

export const rate: Metric = columnMetric('rate');
