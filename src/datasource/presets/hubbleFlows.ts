import type { Preset } from './preset';
import { rateBy } from './promql';

const EDGE = ['source_namespace', 'source_workload', 'destination_namespace', 'destination_workload', 'protocol'];
const FLOWS = 'source_workload!="",destination_workload!=""';
const LOST = 'DROPPED|ERROR';

/** Flows at layer 4 as Cilium's Hubble sees them: what was dropped is danger. */
export const HUBBLE_FLOWS: Preset = {
  id: 'hubble-flows',
  label: 'Cilium Hubble flows (layer 4)',
  kind: 'prometheus',
  needs: 'hubble_flows_processed_total, with workloads as context labels',
  enable:
    'In hubble.metrics.enabled: flow:labelsContext=source_namespace,source_workload,destination_namespace,destination_workload',
  detect: `hubble_flows_processed_total{${FLOWS}}`,
  pitfalls:
    'Rates are flow events and not requests, and there is no latency. What a network policy or the kernel dropped counts as an error. Answers are events in the other direction, so that most edges come in pairs.',
  expressions: {
    requests: rateBy([...EDGE, 'verdict'], `hubble_flows_processed_total{${FLOWS}}`),
    errors: rateBy(EDGE, `hubble_flows_processed_total{${FLOWS},verdict=~"${LOST}"}`),
  },
  mapping: {
    source: { label: 'source_workload', groupLabels: ['source_namespace'] },
    target: { label: 'destination_workload', groupLabels: ['destination_namespace'] },
    classLabel: 'verdict',
    protocolLabel: 'protocol',
  },
  classes: [
    { name: 'normal', severity: 'normal' },
    { name: 'danger', severity: 'danger', match: LOST },
  ],
};
