import type { DataFrame } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { ExpressionName } from '../../core/model/result';
import type { Filter } from '../filters/narrowByFilters';
import type { Detectable } from '../presets/preset';
import type { UpstreamReference } from '../types';

/** One sub-request to an existing data source: its targets, and the expression that each refId carries. */
export interface SubRequest {
  readonly targets: readonly DataQuery[];
  readonly expressionOf: Readonly<Record<string, ExpressionName>>;
  /** What of the dashboard's ad hoc filters is left for the upstream to put into the expressions. */
  readonly filters?: readonly Filter[];
}

/** What differs between the kinds of existing data sources that can be asked. */
export interface DelegatedUpstream {
  readonly kind: UpstreamReference['kind'];
  readonly label: string;
  /** Plugin ids of data sources of this kind. */
  readonly pluginIds: readonly string[];
  /** Whether the data source narrows its queries by a dashboard's ad hoc filters. */
  readonly takesAdHocFilters: boolean;
  /** The field of a target that holds its expression. */
  readonly expressionField: 'expr' | 'target';
  /** The shortest interval assumed where the data source names none, such as "15s". */
  readonly defaultInterval: string;
  /** How far back an instant is looked for; absent where the upstream knows instants. */
  readonly lookback?: (stepMs: number) => { readonly lengthMs: number; readonly maxDataPoints: number };
  /**
   * Sub-requests for the written expressions of one definition; `prefix` makes refIds unique in the whole request.
   * `instant`: for the end of the range alone, where the upstream knows instants.
   */
  readonly subRequests: (
    expressions: ReadonlyArray<readonly [ExpressionName, string]>,
    dataSource: { readonly uid: string; readonly type: string },
    prefix: string,
    instant?: boolean
  ) => readonly SubRequest[];
  /** The same target, which asks for exemplars as well: single requests with their traces. Absent: there are none. */
  readonly withExemplars?: (target: DataQuery) => DataQuery;
  /** What any data source of this kind answers with one series, and at no cost. */
  readonly probe: string;
  /** Requests that tell cheaply what is there for each preset; the refId of its target is `detectionRefId`. */
  readonly detection: (
    presets: readonly Detectable[],
    dataSource: { readonly uid: string; readonly type: string }
  ) => ReadonlyArray<readonly DataQuery[]>;
  /** How many edges the frames that a preset was detected by stand for. */
  readonly edgesOf: (frames: readonly DataFrame[], preset: Detectable) => number;
}

export function detectionRefId(index: number): string {
  return `detect-${index}`;
}
