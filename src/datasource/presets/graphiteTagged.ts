import type { Preset } from './preset';

/** Tagged series, which Graphite sums on its side. */
export const GRAPHITE_TAGGED: Preset = {
  id: 'graphite-tagged',
  label: 'Graphite: tagged series',
  kind: 'graphite',
  needs: 'requests.rate;source=…;target=…;status=…',
  pitfalls:
    'The series must hold requests per second; wrap counters that only grow in perSecond(). Percentiles cannot be averaged: the largest of each edge is shown.',
  expressions: {
    requests: "groupByTags(seriesByTag('name=requests.rate'), 'sum', 'source', 'target', 'status')",
    p95: "groupByTags(seriesByTag('name=latency.p95'), 'max', 'source', 'target')",
  },
  mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'status' },
};
