import { columnMetric, type Metric } from './metric';

export const bytes: Metric = columnMetric('bytes');
