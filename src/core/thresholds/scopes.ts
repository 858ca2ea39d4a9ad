import type { TrafficHistory } from '../model/history';
import type { ThresholdScope } from '../model/threshold';
import type { SubjectNames } from './matcher';
import type { SubjectLabels } from './subjectLabels';
import { groupSubjects, type SpeakingEdges, speakingEdges } from './subjects';

/** All subjects of one scope. */
export interface ScopeSubjects {
  readonly scope: ThresholdScope;
  readonly ids: readonly string[];
  /** Which of them each edge speaks for; absent where they are the edges themselves. */
  readonly speaking?: SpeakingEdges;
  readonly namesOf: (row: number) => SubjectNames;
  /** Nodes that a subject is made of; absent for edges. */
  readonly nodesOf?: (row: number) => readonly number[];
}

export function edgeSubjects({ edges, nodes }: TrafficHistory, labels: SubjectLabels): ScopeSubjects {
  const { source, target } = edges;
  return {
    scope: 'edge',
    ids: edges.ids,
    namesOf: (row) => {
      const from = nodes.names[source[row]];
      const to = nodes.names[target[row]];
      return {
        names: [`${from}→${to}`, from, to],
        groups: [nodes.groups[source[row]].join('/'), nodes.groups[target[row]].join('/')],
        kinds: [nodes.kinds[source[row]], nodes.kinds[target[row]]],
        protocols: [edges.protocols[row]],
        definitions: edges.seenIn[row],
        labelValues: (name) => labels.ofEdge(name, row),
      };
    },
  };
}

export function nodeSubjects(history: TrafficHistory, labels: SubjectLabels): ScopeSubjects {
  const { nodes } = history;
  const own = nodes.ids.map((_, row) => [row]);
  return {
    scope: 'node',
    ids: nodes.ids,
    speaking: speakingEdges(history, nodes.ids.length, (node) => own[node]),
    nodesOf: (row) => own[row],
    namesOf: (row) => ({
      names: [nodes.names[row]],
      groups: [nodes.groups[row].join('/')],
      kinds: [nodes.kinds[row]],
      protocols: [],
      definitions: nodes.seenIn[row],
      labelValues: (name) => labels.ofNode(name, row),
    }),
  };
}

export function allGroupSubjects(history: TrafficHistory, labels: SubjectLabels): ScopeSubjects {
  const { keys, paths, ofNode } = groupSubjects(history);
  const { kinds, seenIn } = history.nodes;
  let members: ReadonlyArray<readonly number[]> | undefined;
  const membersOf = (row: number): readonly number[] => {
    members ??= nodesOfGroups(keys.length, ofNode);
    return members[row];
  };
  return {
    scope: 'group',
    ids: keys,
    speaking: speakingEdges(history, keys.length, (node) => ofNode[node]),
    nodesOf: membersOf,
    namesOf: (row) => ({
      names: [paths[row][paths[row].length - 1]],
      groups: [paths[row].join('/')],
      get kinds() {
        return [...new Set(membersOf(row).map((node) => kinds[node]))];
      },
      protocols: [],
      get definitions() {
        return [...new Set(membersOf(row).flatMap((node) => seenIn[node]))];
      },
      labelValues: (name) => [...new Set(membersOf(row).flatMap((node) => labels.ofNode(name, node)))],
    }),
  };
}

function nodesOfGroups(groups: number, ofNode: ReadonlyArray<readonly number[]>): ReadonlyArray<readonly number[]> {
  const members = Array.from({ length: groups }, (): number[] => []);
  ofNode.forEach((rows, node) => rows.forEach((row) => members[row].push(node)));
  return members;
}
