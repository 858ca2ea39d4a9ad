import { BEYLA } from './beyla';
import { CONSUL } from './consul';
import { DAPR } from './dapr';
import { ENVOY } from './envoy';
import { GRAPHITE_DROPWIZARD } from './graphiteDropwizard';
import { GRAPHITE_ENVOY } from './graphiteEnvoy';
import { GRAPHITE_STATSD } from './graphiteStatsd';
import { GRAPHITE_TAGGED } from './graphiteTagged';
import { GRPC_CLIENT } from './grpcClient';
import { HAPROXY } from './haproxy';
import { HUBBLE } from './hubble';
import { INGRESS_NGINX } from './ingressNginx';
import { ISTIO } from './istio';
import { ISTIO_TCP } from './istioTcp';
import { KAFKA } from './kafka';
import { KONG } from './kong';
import { LINKERD } from './linkerd';
import { OTEL_HTTP_CLIENT } from './otelHttpClient';
import { OTEL_RPC_CLIENT } from './otelRpcClient';
import type { Preset } from './preset';
import { RESILIENCE4J } from './resilience4j';
import { SERVICE_GRAPH } from './serviceGraph';
import { SPRING_BOOT } from './springBoot';
import { TRAEFIK } from './traefik';

/** Every preset; of those that have data, the first tells most. A new one is one file and one line here. */
export const PRESETS: readonly Preset[] = Object.freeze([
  ISTIO,
  LINKERD,
  CONSUL,
  HUBBLE,
  SERVICE_GRAPH,
  BEYLA,
  OTEL_HTTP_CLIENT,
  OTEL_RPC_CLIENT,
  DAPR,
  SPRING_BOOT,
  GRPC_CLIENT,
  ENVOY,
  ISTIO_TCP,
  INGRESS_NGINX,
  TRAEFIK,
  HAPROXY,
  KONG,
  RESILIENCE4J,
  KAFKA,
  GRAPHITE_TAGGED,
  GRAPHITE_STATSD,
  GRAPHITE_DROPWIZARD,
  GRAPHITE_ENVOY,
]);

/** The preset of an id; undefined for one that is not, or no longer, there. */
export function presetById(id: string | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
