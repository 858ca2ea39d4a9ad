import type { TrafficClass } from './definition';

/** Classes by HTTP status, whole or as "4xx". Status 0 is what proxies write where no answer came. */
export const HTTP_CLASSES: readonly TrafficClass[] = Object.freeze([
  Object.freeze({ name: 'success', severity: 'normal' } as const),
  Object.freeze({ name: '4xx', severity: 'warning', match: '4..' } as const),
  Object.freeze({ name: '5xx', severity: 'danger', match: '5..|0' } as const),
]);

/**
 * Classes by gRPC code, as a number or in words. A server error is what OpenTelemetry's conventions for RPC call one:
 * Unknown, DeadlineExceeded, Unimplemented, Internal, Unavailable, DataLoss.
 */
export const GRPC_CLASSES: readonly TrafficClass[] = Object.freeze([
  Object.freeze({ name: 'OK', severity: 'normal', match: '(?i)ok|0|' } as const),
  Object.freeze({ name: 'refused', severity: 'warning' } as const),
  Object.freeze({
    name: 'server error',
    severity: 'danger',
    match: '(?i)2|4|12|13|14|15|unknown|deadline_?exceeded|unimplemented|internal|unavailable|data_?loss',
  } as const),
]);

/** Lists of classes to start from. */
export const CLASS_PRESETS: ReadonlyArray<{ readonly label: string; readonly classes: readonly TrafficClass[] }> =
  Object.freeze([
    { label: 'HTTP status', classes: HTTP_CLASSES },
    { label: 'gRPC codes', classes: GRPC_CLASSES },
  ]);
