import type { Preset } from './preset';
import { rateBy } from './promql';

/** HAProxy and its backends. */
export const HAPROXY: Preset = {
  id: 'haproxy',
  label: 'HAProxy',
  kind: 'prometheus',
  needs: 'haproxy_backend_http_responses_total, haproxy_backend_response_time_average_seconds',
  detect: 'haproxy_backend_http_responses_total',
  pitfalls: 'HAProxy has no histogram: p50 shows the average of the last 1,024 responses.',
  expressions: {
    requests: rateBy(['proxy', 'code'], 'haproxy_backend_http_responses_total'),
    errors: rateBy(['proxy'], 'haproxy_backend_http_responses_total{code="5xx"}'),
    p50: 'max by (proxy) (haproxy_backend_response_time_average_seconds)',
  },
  mapping: { source: { constant: 'HAProxy' }, target: { label: 'proxy' }, classLabel: 'code' },
};
