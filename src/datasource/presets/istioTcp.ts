import type { Preset } from './preset';
import { rateBy } from './promql';

const EDGE = [
  'source_cluster',
  'source_workload_namespace',
  'source_workload',
  'destination_cluster',
  'destination_service_namespace',
  'destination_service_name',
];

/** Istio's TCP metrics, of sidecars and of ambient mode's ztunnel. */
export const ISTIO_TCP: Preset = {
  id: 'istio-tcp',
  label: 'Istio TCP, ztunnel',
  kind: 'prometheus',
  needs: 'istio_tcp_connections_opened_total, istio_tcp_received_bytes_total, istio_tcp_sent_bytes_total',
  detect: 'istio_tcp_connections_opened_total',
  pitfalls:
    'Rates are connections and not requests, and there is no latency. Bytes are those of both directions; Istio counts “received” and “sent” from the far end.',
  expressions: {
    requests: rateBy(EDGE, 'istio_tcp_connections_opened_total{reporter="source"}'),
    errors: rateBy(EDGE, 'istio_tcp_connections_opened_total{reporter="source",response_flags!="-"}'),
    bytes: ['received', 'sent']
      .map((direction) => rateBy(EDGE, `istio_tcp_${direction}_bytes_total{reporter="source"}`))
      .join(' + '),
  },
  mapping: {
    source: { label: 'source_workload', groupLabels: ['source_cluster', 'source_workload_namespace'] },
    target: {
      label: 'destination_service_name',
      groupLabels: ['destination_cluster', 'destination_service_namespace'],
    },
  },
};
