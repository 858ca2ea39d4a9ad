import type { Preset } from './preset';
import { eachExpression, quantilesBy, rateBy, SOURCE_OF_JOB, splitJob } from './promql';

const EDGE = ['job', 'grpc_service'];
const FAILURES = 'Unknown|DeadlineExceeded|Internal|Unavailable|DataLoss';

/** gRPC clients of Go's Prometheus middleware. */
export const GRPC_CLIENT: Preset = {
  id: 'grpc-client',
  label: 'gRPC clients (Go)',
  kind: 'prometheus',
  needs: 'grpc_client_handled_total, grpc_client_handling_seconds',
  enable: 'grpcprom.WithClientHandlingTimeHistogram() in the client, for latency.',
  detect: 'grpc_client_handled_total',
  edgeLabels: EDGE,
  pitfalls:
    'The target is the gRPC service that was called, and not the program that serves it. Codes that tell of the caller’s own mistakes are warnings.',
  expressions: eachExpression(
    {
      requests: rateBy([...EDGE, 'grpc_code'], 'grpc_client_handled_total'),
      errors: rateBy(EDGE, `grpc_client_handled_total{grpc_code=~"${FAILURES}"}`),
      ...quantilesBy(EDGE, 'grpc_client_handling_seconds_bucket'),
    },
    splitJob
  ),
  mapping: { source: SOURCE_OF_JOB, target: { label: 'grpc_service' }, classLabel: 'grpc_code' },
  classes: [
    { name: 'normal', severity: 'normal', match: 'OK' },
    { name: 'danger', severity: 'danger', match: FAILURES },
    { name: 'warning', severity: 'warning' },
  ],
};
