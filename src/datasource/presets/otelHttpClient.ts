import { HOST_NAMES, type Preset } from './preset';
import { eachExpression, quantilesBy, rateBy, SOURCE_OF_JOB, splitJob } from './promql';

const EDGE = ['job', 'server_address'];
const COUNT = 'http_client_request_duration_seconds_count';

/** HTTP clients by OpenTelemetry's semantic conventions. */
export const OTEL_HTTP_CLIENT: Preset = {
  id: 'otel-http-client',
  label: 'OpenTelemetry HTTP clients',
  kind: 'prometheus',
  needs: 'http_client_request_duration_seconds',
  detect: COUNT,
  edgeLabels: EDGE,
  pitfalls:
    'The target is read from the host name that the caller asked, which may differ from the name of the service.',
  expressions: eachExpression(
    {
      requests: rateBy([...EDGE, 'http_response_status_code'], COUNT),
      errors: rateBy(
        EDGE,
        `${COUNT}{http_response_status_code=~"5.."}`,
        `${COUNT}{http_response_status_code="",error_type!=""}`
      ),
      ...quantilesBy(EDGE, 'http_client_request_duration_seconds_bucket'),
    },
    splitJob
  ),
  mapping: { source: SOURCE_OF_JOB, target: { label: 'server_address' }, classLabel: 'http_response_status_code' },
  naming: HOST_NAMES,
};
