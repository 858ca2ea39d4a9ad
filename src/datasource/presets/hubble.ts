import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['source_namespace', 'source_workload', 'destination_namespace', 'destination_workload'];

/** HTTP as Cilium's Hubble sees it. */
export const HUBBLE: Preset = {
  id: 'hubble',
  label: 'Cilium Hubble (HTTP)',
  kind: 'prometheus',
  needs: 'hubble_http_requests_total, hubble_http_request_duration_seconds, with workloads as context labels',
  enable:
    'HTTP visibility by a layer 7 policy, and in hubble.metrics.enabled: httpV2:labelsContext=source_namespace,source_workload,destination_namespace,destination_workload',
  detect: 'hubble_http_requests_total{reporter="server"}',
  pitfalls:
    'Workloads and namespaces are labels only if Hubble is told so. Client and server both count a call: the server’s count is read.',
  expressions: {
    requests: rateBy([...EDGE, 'status'], 'hubble_http_requests_total{reporter="server"}'),
    errors: rateBy(EDGE, 'hubble_http_requests_total{reporter="server",status=~"5.."}'),
    ...quantilesBy(EDGE, 'hubble_http_request_duration_seconds_bucket{reporter="server"}'),
  },
  mapping: {
    source: { label: 'source_workload', groupLabels: ['source_namespace'] },
    target: { label: 'destination_workload', groupLabels: ['destination_namespace'] },
    classLabel: 'status',
  },
};
