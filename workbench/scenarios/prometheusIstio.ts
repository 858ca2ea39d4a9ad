import type { SceneDataQuery } from '@grafana/scenes';
import type { Scenario } from './scenario';

const SIDES =
  'source_workload, source_workload_namespace, source_cluster, destination_service_name, destination_service_namespace, destination_cluster';

const quantile = (q: number): string =>
  `histogram_quantile(${q}, sum by (${SIDES}, le) (rate(istio_request_duration_milliseconds_bucket{reporter="source"}[$__rate_interval])))`;

/** Istio's metrics, as the client side reports them. */
export const istioDefinition = (upstream: string): object => ({
  id: 'mesh',
  kind: 'prometheus',
  upstream,
  expressions: {
    requests: `sum by (${SIDES}, response_code, destination_version) (rate(istio_requests_total{reporter="source"}[$__rate_interval]))`,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  },
  mapping: {
    source: { label: 'source_workload', groupLabels: ['source_cluster', 'source_workload_namespace'] },
    target: {
      label: 'destination_service_name',
      groupLabels: ['destination_cluster', 'destination_service_namespace'],
    },
    classLabel: 'response_code',
  },
  keepLabels: ['destination_version'],
  latencyUnit: 'ms',
  nodeMetrics: [
    {
      kind: 'saturation',
      name: 'CPU',
      expression:
        'max by (k8s_cluster_name, k8s_namespace_name, k8s_deployment_name) (k8s_pod_cpu_limit_utilization_ratio)',
      service: { label: 'k8s_deployment_name', groupLabels: ['k8s_cluster_name', 'k8s_namespace_name'] },
    },
    {
      kind: 'capacity',
      name: 'scaled for',
      expression:
        'kube_horizontalpodautoscaler_spec_max_replicas * on (cluster, namespace, horizontalpodautoscaler) kube_horizontalpodautoscaler_spec_target_metric{metric_name="requests_per_second"}',
      service: { label: 'horizontalpodautoscaler', groupLabels: ['cluster', 'namespace'] },
    },
  ],
});

export const istioQuery = (upstream: string): SceneDataQuery => ({
  refId: 'A',
  merge: 'prefer',
  definitions: [istioDefinition(upstream)],
  alerts: { sources: [{ kind: 'prometheus', upstream }] },
});

export const prometheusIstio: Scenario = {
  name: 'prometheus-istio',
  title: 'Prometheus: Istio',
  about: "Istio's metrics in a real Prometheus.",
  dataSource: 'traffic',
  queries: [istioQuery('prometheus')],
};
