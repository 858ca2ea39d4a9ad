import { SERVICE_KINDS, type ServiceKind } from '../model/shape';

/** Row of "no group" in a group table. */
export const ROOT_GROUP = 0;

/** Group paths by row, found part by part, so that no key has to be built for a path. */
export interface GroupRegistry {
  readonly paths: Array<readonly string[]>;
  readonly children: Array<Map<string, number>>;
}

/** Nodes by row while series are read, in the order they were first seen. */
export interface NodeRegistry {
  readonly groups: GroupRegistry;
  readonly names: string[];
  /** Row of each node's group. */
  readonly groupOf: number[];
  /** Per group: node rows by name. */
  readonly members: Array<Map<string, number>>;
  /** Kinds that labels tell, by row of the node. */
  readonly kinds: Map<number, ServiceKind>;
}

export function createNodeRegistry(): NodeRegistry {
  return {
    groups: { paths: [[]], children: [new Map()] },
    names: [],
    groupOf: [],
    members: [new Map()],
    kinds: new Map(),
  };
}

/** The row of the group named `part` within the group of row `parent`; made when it is new. */
export function childGroup(nodes: NodeRegistry, parent: number, part: string): number {
  const { paths, children } = nodes.groups;
  const known = children[parent].get(part);
  if (known !== undefined) {
    return known;
  }
  const row = paths.length;
  paths.push([...paths[parent], part]);
  children.push(new Map());
  nodes.members.push(new Map());
  children[parent].set(part, row);
  return row;
}

/** The row of the node of that name in that group; made when it is new. */
export function registerNode(nodes: NodeRegistry, group: number, name: string): number {
  const members = nodes.members[group];
  const known = members.get(name);
  if (known !== undefined) {
    return known;
  }
  const row = nodes.names.length;
  nodes.names.push(name);
  nodes.groupOf.push(group);
  members.set(name, row);
  return row;
}

/** Of two kinds that labels tell of one node, the later in the order of `SERVICE_KINDS`. */
export function laterKind(known: ServiceKind | undefined, kind: ServiceKind): ServiceKind {
  return known === undefined || SERVICE_KINDS.indexOf(kind) > SERVICE_KINDS.indexOf(known) ? kind : known;
}

/** Keeps what a label tells of a node's kind. */
export function learnKind(nodes: NodeRegistry, node: number, kind: ServiceKind | undefined): void {
  if (kind !== undefined) {
    nodes.kinds.set(node, laterKind(nodes.kinds.get(node), kind));
  }
}
