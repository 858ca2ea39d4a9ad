import type { Preset } from './preset';

const EDGE = ['source', 'source_region', 'source_namespace', 'target', 'target_region', 'target_namespace', 'protocol'];

function groupBy(name: string, callback: 'sum' | 'max', tags: readonly string[]): string {
  return `groupByTags(seriesByTag('name=${name}'), '${callback}', ${tags.map((tag) => `'${tag}'`).join(', ')})`;
}

/** Tagged series, which Graphite sums on its side. */
export const GRAPHITE_TAGGED: Preset = {
  id: 'graphite-tagged',
  label: 'Graphite: tagged series',
  kind: 'graphite',
  needs: 'traffic.requests;source=…;target=…;status=… and traffic.latency.p95',
  pitfalls:
    'The series must hold requests per second: wrap counters that only grow in perSecond(). Percentiles cannot be averaged: the largest of each edge is taken.',
  expressions: {
    requests: groupBy('traffic.requests', 'sum', [...EDGE, 'status']),
    p95: groupBy('traffic.latency.p95', 'max', EDGE),
  },
  mapping: {
    source: { label: 'source', groupLabels: ['source_region', 'source_namespace'] },
    target: { label: 'target', groupLabels: ['target_region', 'target_namespace'] },
    classLabel: 'status',
    protocolLabel: 'protocol',
  },
};
