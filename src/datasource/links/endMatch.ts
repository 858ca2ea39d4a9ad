import type { EndpointMapping } from '../../core/model/definition';
import type { NodeTable } from '../../core/model/history';
import type { QueryDefinition } from '../types';

/** One label of a series, and the text it must hold. `orHost`: a host that begins with it will do, too. */
export interface LabelMatch {
  readonly label: string;
  readonly value: string;
  readonly orHost: boolean;
}

/**
 * What the labels of the series of a node hold; nothing where its name says nothing certain of them, as when a rule
 * made it, or several labels could have.
 */
export function endMatches(
  { mapping, naming }: QueryDefinition,
  end: 'source' | 'target',
  nodes: NodeTable
): (node: number) => readonly LabelMatch[] {
  const { label, fallbackLabels, constant, groupLabels = [] }: EndpointMapping = mapping[end];
  const isOwnName = label !== undefined && !label.includes('{') && !fallbackLabels?.length;
  if (!isOwnName || naming?.rules?.length || naming?.split) {
    return () => [];
  }
  const invented = new Set([constant, naming?.addresses?.publicName, naming?.addresses?.privateName]);
  const orHost = naming?.hosts !== undefined || (end === 'target' && groupLabels.length === 0);
  return (node) => {
    const name = nodes.names[node];
    const group = nodes.groups[node];
    const standsForOthers = nodes.seenIn[node].length === 0;
    if (standsForOthers || invented.has(name)) {
      return [];
    }
    const knowsGroups = !orHost && group.length === groupLabels.length;
    return [
      { label, value: name, orHost },
      ...(knowsGroups ? groupLabels.map((each, level) => ({ label: each, value: group[level], orHost: false })) : []),
    ];
  };
}
