import { ENVOY_CLASSES } from './envoyClasses';
import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['consul_source_service', 'consul_destination_service'];
const UPSTREAMS = 'consul_destination_service!="",envoy_cluster_name!="local_app"';

/** Consul's service mesh: Envoy, with Consul's labels. */
export const CONSUL: Preset = {
  id: 'consul',
  label: 'Consul service mesh',
  kind: 'prometheus',
  needs: 'envoy_cluster_upstream_rq_xx, envoy_cluster_upstream_rq_time, with Consul’s labels',
  enable: 'Envoy’s Prometheus endpoint by envoy_prometheus_bind_addr in the proxy defaults',
  detect: `envoy_cluster_upstream_rq_xx{${UPSTREAMS}}`,
  pitfalls: 'The cluster local_app is the proxy’s own service and is left out.',
  expressions: {
    requests: rateBy([...EDGE, 'envoy_response_code_class'], `envoy_cluster_upstream_rq_xx{${UPSTREAMS}}`),
    errors: rateBy(EDGE, `envoy_cluster_upstream_rq_xx{${UPSTREAMS},envoy_response_code_class="5"}`),
    ...quantilesBy(EDGE, `envoy_cluster_upstream_rq_time_bucket{${UPSTREAMS}}`),
  },
  mapping: {
    source: { label: 'consul_source_service' },
    target: { label: 'consul_destination_service' },
    classLabel: 'envoy_response_code_class',
  },
  classes: ENVOY_CLASSES,
  latencyUnit: 'ms',
};
