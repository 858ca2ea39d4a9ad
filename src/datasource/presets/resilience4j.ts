import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['application', 'name'];
const COUNT = 'resilience4j_circuitbreaker_calls_seconds_count';

/** Calls through the circuit breakers of Resilience4j. */
export const RESILIENCE4J: Preset = {
  id: 'resilience4j',
  label: 'Resilience4j circuit breakers',
  kind: 'prometheus',
  needs: 'resilience4j_circuitbreaker_calls_seconds with the common tag application',
  enable:
    'management.metrics.tags.application=<name> for the caller, management.metrics.distribution.percentiles-histogram.resilience4j.circuitbreaker.calls=true for latency',
  detect: COUNT,
  pitfalls: 'The target is the name of the circuit breaker. Calls that an open breaker refuses are not among these.',
  expressions: {
    requests: rateBy([...EDGE, 'kind'], COUNT),
    errors: rateBy(EDGE, `${COUNT}{kind="failed"}`),
    ...quantilesBy(EDGE, 'resilience4j_circuitbreaker_calls_seconds_bucket'),
  },
  mapping: { source: { label: 'application' }, target: { label: 'name' }, classLabel: 'kind' },
  classes: [
    { name: 'normal', severity: 'normal' },
    { name: 'warning', severity: 'warning', match: 'ignored' },
    { name: 'danger', severity: 'danger', match: 'failed' },
  ],
};
