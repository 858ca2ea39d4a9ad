import type { Preset } from './preset';

const ENDS = ['source', 'target'] as const;
type End = (typeof ENDS)[number];

/** Ends with a namespace, in every mix. */
const MIXES: ReadonlyArray<readonly End[]> = [['source', 'target'], ['source'], ['target'], []];

/** Every mix by itself: Graphite refuses to group series of which some lack a tag. */
function inNamespaces(metric: string, callback: string, further: readonly string[] = []): string {
  const mixes = MIXES.map((mix) => {
    const has = (end: End) => mix.includes(end);
    const there = [...ENDS, ...further].map((tag) => `'${tag}!='`);
    const namespaces = ENDS.map((end) => `'${end}_namespace${has(end) ? '!=' : '='}'`);
    const tags = [...ENDS.flatMap((end) => (has(end) ? [`${end}_namespace`, end] : [end])), ...further];
    const series = `seriesByTag('name=${metric}', ${[...there, ...namespaces].join(', ')})`;
    return `groupByTags(${series}, '${callback}', ${tags.map((tag) => `'${tag}'`).join(', ')})`;
  });
  return `group(${mixes.join(', ')})`;
}

/** Tagged series whose ends are in namespaces, or some of them. */
export const GRAPHITE_TAGGED_NAMESPACES: Preset = {
  id: 'graphite-tagged-namespaces',
  label: 'Graphite: tagged series with namespaces',
  kind: 'graphite',
  needs:
    'traffic.requests;source=…;source_namespace=…;target=…;target_namespace=…;status=… in requests per second, and traffic.latency.p95 in seconds',
  detect:
    "groupByTags(group(seriesByTag('name=traffic.requests', 'source!=', 'target!=', 'source_namespace!='), seriesByTag('name=traffic.requests', 'source!=', 'target!=', 'target_namespace!=')), 'sum', 'source', 'target')",
  pitfalls:
    'The series must hold requests per second: wrap counters that only grow in perSecond(). Series without source, target or status are left out; those without a namespace are not: each mix of ends with and without one is grouped by itself, since Graphite refuses to group series of which some lack a tag. For another level, such as regions, add its tags to the lists of those mixes in which every series has them, and to the mapping. Percentiles of several hosts cannot be averaged: the largest is taken.',
  expressions: {
    requests: inNamespaces('traffic.requests', 'sum', ['status']),
    p95: inNamespaces('traffic.latency.p95', 'max'),
  },
  mapping: {
    source: { label: 'source', groupLabels: ['source_namespace'] },
    target: { label: 'target', groupLabels: ['target_namespace'] },
    classLabel: 'status',
  },
};
