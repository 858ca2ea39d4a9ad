import type { TrafficHistory } from '../model/history';
import type { ThresholdStates, Transition } from '../model/result';
import { STATE_NO_DATA } from '../model/state';
import type { ThresholdRule, ThresholdScope } from '../model/threshold';

import { type CarriedStates, subjectKey, type SubjectMemory } from './carried';
import { compileRules, rulesFor } from './compileRules';
import { evaluateSubject } from './evaluateSubject';
import type { SubjectNames } from './matcher';
import { markPresent, nodeValuesOf } from './nodeValues';
import { createAccumulator, type TrafficAccumulator } from './subject';
import { type EdgeLists, groupSubjects, speakingEdges } from './subjects';

/** A subject without data for longer than this is forgotten, so that what is carried does not grow for ever. */
const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/** All subjects of one scope. */
interface ScopeSubjects {
  readonly scope: ThresholdScope;
  readonly ids: readonly string[];
  readonly edges: EdgeLists;
  readonly namesOf: (row: number) => SubjectNames;
  /** Nodes that a subject is made of; absent for edges. */
  readonly nodesOf?: (row: number) => readonly number[];
}

interface Evaluation {
  readonly history: TrafficHistory;
  readonly rules: readonly ThresholdRule[];
  readonly carried?: CarriedStates;
  readonly accumulator: TrafficAccumulator;
  readonly transitions: Transition[];
  /** Filled as subjects are evaluated. */
  readonly memories: Map<string, SubjectMemory>;
}

function edgeSubjects({ edges, nodes }: TrafficHistory): ScopeSubjects {
  const { source, target } = edges;
  return {
    scope: 'edge',
    ids: edges.ids,
    edges: {
      start: Int32Array.from({ length: edges.ids.length + 1 }, (_, row) => row),
      edges: Int32Array.from(edges.ids, (_, row) => row),
    },
    namesOf: (row) => {
      const from = nodes.names[source[row]];
      const to = nodes.names[target[row]];
      return {
        names: [`${from}→${to}`, from, to],
        groups: [nodes.groups[source[row]].join('/'), nodes.groups[target[row]].join('/')],
        kinds: [nodes.kinds[source[row]], nodes.kinds[target[row]]],
        protocols: [edges.protocols[row]],
        definitions: edges.seenIn[row],
      };
    },
  };
}

function nodeSubjects(history: TrafficHistory): ScopeSubjects {
  const { nodes } = history;
  const own = nodes.ids.map((_, row) => [row]);
  return {
    scope: 'node',
    ids: nodes.ids,
    edges: speakingEdges(history, nodes.ids.length, (node) => own[node]),
    nodesOf: (row) => own[row],
    namesOf: (row) => ({
      names: [nodes.names[row]],
      groups: [nodes.groups[row].join('/')],
      kinds: [nodes.kinds[row]],
      protocols: [],
      definitions: nodes.seenIn[row],
    }),
  };
}

function allGroupSubjects(history: TrafficHistory): ScopeSubjects {
  const { keys, paths, ofNode } = groupSubjects(history);
  const { kinds, seenIn } = history.nodes;
  const membersOf = (row: number): readonly number[] =>
    kinds.flatMap((_, node) => (ofNode[node].includes(row) ? [node] : []));
  return {
    scope: 'group',
    ids: keys,
    edges: speakingEdges(history, keys.length, (node) => ofNode[node]),
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
    }),
  };
}

