import type { EndpointMapping } from '../model/definition';
import type { Labels } from '../model/series';

import { childGroup, type NodeRegistry, registerNode, ROOT_GROUP } from './nodeRegistry';

/** What a reader answers when a series does not name the endpoint. */
export const MISSING = -1;

/** The value of a label; empty when there is none. Names that objects inherit, such as "constructor", are no labels. */
export function labelValue(labels: Labels, name: string): string {
  const value: unknown = labels[name];
  return typeof value === 'string' ? value : '';
}

/** From a series' labels to the row of the service they name, or `MISSING`. */
export type EndpointReader = (labels: Labels) => number;

/** Prepares a mapping for one pass over many series. */
export function createEndpointReader(mapping: EndpointMapping, nodes: NodeRegistry): EndpointReader {
  const { label, constant = '', groupLabels = [] } = mapping;
  const fixedGroup = (mapping.group ?? [])
    .filter((part) => part !== '')
    .reduce((parent, part) => childGroup(nodes, parent, part), ROOT_GROUP);

  // Answers come sorted by labels: most series name the same endpoint as the one before.
  const parts = groupLabels.map(() => '');
  let lastName = '';
  let lastNode = MISSING;

  return (labels) => {
    const named = label === undefined ? '' : labelValue(labels, label);
    const name = named === '' ? constant : named;
    if (name === '') {
      return MISSING;
    }
    let isSame = name === lastName;
    for (let level = 0; level < groupLabels.length; level++) {
      const part = labelValue(labels, groupLabels[level]);
      isSame = isSame && part === parts[level];
      parts[level] = part;
    }
    if (isSame) {
      return lastNode;
    }
    let group = ROOT_GROUP;
    for (let level = 0; level < parts.length; level++) {
      if (parts[level] !== '') {
        group = childGroup(nodes, group, parts[level]);
      }
    }
    lastName = name;
    lastNode = registerNode(nodes, group === ROOT_GROUP ? fixedGroup : group, name);
    return lastNode;
  };
}
