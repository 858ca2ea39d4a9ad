import type { Scenario } from './scenario';

/** Dotted paths as statsd flushes them. */
export const statsdDefinition = {
  id: 'statsd',
  kind: 'graphite',
  upstream: 'graphite',
  expressions: {
    requests: 'stats.counters.*.upstream.*.*.rate',
    // Renamed to fit the one path pattern.
    p95: String.raw`aliasSub(stats.timers.*.upstream.*.upper_95, '^stats\.timers\.(.+)\.upper_95$', 'stats.counters.\1.all.rate')`,
  },
  mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'class' },
  pathPattern: 'stats.counters.{source}.upstream.{target}.{class}.rate',
  latencyUnit: 'ms',
} as const;

/** Tagged series: the tags are the labels. */
export const taggedDefinition = {
  id: 'tagged',
  kind: 'graphite',
  upstream: 'graphite',
  expressions: {
    // Not summed by groupByTags(): Graphite refuses series that lack one of its tags, as those of the internet do.
    requests: "seriesByTag('name=traffic.requests')",
    p95: "seriesByTag('name=traffic.latency.p95')",
  },
  mapping: {
    source: { label: 'source', groupLabels: ['source_region', 'source_namespace'] },
    target: { label: 'target', groupLabels: ['target_region', 'target_namespace'] },
    classLabel: 'status',
  },
} as const;

export const graphiteStatsd: Scenario = {
  name: 'graphite-statsd',
  title: 'Graphite: statsd paths',
  about: 'Source, target and class by their place in a dotted path.',
  dataSource: 'traffic',
  queries: [{ refId: 'A', merge: 'prefer', definitions: [statsdDefinition] }],
};

export const graphiteTagged: Scenario = {
  name: 'graphite-tagged',
  title: 'Graphite: tagged series',
  about: 'Source, target and class by tags.',
  dataSource: 'traffic',
  queries: [{ refId: 'A', merge: 'prefer', definitions: [taggedDefinition] }],
};
