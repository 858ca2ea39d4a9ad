import type { Preset } from './preset';

/** Tagged series: their tags are the labels. */
export const GRAPHITE_TAGGED: Preset = {
  id: 'graphite-tagged',
  label: 'Graphite: tagged series',
  kind: 'graphite',
  needs: 'traffic.requests;source=…;target=…;status=… and traffic.latency.p95',
  detect: "seriesByTag('name=traffic.requests')",
  pitfalls:
    'The series must hold requests per second: wrap counters that only grow in perSecond(). Where every host writes its own series, let Graphite sum them: groupByTags(…, "sum", "source", "target", "status"); it refuses series that lack one of those tags.',
  expressions: {
    requests: "seriesByTag('name=traffic.requests')",
    p95: "seriesByTag('name=traffic.latency.p95')",
  },
  mapping: {
    source: { label: 'source', groupLabels: ['source_region', 'source_namespace'] },
    target: { label: 'target', groupLabels: ['target_region', 'target_namespace'] },
    classLabel: 'status',
    protocolLabel: 'protocol',
  },
};
