import type { NodeKind } from '../model/history';
import { anchoredPattern } from '../model/pattern';
import { type KindRule, SERVICE_KINDS, type ServiceKind } from '../model/shape';

type FoundKind = Exclude<NodeKind, 'service' | 'group'>;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Words that name the kind when they are the last word of a name: "orders-db", "edge-gateway". */
const ROLES: ReadonlyArray<readonly [FoundKind, ReadonlySet<string>]> = [
  ['cache', words('cache')],
  ['database', words('db database datastore')],
  ['queue', words('queue topic broker bus stream mq')],
  ['gateway', words('gateway gw ingress proxy lb loadbalancer router edge')],
  ['user', words('user users client clients browser visitors')],
  ['external', words('internet external world thirdparty')],
];

/** Products that name the kind wherever they stand: "postgres-primary-0", "shared-redis". */
const PRODUCTS: ReadonlyArray<readonly [FoundKind, ReadonlySet<string>]> = [
  ['cache', words('redis memcached memcache valkey varnish')],
  [
    'database',
    words(
      'postgres postgresql mysql mariadb mongo mongodb cassandra dynamodb cockroachdb clickhouse elasticsearch opensearch sqlserver'
    ),
  ],
  ['queue', words('kafka rabbitmq activemq nats pulsar sqs kinesis pubsub')],
  ['gateway', words('nginx envoy traefik haproxy kong istio-ingressgateway ingressgateway')],
];

/** Last words of services that work with a product rather than being it: "kafka-consumer". */
const WORKERS = words('consumer producer worker exporter operator migrator backup ui admin service api');

/** Names of hosts outside: at least two dots, or a common ending of the public name space. */
const PUBLIC_HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|net|org|io|dev|app|cloud)(:\d+)?$/;

export function isPublicHost(name: string): boolean {
  return PUBLIC_HOST.test(name.toLowerCase());
}

/** Other words that labels use for a kind: OpenTelemetry's and Tempo's `connection_type`, `db_system`, Kiali's. */
const KIND_WORDS: Readonly<Record<string, ServiceKind>> = {
  db: 'database',
  messaging: 'queue',
  messaging_system: 'queue',
  broker: 'queue',
  virtual_node: 'external',
  internet: 'external',
  third_party: 'external',
  client: 'user',
  browser: 'user',
  proxy: 'gateway',
  ingress: 'gateway',
  workload: 'service',
  app: 'service',
};

/** The kind that the value of a label names; undefined for one that names none. */
export function kindOfLabel(value: string): ServiceKind | undefined {
  const word = value.toLowerCase();
  return (
    SERVICE_KINDS.find((kind) => kind === word) ?? (Object.hasOwn(KIND_WORDS, word) ? KIND_WORDS[word] : undefined)
  );
}

/** Prepares rules; undefined where none matches. A pattern that is no regular expression matches nothing. */
export function createKindRules(rules: readonly KindRule[]): (name: string) => ServiceKind | undefined {
  const prepared = rules.flatMap(({ match, kind }) => {
    const pattern = match === '' ? undefined : anchoredPattern(match);
    return pattern ? [{ pattern, kind }] : [];
  });
  return (name) => prepared.find(({ pattern }) => pattern.test(name))?.kind;
}

function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
}

/** Guesses what a node is from its name; "service" where nothing speaks for another kind. */
export function nodeKindOf(name: string): NodeKind {
  if (isPublicHost(name)) {
    return 'external';
  }
  const parts = wordsOf(name);
  const last = parts[parts.length - 1];
  if (last === undefined) {
    return 'service';
  }
  const role = ROLES.find(([, known]) => known.has(last));
  if (role !== undefined) {
    return role[0];
  }
  if (WORKERS.has(last)) {
    return 'service';
  }
  return PRODUCTS.find(([, known]) => parts.some((part) => known.has(part)))?.[0] ?? 'service';
}
