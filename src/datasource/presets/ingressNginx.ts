import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['ingress', 'service', 'exported_namespace'];

/** The NGINX ingress controller of Kubernetes. */
export const INGRESS_NGINX: Preset = {
  id: 'ingress-nginx',
  label: 'ingress-nginx',
  kind: 'prometheus',
  needs: 'nginx_ingress_controller_requests, nginx_ingress_controller_request_duration_seconds',
  detect: 'nginx_ingress_controller_requests',
  pitfalls: 'Requests that match no ingress have empty labels and are skipped.',
  expressions: {
    requests: rateBy([...EDGE, 'status'], 'nginx_ingress_controller_requests'),
    errors: rateBy(EDGE, 'nginx_ingress_controller_requests{status=~"5.."}'),
    ...quantilesBy(EDGE, 'nginx_ingress_controller_request_duration_seconds_bucket'),
  },
  mapping: {
    source: { label: 'ingress', groupLabels: ['exported_namespace'] },
    target: { label: 'service', groupLabels: ['exported_namespace'] },
    classLabel: 'status',
  },
};
