/** Characters that would make a joined id ambiguous, or break a line of text. */
const RESERVED = /[%/→\u0000-\u001f\u007f]/g;

function percentEncode(character: string): string {
  return encodeURIComponent(character);
}

/** One part of an id: "%", "/", "→" and control characters are percent-encoded, everything else stays. */
export function escapePart(part: string): string {
  return part.replace(RESERVED, percentEncode);
}

/** A group path as one string: escaped parts joined by "/"; empty for no group. The form of `ThresholdStates.groupPaths`. */
export function groupKey(path: readonly string[]): string {
  return path.map(escapePart).join('/');
}

/** The id of a service: its group path and name. Never ends with "/". */
export function nodeId(group: readonly string[], name: string): string {
  return group.length === 0 ? escapePart(name) : `${groupKey(group)}/${escapePart(name)}`;
}

/** The id of a group's node in a view: its key and a closing "/", so that it never equals a service's id. */
export function groupId(path: readonly string[]): string {
  return `${groupKey(path)}/`;
}

/** The id of an edge. In a view, where protocols are joined, it has no protocol. */
export function edgeId(sourceId: string, targetId: string, protocol = ''): string {
  return protocol === '' ? `${sourceId}→${targetId}` : `${sourceId}→${targetId}→${escapePart(protocol)}`;
}
