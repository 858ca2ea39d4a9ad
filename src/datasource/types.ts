import type { DataSourceApi, DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { MergeRule, TrafficDefinition, TrafficRequest, UpstreamKind } from '../core/model/definition';
import type { GraphShape } from '../core/model/shape';
import type { WrittenRule } from '../core/model/threshold';
import type { ScenarioName } from '../core/simulation';
import type { EventSettings } from './annotations/types';
import type { AlertSettings } from './alerts/types';
import type { LinkSettings } from './links/types';

/** What a simulated definition plays. */
export interface SimulationChoice {
  readonly scenario: ScenarioName;
  /** Equal seeds give equal traffic. Absent: `DEFAULT_SEED`. */
  readonly seed?: number;
  /** Absent: the scenario's own size. */
  readonly services?: number;
}

/** A definition as it stands in a query: the core's, and what only the editor and the simulation need. */
export interface QueryDefinition extends TrafficDefinition {
  /** Kept in the query, but not asked. */
  readonly hidden?: boolean;
  /** Whether to read the series that recording rules made of its expressions, where it can be recorded. */
  readonly recorded?: boolean;
  /** Id of the preset it was filled from. */
  readonly preset?: string;
  /** For `simulated`; absent: `DEFAULT_SCENARIO`. */
  readonly simulation?: SimulationChoice;
  /** For `pasted`: Vizceral JSON. */
  readonly pasted?: string;
  /** For `vizceral`: where its JSON is, below the address of the settings. Absent: at that address. */
  readonly path?: string;
}

/**
 * One query of the data source, as JSON in a dashboard.
 *
 * Absent `definitions`: the simulated company. Absent `thresholds`: `DEFAULT_THRESHOLDS`; an empty list means none.
 */
export interface TrafficQuery extends DataQuery {
  readonly definitions?: readonly QueryDefinition[];
  /** Absent: `prefer`. */
  readonly merge?: MergeRule;
  readonly thresholds?: readonly WrittenRule[];
  /** What becomes of the graph as a whole. Absent: everything is drawn, within the default limits. */
  readonly shape?: GraphShape;
  /** Firing alerts to show on the map. Absent: none. */
  readonly alerts?: AlertSettings;
  /** With which earlier time rates are compared. Absent: with the mean of the time range. */
  readonly baseline?: BaselineName;
  /** Links of services and edges. Absent: to Explore alone. */
  readonly links?: LinkSettings;
  /** The most buckets that the time range is cut into. Absent: that of the data source's settings. */
  readonly resolution?: number;
  /** Only what is now is asked for, and no history: smaller answers, no replay. Absent: the whole time range. */
  readonly instant?: boolean;
  /** For an annotation: what of the map becomes one. */
  readonly events?: EventSettings;
}

/** The same time of the day before, or of the week before. */
export type BaselineName = '1d' | '1w';

/** A query with nothing absent. */
export interface CompleteRequest extends TrafficRequest {
  readonly definitions: readonly QueryDefinition[];
  readonly resolution: number;
  readonly instant: boolean;
  readonly baseline?: BaselineName;
}

/** An upstream that this data source offers: an existing data source of the same Grafana. */
export interface UpstreamReference {
  readonly uid: string;
  readonly kind: Exclude<UpstreamKind, 'vizceral' | 'simulated' | 'pasted'>;
}

/** Settings of the data source. There are no secrets: credentials stay with the upstreams. */
export interface TrafficJsonData extends DataSourceJsonData {
  /** In order of preference; the first of a kind serves definitions that name no upstream. */
  readonly upstreams?: readonly UpstreamReference[];
  /** Absent: `DEFAULT_RESOLUTION`. */
  readonly resolution?: number;
  /** Seconds after which an upstream is given up. Absent: `DEFAULT_TIMEOUT_SECONDS`. */
  readonly timeoutSeconds?: number;
  /** Where Grafana fetches Vizceral data from, by the route of plugin.json. Absent: nowhere. */
  readonly vizceralUrl?: string;
}

/** The data source, as its editors know it. */
export interface TrafficApi extends DataSourceApi<TrafficQuery, TrafficJsonData> {
  readonly settings: TrafficJsonData;
}

export const BASELINE_MS: Readonly<Record<BaselineName, number>> = { '1d': 86_400_000, '1w': 604_800_000 };
export const DEFAULT_SCENARIO: ScenarioName = 'incidents';
export const DEFAULT_SEED = 1;
export const DEFAULT_RESOLUTION = 60;
export const DEFAULT_TIMEOUT_SECONDS = 30;
