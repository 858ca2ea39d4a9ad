import type { Preset } from './preset';

/** Envoy's statsd sink: the clusters behind one proxy. */
export const GRAPHITE_ENVOY: Preset = {
  id: 'graphite-envoy',
  label: 'Graphite: Envoy by statsd',
  kind: 'graphite',
  needs:
    'stats.counters.envoy.cluster.<name>.upstream_rq_<class>.rate, stats.timers.envoy.cluster.<name>.upstream_rq_time.upper_95',
  detect: 'stats.counters.envoy.cluster.*.upstream_rq_{2xx,4xx,5xx}.rate',
  pitfalls: 'Paths do not say which proxy wrote them: give each a statsd prefix of its own, and name it as the source.',
  expressions: {
    requests: 'stats.counters.envoy.cluster.*.upstream_rq_{2xx,3xx,4xx,5xx}.rate',
    p95: 'stats.timers.envoy.cluster.*.upstream_rq_time.upper_95',
  },
  pathPattern:
    'stats.counters.envoy.cluster.{target}.upstream_rq_{class}.rate stats.timers.envoy.cluster.{target}.upstream_rq_time.upper_95',
  mapping: { source: { constant: 'Envoy' }, target: { label: 'target' }, classLabel: 'class' },
  latencyUnit: 'ms',
};
