import type { Preset } from './preset';

/** Counters and timers that statsd writes under paths with caller and callee. */
export const GRAPHITE_STATSD: Preset = {
  id: 'graphite-statsd',
  label: 'Graphite: statsd paths',
  kind: 'graphite',
  needs: 'stats.counters.<caller>.upstream.<callee>.<status>.rate, stats.timers.<caller>.upstream.<callee>.upper_95',
  detect: 'stats.counters.*.upstream.*.*.rate',
  pitfalls:
    '“.rate” is per second whatever the flush interval is; “.count” is not. Servers with the legacy namespace write other paths: see the preset for them. Where paths have a part for hosts too, write * for it in the expressions and in the path pattern: rates add up, and of percentiles, which cannot be averaged, the largest is shown.',
  expressions: {
    requests: 'stats.counters.*.upstream.*.*.rate',
    p95: 'stats.timers.*.upstream.*.upper_95',
  },
  pathPattern:
    'stats.counters.{source}.upstream.{target}.{class}.rate stats.timers.{source}.upstream.{target}.upper_95',
  mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'class' },
  latencyUnit: 'ms',
};
