import type { QueryResultMetaNotice } from '@grafana/data';

import type { AttachedAlert } from '../core/model/alert';
import type { TrafficClass } from '../core/model/definition';
import type { KeptLabel } from '../core/model/keptLabel';
import type { NodeMetric } from '../core/model/nodeMetric';
import type { Notice } from '../core/model/notice';
import type { DeriveCounts, ShapeCounts, Transition } from '../core/model/result';
import type { ThresholdRule } from '../core/model/threshold';

/** Version of the frames' public contract, docs/data-frames.md. Raised when a reader of the older one would be misled. */
export const CONTRACT_VERSION = 1;

export type FramePart = 'nodes' | 'edges' | 'history';

/** `meta.custom` of the `nodes` and `edges` frames. */
export interface FrameMark {
  readonly trafficIntuition: number;
  readonly part: FramePart;
}

/** `meta.custom` of the `history` frame. After a JSON round trip a typed array is an object by index, and NaN is null. */
export interface HistoryMark extends FrameMark {
  readonly part: 'history';
  /** Bucket ends, milliseconds. */
  readonly times: readonly number[];
  readonly classes: readonly TrafficClass[];
  /** Of the rows: row `edge * times.length + bucket` belongs to `edgeIds[edge]`. */
  readonly edgeIds: readonly string[];
  /** Of `nodeStates`. */
  readonly nodeIds: readonly string[];
  /** State codes, node × bucket. */
  readonly nodeStates: Uint8Array;
  /** Metrics of the nodes of `nodeIds`, node × bucket; absent: none. */
  readonly nodeMetrics?: readonly NodeMetric[];
  /** Kept labels of the edges of `edgeIds`, and of the nodes of `nodeIds`; absent: none. */
  readonly edgeLabels?: readonly KeptLabel[];
  readonly nodeLabels?: readonly KeptLabel[];
  readonly groupPaths: readonly string[];
  /** State codes, group × bucket. */
  readonly groupStates: Uint8Array;
  readonly transitions: readonly Transition[];
  readonly thresholds: readonly ThresholdRule[];
  readonly counts: readonly DeriveCounts[];
  /** How the edges of all definitions became those of this frame; absent: unknown. */
  readonly shape?: ShapeCounts;
  /** Firing alerts on what they belong to; absent: none. The states have been raised by them. */
  readonly alerts?: readonly AttachedAlert[];
}

/** Grafana's notice, with the upstream that it concerns. */
export type FrameNotice = QueryResultMetaNotice & Pick<Notice, 'upstream'>;

export const ARC_PREFIX = 'arc__';
/** Share of a node without traffic: makes its shares sum to 1. */
export const NO_DATA_ARC = 'arc__noData';
export const RATE_PREFIX = 'detail__rate__';
/** Seconds since the last answer behind an edge's numbers, in the `edges` frame. */
export const STALE_FIELD = 'detail__staleSeconds';
/** Fields that carry data links. */
export const LINK_PREFIX = 'link__';
/** Per-class rates in the `history` frame. */
export const HISTORY_RATE_PREFIX = 'rate__';

/** Requests per second at the same time of an earlier day or week. */
export const BASELINE_FIELD = 'detail__baseline';

/** Metrics of nodes in the `nodes` frame. */
export const NODE_METRIC_PREFIX = 'detail__metric__';

/** Labels that the query keeps, as text for people. */
export const LABEL_PREFIX = 'detail__label__';

/** Grafana's units. */
export const UNIT_RATE = 'reqps';
export const UNIT_RATIO = 'percentunit';
export const UNIT_SECONDS = 's';
export const UNIT_BYTES = 'Bps';
