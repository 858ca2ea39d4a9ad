import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { PrometheusDatasource } from '@grafana/prometheus';

/** Grafana's own Prometheus data source, from its published library. */
export const createPrometheus = (settings: DataSourceInstanceSettings): DataSourceApi =>
  new PrometheusDatasource(
    settings as ConstructorParameters<typeof PrometheusDatasource>[0]
  ) as unknown as DataSourceApi;
