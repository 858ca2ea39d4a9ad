import { columnMetric, type Metric } from './metric';

export const errorRatio: Metric = columnMetric('errorRatio');
