import type { Preset } from './preset';
import { eachExpression, quantilesBy, rateBy, relabel } from './promql';

const ANSWERED_EDGE = ['app_id', 'src_app_id'];

/** In what Dapr counts of answers, the callee stands under `src_app_id`. */
function calleeOf(expression: string): string {
  return relabel(expression, 'dst_app_id', 'src_app_id', '(.+)');
}

/** Service invocation through Dapr's sidecars. */
export const DAPR: Preset = {
  id: 'dapr',
  label: 'Dapr service invocation',
  kind: 'prometheus',
  needs: 'dapr_runtime_service_invocation_req_sent_total, …_res_recv_total, …_res_recv_latency_ms',
  detect: 'dapr_runtime_service_invocation_req_sent_total',
  edgeLabels: ['app_id', 'dst_app_id'],
  pitfalls: 'Errors are answers with 5xx; calls that never got an answer are not among them.',
  expressions: {
    requests: rateBy(['app_id', 'dst_app_id'], 'dapr_runtime_service_invocation_req_sent_total'),
    errors: calleeOf(rateBy(ANSWERED_EDGE, 'dapr_runtime_service_invocation_res_recv_total{status=~"5.."}')),
    ...eachExpression(
      quantilesBy(ANSWERED_EDGE, 'dapr_runtime_service_invocation_res_recv_latency_ms_bucket'),
      calleeOf
    ),
  },
  mapping: { source: { label: 'app_id' }, target: { label: 'dst_app_id' } },
  latencyUnit: 'ms',
};
