import { HOST_NAMES, type Preset } from './preset';
import { eachExpression, quantilesBy, rateBy, SOURCE_OF_JOB, splitJob } from './promql';

const EDGE = ['job', 'server_address'];
const COUNT = 'rpc_client_duration_seconds_count';
/** UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, DATA_LOSS. */
const FAILURES = '2|4|13|14|15';

/** RPC clients by the older names of OpenTelemetry's conventions. */
export const OTEL_RPC_CLIENT_OLDER: Preset = {
  id: 'otel-rpc-client-older',
  label: 'OpenTelemetry RPC clients, older names',
  kind: 'prometheus',
  needs: 'rpc_client_duration_seconds with server_address',
  detect: `${COUNT}{server_address!="",service_name=""}`,
  edgeLabels: EDGE,
  pitfalls:
    'SDKs that measure in milliseconds call it rpc_client_duration_milliseconds: change the name in all expressions, and the unit of latency. The target is the host name that the caller asked.',
  expressions: eachExpression(
    {
      requests: rateBy([...EDGE, 'rpc_grpc_status_code'], COUNT),
      errors: rateBy(
        EDGE,
        `${COUNT}{rpc_grpc_status_code=~"${FAILURES}"}`,
        `${COUNT}{rpc_grpc_status_code="",error_type!=""}`
      ),
      ...quantilesBy(EDGE, 'rpc_client_duration_seconds_bucket'),
    },
    splitJob
  ),
  mapping: { source: SOURCE_OF_JOB, target: { label: 'server_address' }, classLabel: 'rpc_grpc_status_code' },
  naming: HOST_NAMES,
  classes: [
    { name: 'normal', severity: 'normal', match: '0?' },
    { name: 'danger', severity: 'danger', match: FAILURES },
    { name: 'warning', severity: 'warning' },
  ],
};
