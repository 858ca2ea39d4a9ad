import type { Preset } from './preset';

/** What statsd writes with its legacy namespace, which is its default: rates without a prefix and a suffix of their own. */
export const GRAPHITE_STATSD_LEGACY: Preset = {
  id: 'graphite-statsd-legacy',
  label: 'Graphite: statsd paths, legacy namespace',
  kind: 'graphite',
  needs: 'stats.<caller>.upstream.<callee>.<status>, stats.timers.<caller>.upstream.<callee>.upper_95',
  enable: 'legacyNamespace in statsd’s settings, which is on by default',
  detect: 'stats.*.upstream.*.*',
  pitfalls:
    '“stats.…” is per second, and is what is read; “stats_counts.…” is the count of one flush. Where paths have a part for hosts too, write * for it in the expressions and in the path pattern: rates add up, and of percentiles, which cannot be averaged, the largest is shown.',
  expressions: {
    requests: 'stats.*.upstream.*.*',
    p95: 'stats.timers.*.upstream.*.upper_95',
  },
  pathPattern: 'stats.{source}.upstream.{target}.{class} stats.timers.{source}.upstream.{target}.upper_95',
  mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'class' },
  latencyUnit: 'ms',
};
