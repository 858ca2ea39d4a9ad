import type { TrafficClass } from './definition';
import type { NodeKind } from './history';
import type { NodeMetric } from './nodeMetric';

/** What is asked of a view: a time, a level, and what to leave out. */
export interface ViewRequest {
  /** Bucket of the history; the last one when absent. */
  readonly timeIndex?: number;
  /** Group path that is open; empty for the whole world. */
  readonly path: readonly string[];
  /** `groups`: children of the open path, collapsed; `services`: every service below the open path. */
  readonly detail: 'groups' | 'services';
  /** Node id to focus: only it and its callers and callees, one hop. */
  readonly focus?: string;
  /** Edges with fewer requests per second than this are left out. */
  readonly minimumRate?: number;
  /** Nodes whose name does not contain this text (case-insensitive) are left out, save for the ends of matching edges. */
  readonly nameFilter?: string;
}

/** Nodes of a view, one row each. */
export interface ViewNodes {
  readonly count: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly kinds: readonly NodeKind[];
  /** Group path of the node; for a group: its own path. */
  readonly paths: ReadonlyArray<readonly string[]>;
  /** Services a row stands for; 1 for a service. */
  readonly members: Int32Array;
  /** 1 for a node outside of the open path, shown since it talks with the inside. */
  readonly outside: Uint8Array;
  /** Requests per second, node × class: what comes in, or, for a node that nobody calls, what goes out. */
  readonly rates: Float32Array;
  readonly errorRatio: Float32Array;
  /** Seconds; NaN where unknown. */
  readonly p95: Float32Array;
  /** Bytes per second, of the same traffic as the rates; NaN where unknown. Absent: nobody asks. */
  readonly bytes?: Float32Array;
  /** Requests per second at the same time of an earlier day or week; NaN where unknown. Absent: nobody asks. */
  readonly baseline?: Float32Array;
  /** Metrics of the nodes themselves, one value a row. Absent: nobody asks for any. */
  readonly metrics?: readonly NodeMetric[];
  /** State codes of `core/model/state`. */
  readonly states: Uint8Array;
}

/** Edges of a view, one row each. */
export interface ViewEdges {
  readonly count: number;
  readonly ids: readonly string[];
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Edges of the history that a row stands for. */
  readonly members: Int32Array;
  /** Requests per second, edge × class. */
  readonly rates: Float32Array;
  readonly errorRatio: Float32Array;
  readonly p50: Float32Array;
  readonly p95: Float32Array;
  readonly p99: Float32Array;
  readonly bytes: Float32Array;
  /** As that of nodes. */
  readonly baseline?: Float32Array;
  readonly states: Uint8Array;
  /** Milliseconds of the last answer, for rows whose numbers repeat that at this time; NaN for others. Absent: none does. */
  readonly staleSince?: Float64Array;
}

/** What a view from afar is made of: another view, whose nodes lie together in fewer rows. */
export interface Aggregated {
  readonly view: TrafficView;
  /** Row in the view from afar of each node of that view. */
  readonly rowOf: Int32Array;
  /** By row: 1 for nodes that merely lie together, 0 for one node, or for all of a group: its path says which. */
  readonly isNeighbours: Uint8Array;
  /** By row: nodes in the row's state, and edges among them, where that is warning or danger; else 0. */
  readonly troubled: Int32Array;
}

/** The graph at one time and one level, ready to lay out and draw. Immutable. */
export interface TrafficView {
  /** Milliseconds. */
  readonly time: number;
  readonly path: readonly string[];
  readonly classes: readonly TrafficClass[];
  readonly nodes: ViewNodes;
  readonly edges: ViewEdges;
  /** Only of a view from afar. */
  readonly aggregated?: Aggregated;
}
