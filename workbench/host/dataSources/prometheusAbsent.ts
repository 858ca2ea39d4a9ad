import type { DataSourceApi } from '@grafana/data';

/** Takes the place of `prometheusPlugin` in the hosts of other versions, which draw the simulated upstream only. */
export const createPrometheus = (): DataSourceApi => {
  throw new Error("This host was built without Grafana's Prometheus library: use the host of Grafana 12.4");
};
