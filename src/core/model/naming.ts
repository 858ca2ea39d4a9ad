/**
 * One line of a renaming table. The first rule that matches a name decides; nothing else is done to what it gives.
 */
export interface NameRule {
  /** Regular expression, anchored at both ends, over the name; with `exact`, the name itself. */
  readonly match: string;
  readonly exact?: boolean;
  /** The new name; `$1` and `$<part>` stand for what the groups of the expression took. Absent: the name stays. */
  readonly name?: string;
  /** The group path, parts joined by "/", with the same places. Absent: the name says nothing of a group. */
  readonly group?: string;
}

/** A name that holds its groups, such as "shop/orders" (the name last) or "orders.shop" (the name first). */
export interface NameSplit {
  readonly separator: string;
  /** Where the name stands among the parts. The others are its groups, those farther from it the outer ones. */
  readonly name: 'first' | 'last';
}

/** How host names become names of services. */
export interface HostNaming {
  /**
   * Endings that are no part of a service's name; "*" stands for one label. Absent: `DEFAULT_HOST_SUFFIXES`.
   * What is left of "orders.shop" is the service "orders" in the group "shop".
   */
  readonly suffixes?: readonly string[];
}

/** What addresses are called that no name is known of. An absent name leaves such addresses as they are. */
export interface AddressNaming {
  readonly publicName?: string;
  readonly privateName?: string;
}

/**
 * From what labels hold to names of services, for both ends of an edge. In this order, the first that applies decides:
 * rules, addresses, hosts, split.
 */
export interface NameMapping {
  /** Regular expression, anchored: values that name nobody, such as "unknown". They count as missing. */
  readonly missing?: string;
  readonly rules?: readonly NameRule[];
  readonly addresses?: AddressNaming;
  readonly hosts?: HostNaming;
  readonly split?: NameSplit;
}

/** What meshes and exporters write where they know of nobody. */
export const DEFAULT_MISSING = '(?i)unknown|undefined|none|null|nil|n/a|-|<none>|\\(none\\)';

/** Kubernetes, Consul and local networks. */
export const DEFAULT_HOST_SUFFIXES: readonly string[] = Object.freeze([
  '.svc.cluster.local',
  '.svc.*.local',
  '.svc',
  '.service.consul',
  '.service.*.consul',
  '.virtual.consul',
  '.localdomain',
  '.local',
  '.lan',
]);
