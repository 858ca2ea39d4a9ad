import { type SimulatedEdge, type SimulatedService, STATUS_CLASSES } from '../../src/core/simulation';
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

/** A version of a service, and which of the requests of one status it takes. */
interface Version {
  readonly version: string;
  readonly read: (requests: number, status: (typeof STATUS_CLASSES)[number]) => number;
}

/** Of so many requests that are answered well, a canary takes one. */
const CANARY_OF = 10;

// In whole requests, so that those of both versions add up to what one counter would tell, and neither ever falls.
const canaryOf: Version['read'] = (requests, status) =>
  status === '5xx' ? requests : Math.floor(Math.floor(requests) / CANARY_OF);

const ONE_VERSION: readonly Version[] = [{ version: 'v1', read: (requests) => requests }];
const WITH_CANARY: readonly Version[] = [
  { version: 'v1', read: (requests, status) => requests - canaryOf(requests, status) },
  { version: 'v2', read: canaryOf },
];
const OUTSIDE: readonly Version[] = [{ version: '', read: (requests) => requests }];

/** The bad deploy is a canary: the cart of us-east has a second version, whose are all requests that fail. */
function versionsOf({ name, region, kind }: SimulatedService): readonly Version[] {
  if (kind === 'external') {
    return OUTSIDE;
  }
  return name === 'cart' && region === 'us-east' ? WITH_CANARY : ONE_VERSION;
}

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
  const requests = STATUS_CLASSES.flatMap((status) =>
    versionsOf(target).map(({ version, read }): CounterSeries => ({
      name: 'istio_requests_total',
      labels: withoutEmpty({
        ...labels,
        destination_version: version,
        response_code: RESPONSE_CODES[status],
        grpc_response_status: protocol === 'grpc' ? GRPC_STATUS[status] : '',
      }),
      read: ({ requests: counted }) => read(counted[status], status),
    }))
  );
  return [
    ...requests,
    ...histogramSeries('istio_request_duration_milliseconds', labels, ISTIO_BOUNDS, 1000),
    { name: 'istio_response_bytes_bucket', labels: { ...labels, le: '+Inf' }, read: allRequests },
    { name: 'istio_response_bytes_sum', labels, read: (counters) => counters.bytes },
    { name: 'istio_response_bytes_count', labels, read: allRequests },
  ];
}
