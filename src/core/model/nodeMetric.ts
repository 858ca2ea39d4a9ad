import type { NodeMetricKind } from './definition';

/** The name of what an upstream answered to a metric of services, by the metric's place in its definition. */
export type NodeExpressionName = `node${number}`;

export function nodeExpressionName(place: number): NodeExpressionName {
  return `node${place}`;
}

/** Nodes' values of one metric. `load`: requests by capacity, 0–1 and above. */
export interface NodeMetric {
  readonly name: string;
  readonly kind: NodeMetricKind | 'load';
  /** Grafana's id of the unit. */
  readonly unit: string;
  /** In a history node × bucket, row-major; in a view one a node. NaN means no data. */
  readonly values: Float32Array;
}

export const LOAD_NAME = 'load';
