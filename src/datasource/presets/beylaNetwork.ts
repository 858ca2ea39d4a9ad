import type { Preset } from './preset';
import { rateBy } from './promql';

const EDGE = ['k8s_cluster_name', 'k8s_src_namespace', 'k8s_src_owner_name', 'k8s_dst_namespace', 'k8s_dst_owner_name'];
const FLOWS = 'beyla_network_flow_bytes_total{k8s_src_owner_name!="",k8s_dst_owner_name!=""}';

/** Flows between workloads of Kubernetes at layer 4, by Beyla. */
export const BEYLA_NETWORK: Preset = {
  id: 'beyla-network',
  label: 'Beyla network flows (bytes)',
  kind: 'prometheus',
  needs: 'beyla_network_flow_bytes_total with the owners’ names',
  enable: 'BEYLA_NETWORK_METRICS=true, and Kubernetes metadata (BEYLA_KUBE_METADATA_ENABLE=true)',
  detect: FLOWS,
  pitfalls:
    'Flows have bytes and no requests: what the map shows as requests per second are bytes per second. There are no errors and no latency. Answers are flows in the other direction, so that most edges come in pairs; flows from and to outside of the cluster are left out.',
  expressions: { requests: rateBy(EDGE, FLOWS), bytes: rateBy(EDGE, FLOWS) },
  mapping: {
    source: { label: 'k8s_src_owner_name', groupLabels: ['k8s_cluster_name', 'k8s_src_namespace'] },
    target: { label: 'k8s_dst_owner_name', groupLabels: ['k8s_cluster_name', 'k8s_dst_namespace'] },
  },
};
