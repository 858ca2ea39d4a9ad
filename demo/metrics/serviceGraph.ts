import type { NodeKind } from '../../src/core/model/history';
import type { SimulatedEdge } from '../../src/core/simulation';
import { allRequests, histogramSeries, withoutEmpty, type Convention, type CounterSeries } from './series';

/** Seconds: the defaults of Tempo's and the OpenTelemetry Collector's service graph. */
export const SERVICE_GRAPH_BOUNDS: readonly number[] = Object.freeze([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8]);

/** The service graph that Tempo, Alloy and the OpenTelemetry Collector make of traces, with dimensions of ours. */
export const SERVICE_GRAPH: Convention = Object.freeze({
  families: [
    { name: 'traces_service_graph_request_total', type: 'counter', help: 'Requests between two services.' },
    {
      name: 'traces_service_graph_request_failed_total',
      type: 'counter',
      help: 'Failed requests between two services.',
    },
    {
      name: 'traces_service_graph_request_server_seconds',
      type: 'histogram',
      help: 'Durations of requests as the server saw them, seconds.',
    },
  ] as const,
  seriesOf: ({ source, target }: SimulatedEdge) => {
    const labels = withoutEmpty({
      client: source.name,
      client_cluster: source.region,
      client_namespace: source.namespace,
      server: target.name,
      server_cluster: target.region,
      server_namespace: target.namespace,
      connection_type: connectionType(source.kind, target.kind),
    });
    const total: CounterSeries = { name: 'traces_service_graph_request_total', labels, read: allRequests };
    const failed: CounterSeries = {
      name: 'traces_service_graph_request_failed_total',
      labels,
      read: (counters) => counters.requests['5xx'],
    };
    const durations = histogramSeries('traces_service_graph_request_server_seconds', labels, SERVICE_GRAPH_BOUNDS, 1);
    return [total, failed, ...durations];
  },
});

function connectionType(source: NodeKind, target: NodeKind): string {
  if (source === 'user' || target === 'external') {
    return 'virtual_node';
  }
  if (target === 'queue') {
    return 'messaging_system';
  }
  return target === 'database' ? 'database' : '';
}
