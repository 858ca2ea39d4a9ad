import type { TrafficClass } from './definition';
import type { KeptLabel } from './keptLabel';
import type { NodeMetric } from './nodeMetric';
import type { ServiceKind } from './shape';

/** What a node is. `group` stands for its members in a view. */
export type NodeKind = ServiceKind | 'group';

/** Nodes of a history, one row each, in a stable order (by id). */
export interface NodeTable {
  /** Group path and name joined by "/" with each part escaped: unique, and the same from refresh to refresh. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Group path, outermost first; empty for a node in no group. */
  readonly groups: ReadonlyArray<readonly string[]>;
  readonly kinds: readonly NodeKind[];
  /** Definition ids in which the node was seen. */
  readonly seenIn: ReadonlyArray<readonly string[]>;
  /** Metrics of the nodes themselves, over the history's buckets. Absent: nobody asks for any. */
  readonly metrics?: readonly NodeMetric[];
  /** Labels that definitions keep of the series of such metrics. Absent: there are none. */
  readonly labels?: readonly KeptLabel[];
}

/** Per edge and bucket, row-major: `column[edge * times.length + bucket]`. NaN means no data. */
export type EdgeColumn = Float32Array;

/** What is measured of edges, a row an edge. */
export interface EdgeMetrics {
  /** Requests per second, one column a class, in the order of `TrafficHistory.classes`. */
  readonly rates: readonly EdgeColumn[];
  /** Failed requests by all requests, 0–1. */
  readonly errorRatio: EdgeColumn;
  /** Latency in seconds; absent when no definition asks for it. */
  readonly p50?: EdgeColumn;
  readonly p95?: EdgeColumn;
  readonly p99?: EdgeColumn;
  /** Bytes per second; absent when no definition asks for it. */
  readonly bytes?: EdgeColumn;
  /** Requests per second at the same time of an earlier day or week; absent when nobody asks for a baseline. */
  readonly baseline?: EdgeColumn;
}

/** Edges of a history, one row each, in a stable order (by source id, target id, protocol). */
export interface EdgeTable extends EdgeMetrics {
  /** Source id, target id and protocol joined: unique, and the same from refresh to refresh. */
  readonly ids: readonly string[];
  /** Row of the source in the node table. */
  readonly source: Int32Array;
  /** Row of the target in the node table. */
  readonly target: Int32Array;
  /** Empty where unknown. */
  readonly protocols: readonly string[];
  /** Definition ids in which the edge was seen. */
  readonly seenIn: ReadonlyArray<readonly string[]>;
  /**
   * By edge: milliseconds of the last answer, where the upstream fails since and later buckets repeat that; NaN for a
   * fresh edge. Absent: all are.
   */
  readonly staleSince?: Float64Array;
  /** Labels that definitions keep of the series of requests. Absent: there are none. */
  readonly labels?: readonly KeptLabel[];
}

/** Traffic between services over time: the product's central value. Immutable. */
export interface TrafficHistory {
  /** Bucket ends in milliseconds, ascending. "Now" is the last complete bucket: the last entry. */
  readonly times: Float64Array;
  readonly classes: readonly TrafficClass[];
  readonly nodes: NodeTable;
  readonly edges: EdgeTable;
}
