import { ENVOY_CLASSES } from './envoyClasses';
import type { Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['job', 'envoy_cluster_name'];
const UPSTREAMS = 'envoy_cluster_name!="local_app"';

/** Envoy without a mesh: each scraped job is a caller, each of its clusters a callee. */
export const ENVOY: Preset = {
  id: 'envoy',
  label: 'Envoy',
  kind: 'prometheus',
  needs: 'envoy_cluster_upstream_rq_xx, envoy_cluster_upstream_rq_time',
  detect: 'envoy_cluster_upstream_rq_xx{consul_destination_service=""}',
  pitfalls: 'The caller is the scrape job: give each proxy a job of its own. The callee is the name of the cluster.',
  expressions: {
    requests: rateBy([...EDGE, 'envoy_response_code_class'], `envoy_cluster_upstream_rq_xx{${UPSTREAMS}}`),
    errors: rateBy(EDGE, `envoy_cluster_upstream_rq_xx{${UPSTREAMS},envoy_response_code_class="5"}`),
    ...quantilesBy(EDGE, `envoy_cluster_upstream_rq_time_bucket{${UPSTREAMS}}`),
  },
  mapping: {
    source: { label: 'job' },
    target: { label: 'envoy_cluster_name' },
    classLabel: 'envoy_response_code_class',
  },
  classes: ENVOY_CLASSES,
  latencyUnit: 'ms',
};
