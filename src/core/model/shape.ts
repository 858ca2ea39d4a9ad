/** What a service may be said to be. */
export type ServiceKind = 'service' | 'gateway' | 'database' | 'cache' | 'queue' | 'external' | 'user';

export const SERVICE_KINDS: readonly ServiceKind[] = Object.freeze([
  'service',
  'gateway',
  'database',
  'cache',
  'queue',
  'external',
  'user',
] as const);

/** Says the kind of the nodes whose name matches; the first rule that matches decides. */
export interface KindRule {
  /** Regular expression, anchored at both ends, over the name. */
  readonly match: string;
  readonly kind: ServiceKind;
}

/** What becomes of a hub. `callers`: one edge from one node that stands for all its callers; `hide`: it is left out. */
export type HubTreatment = 'callers' | 'hide';

/** Services that nearly everybody calls, such as logging or authentication: their edges hide all others. */
export interface HubRule {
  /** Regular expression, anchored at both ends: hubs by name. */
  readonly match?: string;
  /** Part of all services, 0–1: who is called by more is a hub, if it has at least `FEWEST_HUB_CALLERS` callers. */
  readonly share?: number;
  readonly show: HubTreatment;
}

/** Bounds of what is read and kept. What lies beyond is counted and told, the largest is kept. */
export interface TrafficLimits {
  /** Series of one expression. Absent: `DEFAULT_LIMITS`. */
  readonly series?: number;
  /** Samples of one expression, series × buckets; the latest are kept. */
  readonly samples?: number;
  /** Edges of the history. */
  readonly edges?: number;
}

/** What becomes of the graph as a whole. An absent field changes nothing, save for `joinHosts` and `limits`. */
export interface GraphShape {
  /** Whether a host such as "orders.shop" is the known service "orders". Absent: yes. */
  readonly joinHosts?: boolean;
  readonly kinds?: readonly KindRule[];
  /** Seconds that an edge stays after its last traffic. Absent: as long as it is in the time range. */
  readonly keepIdleSeconds?: number;
  readonly hubs?: HubRule;
  /** External nodes that a group shows at most; those with fewer requests are drawn as one. */
  readonly externals?: number;
  readonly limits?: TrafficLimits;
}

/** A hub by share has at least as many callers: in a small graph everybody calls everybody. */
export const FEWEST_HUB_CALLERS = 8;

/** What the map, the frames and the browser's memory are made for. */
export const DEFAULT_LIMITS: Required<TrafficLimits> = Object.freeze({
  series: 300_000,
  samples: 30_000_000,
  edges: 40_000,
});
