import type { Preset } from './preset';
import { rateBy } from './promql';

const EDGE = ['SrcK8S_Namespace', 'SrcK8S_OwnerName', 'DstK8S_Namespace', 'DstK8S_OwnerName'];
const OWNED = '{SrcK8S_OwnerName!="",DstK8S_OwnerName!=""}';

/** Flows between workloads of Kubernetes at layer 4, by NetObserv. */
export const NETOBSERV: Preset = {
  id: 'netobserv',
  label: 'NetObserv network flows (bytes)',
  kind: 'prometheus',
  needs: 'netobserv_workload_ingress_bytes_total, or netobserv_workload_egress_bytes_total',
  enable: 'The metric in spec.processor.metrics.includeList of the FlowCollector, where it is not there by default',
  detect: `{__name__=~"netobserv_workload_(?:in|e)gress_bytes_total",SrcK8S_OwnerName!="",DstK8S_OwnerName!=""}`,
  pitfalls:
    'Flows have bytes and no requests, no errors and no latency: the map tells bytes per second, and thresholds on bytes judge them. What the receiving node sees counts; what only the sending one sees stands in. Answers are flows in the other direction, so that most edges come in pairs; flows from and to outside of the cluster are left out.',
  expressions: {
    bytes: ['ingress', 'egress']
      .map((direction) => rateBy(EDGE, `netobserv_workload_${direction}_bytes_total${OWNED}`))
      .join(' or '),
  },
  mapping: {
    source: { label: 'SrcK8S_OwnerName', groupLabels: ['SrcK8S_Namespace'] },
    target: { label: 'DstK8S_OwnerName', groupLabels: ['DstK8S_Namespace'] },
  },
};
