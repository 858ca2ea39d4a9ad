import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const CLIENT_GROUPS = ['client_cluster', 'client_k8s_cluster_name', 'client_namespace', 'client_k8s_namespace_name'];
const SERVER_GROUPS = ['server_cluster', 'server_k8s_cluster_name', 'server_namespace', 'server_k8s_namespace_name'];
const EDGE = ['client', ...CLIENT_GROUPS, 'server', ...SERVER_GROUPS, 'connection_type'];

/** The service graph that Tempo, Alloy and the OpenTelemetry Collector make from traces. */
export const SERVICE_GRAPH: Preset = {
  id: 'service-graph',
  label: 'Service graph (Tempo, Alloy, OTel Collector)',
  kind: 'prometheus',
  needs: 'traces_service_graph_request_total, …_failed_total, …_server_seconds',
  enable:
    'The metrics generator’s service-graphs processor (Tempo), otelcol.connector.servicegraph (Alloy) or the servicegraph connector (Collector); for groups, dimensions such as k8s.namespace.name or namespace',
  detect: 'traces_service_graph_request_total',
  pitfalls:
    'It is made from traces: where those are sampled, rates are too low, while ratios and latencies hold. “user” stands for callers that send no traces.',
  expressions: {
    requests: rateBy(EDGE, 'traces_service_graph_request_total'),
    errors: rateBy(EDGE, 'traces_service_graph_request_failed_total'),
    ...quantilesBy(EDGE, 'traces_service_graph_request_server_seconds_bucket'),
  },
  mapping: {
    source: { label: 'client', groupLabels: CLIENT_GROUPS },
    target: { label: 'server', groupLabels: SERVER_GROUPS },
    protocolLabel: 'connection_type',
  },
};
