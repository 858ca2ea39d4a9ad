import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

/** Kong gateway and the services behind it. */
export const KONG: Preset = {
  id: 'kong',
  label: 'Kong',
  kind: 'prometheus',
  needs: 'kong_http_requests_total, kong_upstream_latency_ms',
  enable:
    'The prometheus plugin with status_code_metrics, latency_metrics and upstream_health_metrics as wanted: they are off by default since Kong 3',
  detect: 'kong_http_requests_total',
  pitfalls: 'Replies of the gateway itself (source="kong") count too; latency is that of the service behind it.',
  expressions: {
    requests: rateBy(['service', 'code'], 'kong_http_requests_total'),
    errors: rateBy(['service'], 'kong_http_requests_total{code=~"5.."}'),
    ...quantilesBy(['service'], 'kong_upstream_latency_ms_bucket'),
  },
  mapping: { source: { constant: 'Kong' }, target: { label: 'service' }, classLabel: 'code' },
  latencyUnit: 'ms',
};
