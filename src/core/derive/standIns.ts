import type { EdgeRegistry } from './edgeRegistry';
import { isPublicHost } from './nodeKinds';
import { type NodeRegistry, ROOT_GROUP } from './nodeRegistry';

/** Nodes that some series proves to be an end of an edge. */
function provenNodes(nodes: NodeRegistry, edges: EdgeRegistry): Uint8Array {
  const proven = new Uint8Array(nodes.names.length);
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.proven[edge] === 1) {
      proven[edges.source[edge]] = 1;
      proven[edges.target[edge]] = 1;
    }
  }
  return proven;
}

/** Proven nodes by name: those in a group, and the one in none. */
interface KnownNodes {
  readonly grouped: ReadonlyMap<string, readonly number[]>;
  readonly ungrouped: ReadonlyMap<string, number>;
}

function knownNodes(nodes: NodeRegistry, proven: Uint8Array): KnownNodes {
  const grouped = new Map<string, number[]>();
  nodes.names.forEach((name, node) => {
    if (proven[node] === 1 && nodes.groupOf[node] !== ROOT_GROUP) {
      const same = grouped.get(name);
      if (same) {
        same.push(node);
      } else {
        grouped.set(name, [node]);
      }
    }
  });
  const ungrouped = new Map([...nodes.members[ROOT_GROUP]].filter(([, node]) => proven[node] === 1));
  return { grouped, ungrouped };
}

const HOST = /^([a-z0-9_-]+)((?:\.[a-z0-9_-]+)+)(?::\d+)?$/i;

/**
 * The service that a host name stands for: that of its first label, if there is one in a single group, or in a single
 * one that the host names as well. A public host only stands for a service whose group it names.
 */
function serviceOfHost(name: string, { groupOf, groups }: NodeRegistry, known: KnownNodes): number | undefined {
  const host = HOST.exec(name);
  if (!host || /^\d+$/.test(host[1])) {
    return undefined;
  }
  const labels = host[2].split('.');
  const grouped = known.grouped.get(host[1]) ?? [];
  const named = grouped.filter((node) => groups.paths[groupOf[node]].some((part) => labels.includes(part)));
  if (named.length === 1) {
    return named[0];
  }
  if (isPublicHost(name)) {
    return undefined;
  }
  return grouped.length === 0 ? known.ungrouped.get(host[1]) : grouped.length === 1 ? grouped[0] : undefined;
}

/**
 * Which node each node stands for: itself, or, for one without a group, the only proven one of its name that has a
 * group, or the service that it names as a host.
 */
export function resolveStandIns(nodes: NodeRegistry, edges: EdgeRegistry, joinHosts: boolean): Int32Array {
  const standsFor = Int32Array.from(nodes.names, (_, node) => node);
  const ungrouped = nodes.members[ROOT_GROUP];
  const hasGroups = ungrouped.size < nodes.names.length;
  const hosts = joinHosts ? [...ungrouped].filter(([name]) => name.includes('.')) : [];
  if (ungrouped.size === 0 || (!hasGroups && hosts.length === 0)) {
    return standsFor;
  }
  const known = knownNodes(nodes, provenNodes(nodes, edges));
  for (const [name, node] of ungrouped) {
    const same = known.grouped.get(name);
    if (same?.length === 1) {
      standsFor[node] = same[0];
    }
  }
  for (const [name, node] of hosts) {
    const service = standsFor[node] === node ? serviceOfHost(name, nodes, known) : undefined;
    // A service without a group may itself stand for one that has one.
    standsFor[node] = service === undefined ? standsFor[node] : standsFor[service];
  }
  return standsFor;
}
