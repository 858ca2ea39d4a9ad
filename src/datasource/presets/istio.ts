import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = [
  'source_cluster',
  'source_workload_namespace',
  'source_workload',
  'destination_cluster',
  'destination_service_namespace',
  'destination_service_name',
  'request_protocol',
];

const REPORTED = 'reporter=~"source|waypoint"';
const FROM_OUTSIDE = 'reporter="destination",source_workload="unknown"';

/** Istio's standard HTTP and gRPC metrics, of sidecars, gateways and the waypoints of ambient mode. */
export const ISTIO: Preset = {
  id: 'istio',
  label: 'Istio (HTTP, gRPC)',
  kind: 'prometheus',
  needs: 'istio_requests_total, istio_request_duration_milliseconds',
  detect: 'istio_requests_total',
  pitfalls:
    'Both proxies of a call report it: requests are read from the caller’s or, in ambient mode, from the waypoint, and from the callee’s only where the caller is outside of the mesh. Without waypoints, ambient mode has TCP metrics alone: see Istio TCP.',
  expressions: {
    requests: rateBy(
      [...EDGE, 'response_code'],
      `istio_requests_total{${REPORTED}}`,
      `istio_requests_total{${FROM_OUTSIDE}}`
    ),
    errors: rateBy(
      EDGE,
      ...[REPORTED, FROM_OUTSIDE].flatMap((reporter) => [
        `istio_requests_total{${reporter},response_code=~"0|5.."}`,
        `istio_requests_total{${reporter},grpc_response_status=~"[1-9][0-9]?"}`,
      ])
    ),
    ...quantilesBy(
      EDGE,
      `istio_request_duration_milliseconds_bucket{${REPORTED}}`,
      `istio_request_duration_milliseconds_bucket{${FROM_OUTSIDE}}`
    ),
  },
  mapping: {
    source: { label: 'source_workload', groupLabels: ['source_cluster', 'source_workload_namespace'] },
    target: {
      label: 'destination_service_name',
      groupLabels: ['destination_cluster', 'destination_service_namespace'],
    },
    classLabel: 'response_code',
    protocolLabel: 'request_protocol',
  },
  latencyUnit: 'ms',
};
