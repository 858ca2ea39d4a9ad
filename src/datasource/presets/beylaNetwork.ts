import type { Preset } from './preset';
import { rateBy } from './promql';

const EDGE = ['k8s_cluster_name', 'k8s_src_namespace', 'k8s_src_owner_name', 'k8s_dst_namespace', 'k8s_dst_owner_name'];
const OWNED = 'k8s_src_owner_name!="",k8s_dst_owner_name!=""';

/** Flows between workloads of Kubernetes at layer 4, by Beyla, or by what it became: OpenTelemetry's eBPF instrumentation. */
export const BEYLA_NETWORK: Preset = {
  id: 'beyla-network',
  label: 'Beyla and OpenTelemetry eBPF network flows (bytes)',
  kind: 'prometheus',
  needs: 'beyla_network_flow_bytes_total or obi_network_flow_bytes_total with the owners’ names',
  enable:
    'BEYLA_NETWORK_METRICS=true and BEYLA_KUBE_METADATA_ENABLE=true; OpenTelemetry’s: OTEL_EBPF_NETWORK_METRICS=true and OTEL_EBPF_KUBE_METADATA_ENABLE=true',
  detect: `{__name__=~"(?:beyla|obi)_network_flow_bytes_total",${OWNED}}`,
  pitfalls:
    'Flows have bytes and no requests, no errors and no latency: the map tells bytes per second, and thresholds on bytes judge them. Answers are flows in the other direction, so that most edges come in pairs; flows from and to outside of the cluster are left out.',
  expressions: {
    bytes: rateBy(EDGE, ...['beyla', 'obi'].map((program) => `${program}_network_flow_bytes_total{${OWNED}}`)),
  },
  mapping: {
    source: { label: 'k8s_src_owner_name', groupLabels: ['k8s_cluster_name', 'k8s_src_namespace'] },
    target: { label: 'k8s_dst_owner_name', groupLabels: ['k8s_cluster_name', 'k8s_dst_namespace'] },
  },
};
