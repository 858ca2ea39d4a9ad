import type { Labels } from './series';

/** What a firing alert does to a state: `info` only informs. */
export type AlertSeverity = 'info' | 'warning' | 'danger';

/** From when to when an alert fired, in milliseconds; one that still fires ends at the time of asking. */
export interface AlertPeriod {
  readonly from: number;
  readonly to: number;
}

/** An alert as an upstream tells of it. All texts are untrusted. */
export interface Alert {
  readonly name: string;
  readonly labels: Labels;
  readonly severity: AlertSeverity;
  /** Ascending and apart. */
  readonly periods: readonly AlertPeriod[];
  /** The upstream's own words about it, where there are any. */
  readonly summary?: string;
  /** An http(s) or relative address. */
  readonly link?: string;
  /** Display name of the upstream. */
  readonly upstream: string;
}

/** An alert on what it belongs to. */
export interface AttachedAlert {
  readonly scope: 'edge' | 'node' | 'group';
  /** Edge or node id, or group path joined by "/". */
  readonly subject: string;
  readonly name: string;
  readonly severity: AlertSeverity;
  readonly periods: readonly AlertPeriod[];
  readonly summary?: string;
  readonly link?: string;
  readonly upstream: string;
}
