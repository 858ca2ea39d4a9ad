import type { Preset } from './preset';

/** Counters and timers that statsd writes under paths with caller and callee. */
export const GRAPHITE_STATSD: Preset = {
  id: 'graphite-statsd',
  label: 'Graphite: statsd paths',
  kind: 'graphite',
  needs: 'stats.counters.<caller>.upstream.<callee>.<class>.rate, stats.timers.….upper_95',
  pitfalls:
    '“.rate” is per second whatever the flush interval is; “.count” is not. The legacy namespace of statsd writes stats.<name> in place of stats.counters.<name>.rate.',
  expressions: {
    requests: 'stats.counters.*.upstream.*.*.rate',
    p95: 'stats.timers.*.upstream.*.latency.upper_95',
  },
  pathPattern: 'stats.*.{source}.upstream.{target}.{class}.*',
  mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'class' },
  latencyUnit: 'ms',
};
