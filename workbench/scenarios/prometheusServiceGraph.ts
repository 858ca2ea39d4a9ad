import type { Scenario } from './scenario';

const SIDES = 'client, client_cluster, client_namespace, server, server_cluster, server_namespace';
const WINDOW = '[$__rate_interval]';

/** The service graph that Tempo, Alloy and the OpenTelemetry Collector make of traces. */
export const prometheusServiceGraph: Scenario = {
  name: 'prometheus-service-graph',
  title: 'Prometheus: service graph',
  about: 'The metrics that Tempo or a collector makes of traces, with a query for the failed requests.',
  dataSource: 'traffic',
  queries: [
    {
      refId: 'A',
      merge: 'prefer',
      definitions: [
        {
          id: 'traces',
          kind: 'prometheus',
          upstream: 'prometheus',
          expressions: {
            requests: `sum by (${SIDES}) (rate(traces_service_graph_request_total${WINDOW}))`,
            errors: `sum by (${SIDES}) (rate(traces_service_graph_request_failed_total${WINDOW}))`,
            p95: `histogram_quantile(0.95, sum by (${SIDES}, le) (rate(traces_service_graph_request_server_seconds_bucket${WINDOW})))`,
          },
          mapping: {
            source: { label: 'client', groupLabels: ['client_cluster', 'client_namespace'] },
            target: { label: 'server', groupLabels: ['server_cluster', 'server_namespace'] },
          },
        },
      ],
    },
  ],
};
