import { HOST_NAMES, type Preset } from './preset';
import { eachExpression, quantilesBy, rateBy, SOURCE_OF_JOB, splitJob } from './promql';

const EDGE = ['job', 'server_address'];

/** RPC clients by OpenTelemetry's semantic conventions. */
export const OTEL_RPC_CLIENT: Preset = {
  id: 'otel-rpc-client',
  label: 'OpenTelemetry RPC clients',
  kind: 'prometheus',
  needs: 'rpc_client_call_duration_seconds',
  detect: 'rpc_client_call_duration_seconds_count',
  edgeLabels: EDGE,
  pitfalls: 'Older libraries call it rpc_client_duration_seconds, or rpc_client_duration_milliseconds.',
  expressions: eachExpression(
    {
      requests: rateBy(EDGE, 'rpc_client_call_duration_seconds_count'),
      errors: rateBy(EDGE, 'rpc_client_call_duration_seconds_count{error_type!=""}'),
      ...quantilesBy(EDGE, 'rpc_client_call_duration_seconds_bucket'),
    },
    splitJob
  ),
  mapping: { source: SOURCE_OF_JOB, target: { label: 'server_address' } },
  naming: HOST_NAMES,
};
