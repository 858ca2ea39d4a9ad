import type { SimulatedEdge } from '../../src/core/simulation';
import { allRequests, histogramSeries, withoutEmpty, type Convention, type CounterSeries } from './series';

/** Milliseconds: Istio's own bounds up to ten seconds. */
export const ISTIO_BOUNDS: readonly number[] = Object.freeze([
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000,
]);

const RESPONSE_CODES = Object.freeze({ '2xx': '200', '4xx': '404', '5xx': '503' } as const);

/** gRPC's own status; a 4xx is the proxy's answer, which no gRPC server has seen. */
const GRPC_STATUS = Object.freeze({ '2xx': '0', '4xx': '', '5xx': '14' } as const);

/**
 * Istio's standard metrics. Both proxies of a request count it, the caller's (`reporter="source"`) and the callee's
 * (`reporter="destination"`); what is outside of the mesh has no proxy, save for the internet's side of the gateway.
 */
export const ISTIO: Convention = Object.freeze({
  families: [
    { name: 'istio_requests_total', type: 'counter', help: 'Requests.' },
    { name: 'istio_request_duration_milliseconds', type: 'histogram', help: 'Durations of requests, milliseconds.' },
    { name: 'istio_response_bytes', type: 'histogram', help: 'Sizes of responses, bytes.' },
  ] as const,
  seriesOf: (edge: SimulatedEdge) => {
    const reporters = edge.target.kind === 'external' ? ['source'] : ['source', 'destination'];
    return reporters.flatMap((reporter) => seriesOf(edge, reporter));
  },
});

function seriesOf(edge: SimulatedEdge, reporter: string): readonly CounterSeries[] {
  const { source, target, protocol } = edge;
  const labels = withoutEmpty({
    reporter,
    source_workload: source.name,
    source_workload_namespace: source.namespace,
    source_cluster: source.region,
    destination_service_name: target.name,
    destination_service_namespace: target.namespace,
    destination_cluster: target.region,
    request_protocol: protocol,
  });
  const requests = (['2xx', '4xx', '5xx'] as const).map((status): CounterSeries => ({
    name: 'istio_requests_total',
    labels: withoutEmpty({
      ...labels,
      response_code: RESPONSE_CODES[status],
      grpc_response_status: protocol === 'grpc' ? GRPC_STATUS[status] : '',
    }),
    read: (counters) => counters.requests[status],
  }));
  return [
    ...requests,
    ...histogramSeries('istio_request_duration_milliseconds', labels, ISTIO_BOUNDS, 1000),
    { name: 'istio_response_bytes_bucket', labels: { ...labels, le: '+Inf' }, read: allRequests },
    { name: 'istio_response_bytes_sum', labels, read: (counters) => counters.bytes },
    { name: 'istio_response_bytes_count', labels, read: allRequests },
  ];
}
