import { HOST_NAMES, type Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['service_namespace', 'service_name', 'server_address'];
const COUNT = 'http_client_request_duration_seconds_count';

/** HTTP clients as Beyla sees them from the kernel. */
export const BEYLA: Preset = {
  id: 'beyla',
  label: 'Beyla (HTTP clients)',
  kind: 'prometheus',
  needs: 'http_client_request_duration_seconds with service_name and server_address',
  enable:
    'attributes.select: {http_client_request_duration: {include: ["*"]}}, for Beyla leaves out server.address by default.',
  detect: `${COUNT}{service_name!="",server_address!=""}`,
  pitfalls:
    'The target is the host name or address that the caller asked. Beyla’s service graph works with the preset of that name.',
  expressions: {
    requests: rateBy([...EDGE, 'http_response_status_code'], COUNT),
    errors: rateBy(EDGE, `${COUNT}{http_response_status_code=~"5.."}`),
    ...quantilesBy(EDGE, 'http_client_request_duration_seconds_bucket'),
  },
  mapping: {
    source: { label: 'service_name', groupLabels: ['service_namespace'] },
    target: { label: 'server_address' },
    classLabel: 'http_response_status_code',
  },
  naming: HOST_NAMES,
};
