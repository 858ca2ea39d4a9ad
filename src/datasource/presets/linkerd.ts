import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['namespace', 'deployment', 'dst_namespace', 'dst_deployment'];

/** Linkerd's proxies, as the caller sees the call. */
export const LINKERD: Preset = {
  id: 'linkerd',
  label: 'Linkerd',
  kind: 'prometheus',
  needs: 'response_total, response_latency_ms',
  detect: 'response_total{direction="outbound"}',
  pitfalls: 'Latency is the time to the first byte, of failed and successful responses together.',
  expressions: {
    requests: rateBy([...EDGE, 'classification'], 'response_total{direction="outbound"}'),
    errors: rateBy(EDGE, 'response_total{direction="outbound",classification="failure"}'),
    ...quantilesBy(EDGE, 'response_latency_ms_bucket{direction="outbound"}'),
  },
  mapping: {
    source: { label: 'deployment', groupLabels: ['namespace'] },
    target: { label: 'dst_deployment', groupLabels: ['dst_namespace'] },
    classLabel: 'classification',
  },
  latencyUnit: 'ms',
};