function evaluateScope(subjects: ScopeSubjects, evaluation: Evaluation): Uint8Array {
  const { history, carried, accumulator, transitions, memories } = evaluation;
  const { scope, ids, edges } = subjects;
  const { times } = history;
  const compiled = compileRules(evaluation.rules, scope, history.classes);
  const states = new Uint8Array(ids.length * times.length);
  for (let row = 0; row < ids.length; row++) {
    accumulator.clear();
    for (let index = edges.start[row]; index < edges.start[row + 1]; index++) {
      accumulator.add(edges.edges[index]);
    }
    const key = subjectKey(scope, ids[row]);
    const traffic = accumulator.read();
    const nodeValues = history.nodes.metrics && subjects.nodesOf && nodeValuesOf(history, subjects.nodesOf(row));
    markPresent(traffic.present, nodeValues);
    const memory = evaluateSubject(
      {
        scope,
        subject: ids[row],
        traffic: nodeValues ? { ...traffic, nodeValues } : traffic,
        times,
        rules: rulesFor(compiled, () => subjects.namesOf(row)),
        memory: carried?.subjects.get(key),
        unknownBefore: carried === undefined ? undefined : STATE_NO_DATA,
      },
      { states: states.subarray(row * times.length, (row + 1) * times.length), transitions }
    );
    memories.set(key, memory);
  }
  return states;
}

/** Subjects that the history no longer names: without data from its first bucket on. */
function evaluateAbsent(evaluation: Evaluation): void {
  const { history, rules, carried, accumulator, transitions, memories } = evaluation;
  const { times, classes } = history;
  if (carried === undefined || times.length === 0) {
    return;
  }
  accumulator.clear();
  for (const [key, memory] of carried.subjects) {
    if (memories.has(key) || !(times[times.length - 1] - memory.dataAt < FORGET_AFTER_MS)) {
      continue;
    }
    const remembered = new Set(memory.rules.map(({ index }) => index));
    const after = evaluateSubject(
      {
        scope: memory.scope,
        subject: memory.subject,
        traffic: accumulator.read(),
        times,
        rules: compileRules(rules, memory.scope, classes).filter(({ index }) => remembered.has(index)),
        memory,
      },
      { states: new Uint8Array(times.length), transitions }
    );
    memories.set(key, after);
  }
}

const SCOPE_ORDER = { edge: 0, node: 1, group: 2 } as const;

function compareTransitions(a: Transition, b: Transition): number {
  if (a.time !== b.time) {
    return a.time - b.time;
  }
  if (a.scope !== b.scope) {
    return SCOPE_ORDER[a.scope] - SCOPE_ORDER[b.scope];
  }
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}

function goodFor(carried: CarriedStates | undefined, rules: readonly ThresholdRule[]): CarriedStates | undefined {
  return carried !== undefined && JSON.stringify(carried.rules) === JSON.stringify(rules) ? carried : undefined;
}

/**
 * Evaluates a piece of history that follows one evaluated before, so that a history in pieces gives the states and
 * transitions of the whole. The rules are numbered in SPEC.md.
 *
 * @param carried what the piece before gave; absent, or of other rules: the history begins here
 */
export function continueThresholds(
  history: TrafficHistory,
  rules: readonly ThresholdRule[],
  carried?: CarriedStates
): { readonly states: ThresholdStates; readonly carried: CarriedStates } {
  const evaluation: Evaluation = {
    history,
    rules,
    carried: goodFor(carried, rules),
    accumulator: createAccumulator(
      history,
      rules.some(({ metric }) => metric === 'classRatio')
    ),
    transitions: [],
    memories: new Map(),
  };
  const edges = evaluateScope(edgeSubjects(history), evaluation);
  const nodes = evaluateScope(nodeSubjects(history), evaluation);
  const groupScope = allGroupSubjects(history);
  const groups = evaluateScope(groupScope, evaluation);
  evaluateAbsent(evaluation);
  evaluation.transitions.sort(compareTransitions);
  return {
    states: { edges, nodes, groupPaths: groupScope.ids, groups, transitions: evaluation.transitions },
    carried: { rules, subjects: evaluation.memories },
  };
}

/** States of every edge, node and group at every bucket, and when they changed. Bad rules are ignored. */
export function evaluateThresholds(history: TrafficHistory, rules: readonly ThresholdRule[]): ThresholdStates {
  return continueThresholds(history, rules).states;
}
