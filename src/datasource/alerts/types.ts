/** Who tells of firing alerts. */
export type AlertSourceKind = 'prometheus' | 'alertmanager' | 'grafana';

/** One place to read firing alerts from. */
export interface AlertSource {
  /**
   * `prometheus`: the series `ALERTS`, with their history; `alertmanager`: an Alertmanager data source, what is active
   * now; `grafana`: Grafana's own alert rules, what fires now.
   */
  readonly kind: AlertSourceKind;
  /** The uid of a data source, or a variable; absent: the first Prometheus of the settings. Unused for `grafana`. */
  readonly upstream?: string;
  /** For `prometheus`: label matchers that narrow the alerts, such as `team="shop"`. */
  readonly matchers?: string;
}

/** Firing alerts on the map. */
export interface AlertSettings {
  readonly sources: readonly AlertSource[];
  /** Labels of alerts that hold a service, tried before those of the definitions and the usual ones. */
  readonly serviceLabels?: readonly string[];
}
