import type { Preset } from './preset';

/** Tagged series: their tags are the labels. Graphite sums what hosts write apart. */
export const GRAPHITE_TAGGED: Preset = {
  id: 'graphite-tagged',
  label: 'Graphite: tagged series',
  kind: 'graphite',
  needs: 'traffic.requests;source=…;target=…;status=… in requests per second, and traffic.latency.p95 in seconds',
  detect: "groupByTags(seriesByTag('name=traffic.requests', 'source!=', 'target!='), 'sum', 'source', 'target')",
  pitfalls:
    'The series must hold requests per second: wrap counters that only grow in perSecond(). Series without source, target or status are left out. For namespaces, see the preset that has them. Percentiles of several hosts cannot be averaged: the largest is taken.',
  expressions: {
    requests:
      "groupByTags(seriesByTag('name=traffic.requests', 'source!=', 'target!=', 'status!='), 'sum', 'source', 'target', 'status')",
    p95: "groupByTags(seriesByTag('name=traffic.latency.p95', 'source!=', 'target!='), 'max', 'source', 'target')",
  },
  mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'status' },
};
