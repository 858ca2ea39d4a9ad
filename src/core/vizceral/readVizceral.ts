import type { Notice } from '../model/notice';
import { createTold, type Told } from './told';
import { list, record, text, type JsonRecord } from '../model/json';
import { MOST_LEVELS } from './limits';

/** A service that Vizceral data names. */
export interface VizceralService {
  /** Groups, outermost first, without the outermost node of the data. */
  readonly path: readonly string[];
  readonly name: string;
  /** Its `node_type`; empty where it has none. */
  readonly type: string;
}

/** Requests per second between two services, by class. */
export interface VizceralEdge {
  readonly source: VizceralService;
  readonly target: VizceralService;
  readonly rates: ReadonlyMap<string, number>;
}

export interface VizceralContent {
  readonly edges: readonly VizceralEdge[];
  /** Milliseconds that the data is of; absent where it does not say. */
  readonly time?: number;
  /** Those of the data, and what of it could not be taken. */
  readonly notices: readonly Notice[];
}

interface Member {
  readonly node: JsonRecord;
  readonly name: string;
  readonly isGroup: boolean;
  /** Of a group: a service of its name within it, which stands for whatever of the group is not told. */
  readonly service: VizceralService;
}

/** What an outer level says of the nodes of an inner one. */
interface Outside {
  /** Nodes that are those of the outer level, shown again. */
  readonly same: Map<string, VizceralService>;
  /** Sources whose connections another group tells already. */
  readonly told: Set<string>;
}

/**
 * Reads parsed Vizceral data: nodes with connections within are groups, all others services. Undefined where it is none.
 *
 * A connection to a group repeats those of the group that lead to the same node: they are taken in its place, so that no
 * request counts twice. Bad data never throws: it is left out and told.
 */
export function readVizceral(data: unknown): VizceralContent | undefined {
  const root = record(data);
  if (root === undefined || (!Array.isArray(root.nodes) && !Array.isArray(root.connections))) {
    return undefined;
  }
  const edges: VizceralEdge[] = [];
  const told = createTold();
  readLevel(root, [], nothingOutside(), edges, told);
  const time = [root.serverUpdateTime, root.updated].find((each) => typeof each === 'number' && each > 0);
  return { edges, ...(typeof time === 'number' && { time }), notices: told.notices() };
}

function nothingOutside(): Outside {
  return { same: new Map(), told: new Set() };
}

function readLevel(
  level: JsonRecord,
  path: readonly string[],
  outside: Outside,
  edges: VizceralEdge[],
  told: Told
): void {
  const members = readMembers(level, path, outside, told);
  const inner = new Map<string, Outside>();
  const outsideOf = (group: string): Outside => {
    const known = inner.get(group) ?? nothingOutside();
    inner.set(group, known);
    return known;
  };
  const repeats = createRepeats(members);

  for (const each of list(level.connections)) {
    const connection = record(each);
    const from = text(connection?.source);
    const to = text(connection?.target);
    if (connection === undefined || from === '' || to === '') {
      told.badConnections++;
      continue;
    }
    told.quote(connection.notices, `${from} → ${to}`);
    const source = members.get(from)?.service ?? outside.same.get(from) ?? { path, name: from, type: '' };
    const target = members.get(to)?.service ?? outside.same.get(to) ?? { path, name: to, type: '' };
    const own = readParts(connection, told);
    const inSource = repeats(from, 'targets', to);
    const inTarget = repeats(to, 'sources', from);
    if (own.length > 0) {
      edges.push(...own);
    } else if (outside.told.has(from) && members.get(from)?.isGroup !== true) {
      if (inTarget) {
        outsideOf(to).told.add(from);
      }
    } else if (inSource) {
      outsideOf(from).same.set(to, target);
      if (inTarget) {
        outsideOf(to).told.add(from);
      }
    } else if (inTarget) {
      outsideOf(to).same.set(from, source);
    } else {
      edges.push({ source, target, rates: readRates(connection.metrics, told) });
    }
  }

  for (const { node, name, isGroup, service } of members.values()) {
    if (isGroup) {
      readLevel(node, service.path, inner.get(name) ?? nothingOutside(), edges, told);
    }
  }
}

function readMembers(
  level: JsonRecord,
  path: readonly string[],
  outside: Outside,
  told: Told
): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const shownBefore = new Set<string>();
  for (const each of list(level.nodes)) {
    const node = record(each);
    const name = text(node?.name);
    if (node === undefined || name === '' || members.has(name)) {
      told.badNodes++;
      continue;
    }
    told.quote(node.notices, name);
    const levelsLeft = MOST_LEVELS - path.length - 1;
    const isGroup = hasConnections(node, levelsLeft, told);
    const wanted = text(node.displayName) || name;
    const key = JSON.stringify([isGroup, wanted]);
    const shown = shownBefore.has(key) ? name : wanted;
    shownBefore.add(key);
    const type = text(node.node_type);
    const service = isGroup ? { path: [...path, shown], name: shown, type: '' } : { path, name: shown, type };
    members.set(name, { node, name, isGroup, service: (isGroup ? undefined : outside.same.get(name)) ?? service });
  }
  return members;
}

function hasConnections(node: JsonRecord, levelsLeft: number, told: Told): boolean {
  if (levelsLeft <= 0) {
    told.isTooDeep ||= list(node.nodes).length > 0;
    return false;
  }
  return (
    list(node.connections).length > 0 ||
    list(node.nodes).some((each) => {
      const child = record(each);
      return child !== undefined && hasConnections(child, levelsLeft - 1, told);
    })
  );
}

/** Tells whether a member is a group with connections of its own to, or from, a node that is named as one beside the group. */
function createRepeats(
  members: ReadonlyMap<string, Member>
): (group: string, side: 'sources' | 'targets', name: string) => boolean {
  const known = new Map<string, Record<'sources' | 'targets', ReadonlySet<string>>>();
  const within = ({ node, name }: Member) => {
    const found = known.get(name);
    if (found !== undefined) {
      return found;
    }
    const connections = list(node.connections).map(record);
    const made = {
      sources: new Set(connections.map((each) => text(each?.source))),
      targets: new Set(connections.map((each) => text(each?.target))),
    };
    known.set(name, made);
    return made;
  };
  return (group, side, name) => {
    const member = members.get(group);
    return member?.isGroup === true && group !== name && within(member)[side].has(name);
  };
}

/** The edges that a connection between groups is made of, where it was written by this plugin. */
function readParts({ metadata }: JsonRecord, told: Told): readonly VizceralEdge[] {
  return list(record(metadata)?.edges).flatMap((each) => {
    const part = record(each);
    const source = readPlace(part?.source);
    const target = readPlace(part?.target);
    return source && target ? [{ source, target, rates: readRates(part?.metrics, told) }] : [];
  });
}

function readPlace(value: unknown): VizceralService | undefined {
  const names = list(value).map(text);
  const name = names.pop() ?? '';
  return name === '' || names.length > MOST_LEVELS ? undefined : { path: names, name, type: '' };
}

/** A connection without metrics is one without traffic. */
function readRates(metrics: unknown, told: Told): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  for (const [name, value] of Object.entries(record(metrics) ?? {})) {
    if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) {
      rates.set(name, value);
    } else {
      told.badRates++;
    }
  }
  return rates.size === 0 ? new Map([['normal', 0]]) : rates;
}
