import type { ServiceLoad } from '../../src/core/simulation';
import { withoutEmpty, type MetricFamily } from './series';

/** Milliseconds that each sample is the mean of: kubelet measures CPU over about so long. */
export const GAUGE_WINDOW_MS = 30_000;

/** One sample of a metric of a service. */
export interface GaugeSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const CPU = 'k8s_pod_cpu_limit_utilization_ratio';
const MOST_PODS = 'kube_horizontalpodautoscaler_spec_max_replicas';
const RATE_OF_POD = 'kube_horizontalpodautoscaler_spec_target_metric';

/** CPU as the kubelet receiver of the OpenTelemetry Collector tells it, scaling as kube-state-metrics does. */
export const GAUGE_FAMILIES: readonly MetricFamily[] = Object.freeze([
  { name: CPU, type: 'gauge', help: 'CPU in use by the limit, 0 to 1.' },
  { name: MOST_PODS, type: 'gauge', help: 'Pods that an autoscaler may start at most.' },
  { name: RATE_OF_POD, type: 'gauge', help: 'What an autoscaler keeps each pod at, by metric.' },
] as const);

/** All samples of one service; none while it has vanished. */
export function gaugesOf({ service, cpu, scale, present }: ServiceLoad): readonly GaugeSample[] {
  if (!present) {
    return [];
  }
  const pods = withoutEmpty({
    k8s_deployment_name: service.name,
    k8s_namespace_name: service.namespace,
    k8s_cluster_name: service.region,
  });
  const scaler = withoutEmpty({
    horizontalpodautoscaler: service.name,
    namespace: service.namespace,
    cluster: service.region,
  });
  const used = Number.isNaN(cpu) ? [] : [{ name: CPU, labels: pods, value: Number(cpu.toFixed(4)) }];
  return scale === undefined
    ? used
    : [
        ...used,
        { name: MOST_PODS, labels: scaler, value: scale.mostPods },
        {
          name: RATE_OF_POD,
          labels: { ...scaler, metric_name: 'requests_per_second', metric_target_type: 'average' },
          value: scale.rateOfPod,
        },
      ];
}
