import { HOST_NAMES, type Preset } from './preset';
import { quantilesBy, rateBy } from './promql';

const EDGE = ['service_namespace', 'service_name', 'server_address'];
const COUNT = 'rpc_client_duration_seconds_count';
const OF_BEYLA = 'service_name!="",server_address!=""';
/** UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, DATA_LOSS. */
const FAILURES = '2|4|13|14|15';

/** gRPC clients as Beyla sees them from the kernel. */
export const BEYLA_RPC: Preset = {
  id: 'beyla-rpc',
  label: 'Beyla (gRPC clients)',
  kind: 'prometheus',
  needs: 'rpc_client_duration_seconds with service_name and server_address',
  enable: 'attributes.select: {rpc_client_duration: {include: ["*"]}}, for Beyla leaves out server.address by default.',
  detect: `${COUNT}{${OF_BEYLA}}`,
  pitfalls: 'The target is the host name or address that the caller asked.',
  expressions: {
    requests: rateBy([...EDGE, 'rpc_grpc_status_code'], `${COUNT}{${OF_BEYLA}}`),
    errors: rateBy(EDGE, `${COUNT}{${OF_BEYLA},rpc_grpc_status_code=~"${FAILURES}"}`),
    ...quantilesBy(EDGE, `rpc_client_duration_seconds_bucket{${OF_BEYLA}}`),
  },
  mapping: {
    source: { label: 'service_name', groupLabels: ['service_namespace'] },
    target: { label: 'server_address' },
    classLabel: 'rpc_grpc_status_code',
  },
  naming: HOST_NAMES,
  classes: [
    { name: 'normal', severity: 'normal', match: '0?' },
    { name: 'danger', severity: 'danger', match: FAILURES },
    { name: 'warning', severity: 'warning' },
  ],
};
