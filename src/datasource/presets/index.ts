import { BEYLA } from './beyla';
import { BEYLA_NETWORK } from './beylaNetwork';
import { BEYLA_RPC } from './beylaRpc';
import { CONSUL } from './consul';
import { DAPR } from './dapr';
import { ENVOY } from './envoy';
import { GRAPHITE_DROPWIZARD } from './graphiteDropwizard';
import { GRAPHITE_ENVOY } from './graphiteEnvoy';
import { GRAPHITE_STATSD } from './graphiteStatsd';
import { GRAPHITE_STATSD_LEGACY } from './graphiteStatsdLegacy';
import { GRAPHITE_TAGGED } from './graphiteTagged';
import { GRAPHITE_TAGGED_NAMESPACES } from './graphiteTaggedNamespaces';
import { GRPC_CLIENT } from './grpcClient';
import { HAPROXY } from './haproxy';
import { HUBBLE } from './hubble';
import { HUBBLE_FLOWS } from './hubbleFlows';
import { INGRESS_NGINX } from './ingressNginx';
import { ISTIO } from './istio';
import { ISTIO_TCP } from './istioTcp';
import { KAFKA } from './kafka';
import { KONG } from './kong';
import { LINKERD } from './linkerd';
import { NETOBSERV } from './netobserv';
import { OTEL_HTTP_CLIENT } from './otelHttpClient';
import { OTEL_RPC_CLIENT } from './otelRpcClient';
import { OTEL_RPC_CLIENT_OLDER } from './otelRpcClientOlder';
import type { Preset } from './preset';
import { RESILIENCE4J } from './resilience4j';
import { SERVICE_GRAPH } from './serviceGraph';
import { SPRING_BOOT } from './springBoot';
import { SPRING_BOOT_2 } from './springBoot2';
import { TRAEFIK } from './traefik';

/** Every preset, the ones that tell most first. A new one is one file and one line here. */
export const PRESETS: readonly Preset[] = Object.freeze([
  ISTIO,
  LINKERD,
  CONSUL,
  HUBBLE,
  SERVICE_GRAPH,
  BEYLA,
  BEYLA_RPC,
  OTEL_HTTP_CLIENT,
  OTEL_RPC_CLIENT,
  OTEL_RPC_CLIENT_OLDER,
  DAPR,
  SPRING_BOOT,
  SPRING_BOOT_2,
  GRPC_CLIENT,
  ENVOY,
  ISTIO_TCP,
  INGRESS_NGINX,
  TRAEFIK,
  HAPROXY,
  KONG,
  RESILIENCE4J,
  KAFKA,
  HUBBLE_FLOWS,
  BEYLA_NETWORK,
  NETOBSERV,
  GRAPHITE_TAGGED_NAMESPACES,
  GRAPHITE_TAGGED,
  GRAPHITE_STATSD,
  GRAPHITE_STATSD_LEGACY,
  GRAPHITE_DROPWIZARD,
  GRAPHITE_ENVOY,
]);

/** The preset of an id; undefined for one that is not, or no longer, there. */
export function presetById(id: string | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
