import type { ThresholdDirection, ThresholdMetric, ThresholdScope } from '../../core/model/threshold';

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
}

export const SCOPE_OPTIONS: ReadonlyArray<Option<ThresholdScope>> = [
  { value: 'edge', label: 'Edges' },
  { value: 'node', label: 'Services' },
  { value: 'group', label: 'Groups' },
];

export const DIRECTION_OPTIONS: ReadonlyArray<Option<ThresholdDirection>> = [
  { value: 'above', label: 'above' },
  { value: 'below', label: 'below' },
];

/** Metrics of rules with the unit that their limits are written in. */
export const METRIC_OPTIONS: ReadonlyArray<Option<ThresholdMetric> & { readonly unit: string }> = [
  { value: 'errorRatio', label: 'Error ratio', unit: '0–1', description: 'Failed by all requests; 0.05 is 5 %' },
  { value: 'classRatio', label: 'Share of a class', unit: '0–1', description: 'Requests of one class by all' },
  { value: 'p50', label: 'Latency p50', unit: 's' },
  { value: 'p95', label: 'Latency p95', unit: 's' },
  { value: 'p99', label: 'Latency p99', unit: 's' },
  { value: 'rate', label: 'Rate', unit: 'req/s' },
  { value: 'rateToBaseline', label: 'Rate by usual', unit: '×', description: 'Rate by its mean before; 0.5 is half' },
  { value: 'bytes', label: 'Bytes', unit: 'B/s' },
  { value: 'saturation', label: 'Saturation', unit: '0–1', description: 'Of services: the largest, load included' },
  { value: 'custom', label: 'Metric of services', unit: '', description: 'By its name, in its own unit' },
];

export function unitOf(metric: ThresholdMetric): string {
  return METRIC_OPTIONS.find((option) => option.value === metric)?.unit ?? '';
}
