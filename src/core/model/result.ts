import type { AttachedAlert } from './alert';
import type { TrafficExpressions } from './definition';
import type { TrafficHistory } from './history';
import type { NodeExpressionName } from './nodeMetric';
import type { Notice } from './notice';
import type { ThresholdRule } from './threshold';

/** What is asked of an upstream for edges: the expressions of a definition, and its requests at an earlier time. */
export type EdgeExpressionName = keyof TrafficExpressions | 'baseline';

/** All that is asked of an upstream, metrics of services included. */
export type ExpressionName = EdgeExpressionName | NodeExpressionName;

/** How many of the services that a metric names are on the map. */
export interface NodeMetricCounts {
  readonly name: string;
  readonly names: number;
  readonly joined: number;
}

/** Why series of a definition made no edge, and what became of the rest. Answers "why is it empty?". */
export interface DeriveCounts {
  readonly definitionId: string;
  readonly series: number;
  readonly samples: number;
  /** Series without a source or a target, by the missing label. */
  readonly missingLabel: Readonly<Record<string, number>>;
  /** Samples that were ±Inf, negative or no number. */
  readonly badSamples: number;
  readonly edges: number;
  /** Why the upstream gave nothing at all; absent where it answered. */
  readonly failure?: string;
  /** Series by expression; absent: unknown. */
  readonly expressions?: Readonly<Partial<Record<ExpressionName, number>>>;
  /** Labels of the series without a source or a target, with one of their values: where a name could come from. */
  readonly labelsThere?: Readonly<Record<string, string>>;
  /** Latency series without requests between the same two services. */
  readonly unjoined?: number;
  /** Metrics of services that name a service which is not on the map. */
  readonly nodeMetrics?: readonly NodeMetricCounts[];
  /** Series left out since there were more than the limit. */
  readonly seriesOverLimit?: number;
  /** Whether it reads series that recording rules make. */
  readonly recorded?: true;
}

/** How the edges of all definitions become those that are drawn. Each step leaves out, or joins, so many edges. */
export interface ShapeCounts {
  /** Edges of all definitions, merged. */
  readonly edges: number;
  /** Without traffic for too long. */
  readonly idle: number;
  /** To hubs. */
  readonly hubs: number;
  /** Of external nodes that are drawn as one. */
  readonly externals: number;
  readonly overLimit: number;
  /** What is left. */
  readonly shown: number;
}

/** What a change of state was. Times in milliseconds. */
export interface Transition {
  readonly scope: 'edge' | 'node' | 'group';
  /** Edge or node id, or group path joined by "/". */
  readonly subject: string;
  readonly from: number;
  readonly to: number;
  readonly time: number;
  /** The rule that decided, and the value it saw; absent where data ended or began. */
  readonly rule?: ThresholdRule;
  readonly value?: number;
  /** The alert that decided, where no rule did. */
  readonly alert?: string;
}

/** States of a history by threshold rules; each array is subject × bucket, row-major. */
export interface ThresholdStates {
  readonly edges: Uint8Array;
  readonly nodes: Uint8Array;
  /** Group paths joined by "/", every ancestor included, sorted. */
  readonly groupPaths: readonly string[];
  readonly groups: Uint8Array;
  /** In order of time. */
  readonly transitions: readonly Transition[];
}

/** All that a data source hands to a panel for one query. */
export interface TrafficResult {
  readonly history: TrafficHistory;
  /** The query's own rules: defaults that a panel may override. */
  readonly thresholds: readonly ThresholdRule[];
  readonly states: ThresholdStates;
  readonly notices: readonly Notice[];
  readonly counts: readonly DeriveCounts[];
  /** Absent: unknown. */
  readonly shape?: ShapeCounts;
  /** Alerts of others on what they belong to; the states have been raised by them. Absent: none. */
  readonly alerts?: readonly AttachedAlert[];
}
