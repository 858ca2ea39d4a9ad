import { HOST_NAMES, type Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['application', 'client_name'];
const COUNT = 'http_client_requests_seconds_count';
const FAILURES = '5..|IO_ERROR|CLIENT_ERROR';

/** HTTP clients of Spring Boot 3, by Micrometer. */
export const SPRING_BOOT: Preset = {
  id: 'spring-boot',
  label: 'Spring Boot 3 (HTTP clients)',
  kind: 'prometheus',
  needs: 'http_client_requests_seconds with the common tag application',
  enable:
    'management.metrics.tags.application=<name> for the caller, management.metrics.distribution.percentiles-histogram.http.client.requests=true for latency',
  detect: COUNT,
  pitfalls:
    'The target is the host name of the address that was called. Clients that Spring did not build are not measured.',
  expressions: {
    requests: rateBy([...EDGE, 'status'], COUNT),
    errors: rateBy(EDGE, `${COUNT}{status=~"${FAILURES}"}`),
    ...quantilesBy(EDGE, 'http_client_requests_seconds_bucket'),
  },
  mapping: { source: { label: 'application' }, target: { label: 'client_name' }, classLabel: 'status' },
  naming: HOST_NAMES,
  classes: [
    { name: 'normal', severity: 'normal' },
    { name: 'warning', severity: 'warning', match: '4..' },
    { name: 'danger', severity: 'danger', match: FAILURES },
  ],
};
