import { HOST_NAMES, type Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['application', 'clientName'];
const COUNT = 'http_client_requests_seconds_count';
const FAILURES = '5..|IO_ERROR|CLIENT_ERROR';

/** HTTP clients of Spring Boot 2, by Micrometer. */
export const SPRING_BOOT_2: Preset = {
  id: 'spring-boot-2',
  label: 'Spring Boot 2 (HTTP clients)',
  kind: 'prometheus',
  needs: 'http_client_requests_seconds with clientName and the common tag application',
  enable:
    'management.metrics.tags.application=<name> for the caller, management.metrics.distribution.percentiles-histogram.http.client.requests=true for latency',
  detect: `${COUNT}{clientName!=""}`,
  pitfalls:
    'The target is the host name of the address that was called. Clients that Spring did not build are not measured.',
  expressions: {
    requests: rateBy([...EDGE, 'status'], `${COUNT}{clientName!=""}`),
    errors: rateBy(EDGE, `${COUNT}{clientName!="",status=~"${FAILURES}"}`),
    ...quantilesBy(EDGE, 'http_client_requests_seconds_bucket{clientName!=""}'),
  },
  mapping: { source: { label: 'application' }, target: { label: 'clientName' }, classLabel: 'status' },
  naming: HOST_NAMES,
  classes: [
    { name: 'normal', severity: 'normal' },
    { name: 'warning', severity: 'warning', match: '4..' },
    { name: 'danger', severity: 'danger', match: FAILURES },
  ],
};
