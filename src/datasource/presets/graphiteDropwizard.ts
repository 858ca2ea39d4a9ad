import type { Preset } from './preset';

/** Meters and timers of Dropwizard Metrics and of what follows it: moving averages, written as they are. */
export const GRAPHITE_DROPWIZARD: Preset = {
  id: 'graphite-dropwizard',
  label: 'Graphite: Dropwizard and other EWMA meters',
  kind: 'graphite',
  needs: '<caller>.upstream.<callee>.requests.m1_rate and .p95, <caller>.upstream.<callee>.errors.m1_rate',
  detect: '*.upstream.*.requests.m1_rate',
  pitfalls:
    '“m1_rate” lags by about a minute; “count” only grows: wrap it in perSecond(). Percentiles are in the unit that the reporter converts to, which is milliseconds by default.',
  expressions: {
    requests: '*.upstream.*.requests.m1_rate',
    errors: '*.upstream.*.errors.m1_rate',
    p95: '*.upstream.*.requests.p95',
    p99: '*.upstream.*.requests.p99',
  },
  pathPattern:
    '{source}.upstream.{target}.requests.m1_rate {source}.upstream.{target}.errors.m1_rate {source}.upstream.{target}.requests.p95 {source}.upstream.{target}.requests.p99',
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
  latencyUnit: 'ms',
};
