import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['client', 'server', 'connection_type'];

/** The service graph that Tempo, Alloy and the OpenTelemetry Collector make from traces. */
export const SERVICE_GRAPH: Preset = {
  id: 'service-graph',
  label: 'Service graph (Tempo, Alloy, OTel Collector)',
  kind: 'prometheus',
  needs: 'traces_service_graph_request_total, …_failed_total, …_server_seconds',
  pitfalls:
    'It is made from traces: where those are sampled, rates are too low, while ratios and latencies hold. “user” stands for callers that send no traces.',
  expressions: {
    requests: rateBy(EDGE, 'traces_service_graph_request_total'),
    errors: rateBy(EDGE, 'traces_service_graph_request_failed_total'),
    ...quantilesBy(EDGE, 'traces_service_graph_request_server_seconds_bucket'),
  },
  mapping: {
    source: { label: 'client' },
    target: { label: 'server' },
    protocolLabel: 'connection_type',
  },
};
