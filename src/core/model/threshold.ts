import type { LabelMatcher } from './labelMatcher';

/** What a rule looks at. */
export type ThresholdScope = 'edge' | 'node' | 'group';

/**
 * The metric of a rule. Ratios are 0–1, latencies seconds, rates requests per second, bytes per second.
 * `rateToBaseline` is the rate divided by its baseline, or, where that is unknown, by the mean rate of the history before it.
 * `saturation` is the largest of a node's saturations, 0–1, its load included; `custom` a metric of nodes by its name, in its own unit.
 */
export type ThresholdMetric =
  'errorRatio' | 'classRatio' | 'p50' | 'p95' | 'p99' | 'rate' | 'rateToBaseline' | 'bytes' | 'saturation' | 'custom';

export type ThresholdDirection = 'above' | 'below';

/** Which edges, nodes or groups a rule is for. Regular expressions, anchored at both ends; an absent field matches all. */
export interface ThresholdMatcher {
  /** Node or group name; for an edge: `source→target` names, or either end alone. */
  readonly name?: string;
  /** Group path joined by "/". For an edge: of either end. */
  readonly group?: string;
  /** Kind of a node, such as `database`; for an edge: of either end; for a group: of any of its services. */
  readonly kind?: string;
  /** Protocol of an edge; nodes and groups have none. */
  readonly protocol?: string;
  /** Id of a definition in which the subject was seen; for a group: any of its services. */
  readonly definition?: string;
  /**
   * What kept labels hold; all must match, each in any of its values. Of an edge: its own and those of either end; of a
   * service: its own, or else those of the edges that it is judged by; of a group: those of any of its services.
   */
  readonly labels?: readonly LabelMatcher[];
}

/** A part of a matcher that is one pattern. */
export type MatcherPart = Exclude<keyof ThresholdMatcher, 'labels'>;

/** One alert threshold. Rules are tried in order; the first that matches a subject and metric is the one that holds. */
export interface ThresholdRule {
  readonly scope: ThresholdScope;
  readonly match?: ThresholdMatcher;
  readonly metric: ThresholdMetric;
  /** For `classRatio`: the class. */
  readonly className?: string;
  /** For `custom`: the metric of nodes. */
  readonly metricName?: string;
  readonly direction: ThresholdDirection;
  /** Absent: the rule never warns. */
  readonly warning?: number;
  /** Absent: the rule never gives danger. */
  readonly danger?: number;
  /** Seconds that a value must stay past a limit, or back within it, before the state changes. Default 0. */
  readonly holdSeconds?: number;
  /** Part of the limit by which a value must come back before the state clears, such as 0.1. Default 0. */
  readonly clearMargin?: number;
}

/** A limit as people write it: a number, or text that holds one once variables are replaced, such as `$slo` or `5%`. */
export type WrittenNumber = number | string;

/** A rule as it stands in a dashboard: its numbers may name variables. */
export interface WrittenRule extends Omit<ThresholdRule, 'warning' | 'danger' | 'holdSeconds' | 'clearMargin'> {
  readonly warning?: WrittenNumber;
  readonly danger?: WrittenNumber;
  readonly holdSeconds?: WrittenNumber;
  readonly clearMargin?: WrittenNumber;
}
