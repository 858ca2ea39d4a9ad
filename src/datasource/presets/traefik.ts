import type { Preset } from './preset';
import { eachExpression, quantilesBy, rateBy, relabel } from './promql';

/** Services are written "name@provider". */
function withoutProvider(expression: string): string {
  return relabel(expression, 'target', 'service', '([^@]+)(?:@.*)?');
}

/** Traefik and the services behind it. */
export const TRAEFIK: Preset = {
  id: 'traefik',
  label: 'Traefik',
  kind: 'prometheus',
  needs: 'traefik_service_requests_total, traefik_service_request_duration_seconds',
  enable: 'metrics.prometheus.addServicesLabels, which is on by default',
  detect: 'traefik_service_requests_total',
  edgeLabels: ['service'],
  pitfalls:
    'All traffic comes from one node, Traefik itself. The provider behind the service’s name (“@docker”) is left out, so that equal names of two providers are one node.',
  expressions: eachExpression(
    {
      requests: rateBy(['service', 'code', 'protocol'], 'traefik_service_requests_total'),
      errors: rateBy(['service'], 'traefik_service_requests_total{code=~"5.."}'),
      ...quantilesBy(['service'], 'traefik_service_request_duration_seconds_bucket'),
    },
    withoutProvider
  ),
  mapping: { source: { constant: 'Traefik' }, target: { label: 'target' }, classLabel: 'code' },
};
