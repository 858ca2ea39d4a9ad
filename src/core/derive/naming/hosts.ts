import { DEFAULT_HOST_SUFFIXES, type HostNaming } from '../../model/naming';

import { addressKind } from './addresses';
import type { ResolvedName } from './resolvedName';

/** Host and port of a URL. Without a scheme a "/" or an "@" is as likely part of a name. */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/?#]+)/i;
const HOST_AND_PORT = /^([a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)\.?(:\d+)?$/i;

function suffixPattern(suffix: string): RegExp {
  const labels = suffix.replace(/^\.+/, '').split('.');
  const parts = labels.map((label) => (label === '*' ? '[^.]+' : label.replace(/[^A-Za-z0-9_-]/g, '\\$&')));
  return new RegExp(`\\.${parts.join('\\.')}$`, 'i');
}

/** Labels before a known ending: a service and its groups, from the inside out. */
function fromLabels(labels: readonly string[]): ResolvedName {
  // A pod of a StatefulSet goes before its service: "orders-0.orders.shop".
  const isPod =
    labels.length > 2 && labels[0].startsWith(`${labels[1]}-`) && /^\d+$/.test(labels[0].slice(labels[1].length + 1));
  const [name, ...groups] = isPod ? labels.slice(1) : labels;
  return { name, group: groups.reverse() };
}

/**
 * Prepares the reading of host names. A host loses scheme, user, path and port; with a known ending it also loses that,
 * and what is left is a service and its groups. Undefined for what is no host name, or an address.
 */
export function createHostReader({
  suffixes = DEFAULT_HOST_SUFFIXES,
}: HostNaming): (raw: string) => ResolvedName | undefined {
  const patterns = suffixes.filter((suffix) => /[^.]/.test(suffix)).map(suffixPattern);
  return (raw) => {
    const authority = AUTHORITY.exec(raw)?.[1] ?? raw;
    if (addressKind(authority) !== undefined) {
      return authority === raw ? undefined : { name: authority, group: [] };
    }
    const found = HOST_AND_PORT.exec(authority);
    if (!found) {
      return undefined;
    }
    const host = found[1];
    if (host.toLowerCase() === 'localhost') {
      // Its port is all that tells one local service from another.
      return { name: authority, group: [] };
    }
    const ending = patterns.find((pattern) => pattern.test(host));
    return ending ? fromLabels(host.replace(ending, '').split('.')) : { name: host, group: [] };
  };
}
