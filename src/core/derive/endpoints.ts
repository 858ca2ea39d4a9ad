import type { EndpointMapping } from '../model/definition';
import type { Labels } from '../model/series';

import type { Naming } from './naming/createNaming';
import { childGroup, learnKind, type NodeRegistry, registerNode, ROOT_GROUP } from './nodeRegistry';
import { kindOfLabel } from './nodeKinds';

/** What a reader answers when a series does not name the endpoint. */
export const MISSING = -1;

/** The value of a label; empty when there is none. Names that objects inherit, such as "constructor", are no labels. */
export function labelValue(labels: Labels, name: string): string {
  const value: unknown = labels[name];
  return typeof value === 'string' ? value : '';
}

/** From a series' labels to a text; empty when they do not hold it. */
export type LabelReader = (labels: Labels) => string;

const PLACE = /\{([^{}]+)\}/g;

/** Reads a label, or a template of labels such as `{namespace}/{deployment}`: empty where one of them is. */
export function createLabelReader(label: string): LabelReader {
  const places = [...label.matchAll(PLACE)].map(([, name]) => name);
  if (places.length === 0) {
    return (labels) => labelValue(labels, label);
  }
  return (labels) =>
    places.every((name) => labelValue(labels, name) !== '')
      ? label.replace(PLACE, (_, name: string) => labelValue(labels, name))
      : '';
}

function createNameReader({ label, fallbackLabels = [] }: EndpointMapping, naming: Naming | undefined): LabelReader {
  const readers = [...(label === undefined ? [] : [label]), ...fallbackLabels].map(createLabelReader);
  if (readers.length === 1 && naming === undefined) {
    return readers[0];
  }
  return (labels) => {
    for (const read of readers) {
      const name = read(labels);
      if (name !== '' && !naming?.isMissing(name)) {
        return name;
      }
    }
    return '';
  };
}

function groupBelow(nodes: NodeRegistry, group: number, path: readonly string[]): number {
  return path.reduce((parent, part) => (part === '' ? parent : childGroup(nodes, parent, part)), group);
}

/** Whether a path ends with another: then the other adds nothing to it. */
function endsWith(path: readonly string[], end: readonly string[]): boolean {
  const offset = path.length - end.length;
  return offset >= 0 && end.every((part, index) => path[offset + index] === part);
}

/** From a series' labels to the row of the service they name, or `MISSING`. */
export type EndpointReader = (labels: Labels) => number;

/** Prepares a mapping for one pass over many series. */
export function createEndpointReader(mapping: EndpointMapping, nodes: NodeRegistry, naming?: Naming): EndpointReader {
  const { constant = '', groupLabels = [], kindLabel } = mapping;
  const readName = createNameReader(mapping, naming);
  const fixedGroup = groupBelow(nodes, ROOT_GROUP, mapping.group ?? []);

  // Answers come sorted by labels: most series name the same endpoint as the one before.
  const levels = groupLabels.length;
  const compared = kindLabel === undefined ? groupLabels : [...groupLabels, kindLabel];
  const parts = compared.map(() => '');
  let lastName = '';
  let lastNode = MISSING;

  const register = (named: string): number => {
    let group = ROOT_GROUP;
    for (let level = 0; level < levels; level++) {
      if (parts[level] !== '') {
        group = childGroup(nodes, group, parts[level]);
      }
    }
    group = group === ROOT_GROUP ? fixedGroup : group;
    if (naming === undefined || named === '') {
      return registerNode(nodes, group, named === '' ? constant : named);
    }
    const resolved = naming.resolve(named);
    if (!endsWith(nodes.groups.paths[group], resolved.group)) {
      group = groupBelow(nodes, group, resolved.group);
    }
    return registerNode(nodes, group, resolved.name);
  };

  return (labels) => {
    const named = readName(labels);
    if (named === '' && constant === '') {
      return MISSING;
    }
    let isSame = named === lastName && lastNode !== MISSING;
    for (let level = 0; level < compared.length; level++) {
      const part = labelValue(labels, compared[level]);
      isSame = isSame && part === parts[level];
      parts[level] = part;
    }
    if (isSame) {
      return lastNode;
    }
    lastName = named;
    lastNode = register(named);
    if (kindLabel !== undefined) {
      learnKind(nodes, lastNode, kindOfLabel(parts[levels]));
    }
    return lastNode;
  };
}
