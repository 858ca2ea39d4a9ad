import type { LabelMatcher } from './labelMatcher';
import type { NameMapping } from './naming';
import type { GraphShape } from './shape';
import type { WrittenRule } from './threshold';

/** How serious a class of requests is. Decides its colour and particle shape; `danger` counts as an error. */
export type ClassSeverity = 'normal' | 'warning' | 'danger';

/** One class of requests, such as "4xx". The order of a list of classes is the order they are matched and drawn in. */
export interface TrafficClass {
  readonly name: string;
  readonly severity: ClassSeverity;
  /** Regular expression, anchored at both ends, over the value of the class label. */
  readonly match?: string;
  /**
   * What other labels must hold as well: all of these, and `match` where there is one.
   * A class with neither takes what no other class matched.
   */
  readonly labels?: readonly LabelMatcher[];
}

/** Where a service name comes from: labels in order of preference, and a fixed name where none has a value. */
export interface EndpointMapping {
  /**
   * Label (or Graphite tag, or path field) that holds the service's name; or a template of several, such as
   * `{namespace}/{deployment}`, which has a value where all of its labels have one.
   */
  readonly label?: string;
  /** Labels or templates to try, in order, where `label` has no value. */
  readonly fallbackLabels?: readonly string[];
  /** The name to use where no label has a value; absent: the series is skipped and counted. */
  readonly constant?: string;
  /** Labels that hold the group path, outermost first, such as `["cluster", "namespace"]`. */
  readonly groupLabels?: readonly string[];
  /** A fixed group path, used where none of `groupLabels` has a value. */
  readonly group?: readonly string[];
  /** Label that says what kind of node it is, such as "database" or OpenTelemetry's `connection_type`. */
  readonly kindLabel?: string;
}

/** Which labels of a series make an edge. */
export interface EdgeMapping {
  readonly source: EndpointMapping;
  readonly target: EndpointMapping;
  /** Label with the status or class of a request; absent: all requests are of the first class. */
  readonly classLabel?: string;
  /** Label with the protocol; absent: "http" is not assumed, the protocol is empty. */
  readonly protocolLabel?: string;
}

/** What a value of the latency expression is measured in. */
export type LatencyUnit = 's' | 'ms';

/** The expressions of one definition, in the upstream's own language. Rates are per second. Requests or bytes must be there. */
export interface TrafficExpressions {
  /** Requests per second by source, target and, where mapped, class. Absent or blank: flows whose bytes alone are known. */
  readonly requests?: string;
  /** Failed requests per second by source and target. Replaces what the classes say of errors. */
  readonly errors?: string;
  readonly p50?: string;
  readonly p95?: string;
  readonly p99?: string;
  /** Bytes per second. */
  readonly bytes?: string;
}

/**
 * What a metric of services measures. `saturation`: how much of it is in use, 0–1; `capacity`: requests per second that
 * it can serve; `custom`: anything else, in a unit of its own.
 */
export type NodeMetricKind = 'saturation' | 'capacity' | 'custom';

/** A metric of services rather than of edges, in the language of its definition's upstream. */
export interface NodeMetricDefinition {
  readonly kind: NodeMetricKind;
  /** Told in details and named by rules, such as "CPU". Equal names of several definitions are one metric. */
  readonly name: string;
  readonly expression: string;
  /** For `custom`: Grafana's id of its unit, such as "bytes". Absent: a plain number. */
  readonly unit?: string;
  /** What names the service. Absent: the labels of the target, or else those of the source. */
  readonly service?: EndpointMapping;
}

export type UpstreamKind = 'prometheus' | 'graphite' | 'vizceral' | 'simulated' | 'pasted';

/** One way to read traffic from one upstream. A query holds one or more. */
export interface TrafficDefinition {
  /** Unique within its query; names the definition in notices and provenance. */
  readonly id: string;
  readonly kind: UpstreamKind;
  /** The uid of a Grafana data source; the reporter reads a name of its own configuration. Unused by kinds that ask none. */
  readonly upstream: string;
  readonly expressions: TrafficExpressions;
  readonly mapping: EdgeMapping;
  /** How the names that labels hold become names of services. Absent: they are the names. */
  readonly naming?: NameMapping;
  /**
   * Graphite only: how a dotted path yields labels, such as `stats.counters.{source}.upstream.{target}.{class}.rate`.
   * `*` skips one part. Several patterns, separated by spaces or commas, serve expressions with paths of different
   * forms; the first that fits holds. Absent: the series' tags are the labels.
   */
  readonly pathPattern?: string;
  /** Absent: `DEFAULT_CLASSES`. */
  readonly classes?: readonly TrafficClass[];
  /** Absent: seconds. */
  readonly latencyUnit?: LatencyUnit;
  /** Metrics of services, joined to those that its requests name. */
  readonly nodeMetrics?: readonly NodeMetricDefinition[];
  /**
   * Labels whose values stay on what series become: those of requests (or of bytes, where no requests are asked for) on
   * edges, those of `nodeMetrics` on services. The expressions must keep them too. Rules match on them.
   */
  readonly keepLabels?: readonly string[];
  /** Whether its expressions name series that recording rules make, so that nobody has to check their names. */
  readonly recorded?: boolean;
  /** Rules for what this definition sees; tried before those of the request. */
  readonly thresholds?: readonly WrittenRule[];
}

/**
 * How to join an edge that several definitions report.
 * `prefer`: the first definition that has the edge; `sum`: rates add; `max`: the larger of each metric.
 */
export type MergeRule = 'prefer' | 'sum' | 'max';

/** What is asked for: definitions in order of preference, how to merge them, and the thresholds that go with them. */
export interface TrafficRequest {
  readonly definitions: readonly TrafficDefinition[];
  readonly merge: MergeRule;
  readonly thresholds: readonly WrittenRule[];
  /** What becomes of the whole graph, once all definitions are merged. */
  readonly shape?: GraphShape;
}

/** Classes by HTTP status or by the words that meshes and gRPC use. */
export const DEFAULT_CLASSES: readonly TrafficClass[] = Object.freeze([
  Object.freeze({ name: 'normal', severity: 'normal' } as const),
  Object.freeze({ name: 'warning', severity: 'warning', match: '4..|4xx|warning|warn' } as const),
  Object.freeze({
    name: 'danger',
    severity: 'danger',
    match: '5..|5xx|0|danger|error|errors|failed|failure|true',
  } as const),
]);
