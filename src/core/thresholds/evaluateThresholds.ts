import type { TrafficHistory } from '../model/history';
import type { ThresholdStates, Transition } from '../model/result';
import { STATE_NO_DATA } from '../model/state';
import type { ThresholdRule, ThresholdScope } from '../model/threshold';
import { overRows } from '../steps/overRows';
import { runAtOnce, type Steps } from '../steps/steps';

import { withoutHoldTimes } from './atOnce';
import { type CarriedStates, subjectKey, type SubjectMemory } from './carried';
import { type CompiledRule, compileRules, rulesFor } from './compileRules';
import { columnsOfEdges, columnsOfSubjects, type SubjectColumns } from './columns';
import { createPresence, type EdgeTotals, edgeTotals, noteFullRow } from './edgeTotals';
import { createRoom, evaluateSubject } from './evaluateSubject';
import { isEverPast } from './latch';
import { markPresent, nodeValuesOf } from './nodeValues';
import { allGroupSubjects, edgeSubjects, nodeSubjects, type ScopeSubjects } from './scopes';
import { createSubjectReader } from './subject';
import { createSubjectLabels } from './subjectLabels';

/** A subject without data for longer than this is forgotten, so that what is carried does not grow for ever. */
const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

interface Evaluation {
  readonly history: TrafficHistory;
  readonly totals: EdgeTotals;
  readonly rules: readonly ThresholdRule[];
  readonly carried?: CarriedStates;
  /** By bucket; filled as subjects are evaluated. */
  readonly transitions: readonly Transition[][];
  /** Filled as subjects are evaluated. Absent: nothing is to be remembered. */
  readonly memories?: Map<string, SubjectMemory>;
}

/** The rules of every subject; found once where no rule has a matcher. */
function rulesOf(compiled: readonly CompiledRule[], subjects: ScopeSubjects): (row: number) => readonly CompiledRule[] {
  if (compiled.every(({ matchesAll }) => matchesAll)) {
    const rules = rulesFor(compiled, () => subjects.namesOf(0));
    return () => rules;
  }
  return (row) => rulesFor(compiled, () => subjects.namesOf(row));
}

/** The traffic of the subjects that the rules ask for, and when there was any. */
function* columnsOf(
  { ids, speaking, nodesOf }: ScopeSubjects,
  compiled: readonly CompiledRule[],
  { history, totals }: Evaluation
): Steps<SubjectColumns> {
  if (speaking === undefined || nodesOf === undefined) {
    return columnsOfEdges(history, totals);
  }
  const names = new Set(compiled.flatMap(({ metric, classRow }) => metric.needs(classRow)));
  const columns = yield* columnsOfSubjects(history, totals, { count: ids.length, speaking }, names);
  if (history.nodes.metrics) {
    const buckets = history.times.length;
    yield* overRows(ids.length, buckets, (from, end) => {
      for (let row = from; row < end; row++) {
        markPresent(columns.present.cells, row * buckets, nodeValuesOf(history, nodesOf(row)));
        noteFullRow(columns.present, row, buckets);
      }
    });
  }
  return columns;
}

/** For rules whose values are a column: which subjects have any value past a limit. */
function* pastRows(
  compiled: readonly CompiledRule[],
  columns: SubjectColumns,
  rows: number,
  buckets: number
): Steps<ReadonlyMap<CompiledRule, Uint8Array>> {
  const past = new Map<CompiledRule, Uint8Array>();
  for (const each of compiled) {
    const column = each.metric.column && columns.get(each.metric.column);
    if (column) {
      const flags = new Uint8Array(rows);
      yield* overRows(rows, buckets, (from, end) => {
        for (let row = from; row < end; row++) {
          flags[row] = isEverPast(each.rule, column, row * buckets, (row + 1) * buckets) ? 1 : 0;
        }
      });
      past.set(each, flags);
    }
  }
  return past;
}

function* evaluateScope(subjects: ScopeSubjects, evaluation: Evaluation): Steps<Uint8Array> {
  const { history, rules, carried, transitions, memories } = evaluation;
  const { scope, ids, nodesOf } = subjects;
  const { times } = history;
  const buckets = times.length;
  const compiled = compileRules(rules, scope, history.classes);
  const columns = yield* columnsOf(subjects, compiled, evaluation);
  const past = yield* pastRows(compiled, columns, ids.length, buckets);
  const rulesOfRow = rulesOf(compiled, subjects);
  const read = createSubjectReader(columns, buckets);
  const room = createRoom(buckets);
  const states = new Uint8Array(ids.length * buckets);
  const evaluateRow = (row: number): void => {
    const key = memories && subjectKey(scope, ids[row]);
    const after = evaluateSubject(
      {
        scope,
        subject: ids[row],
        traffic: read(row, history.nodes.metrics && nodesOf && nodeValuesOf(history, nodesOf(row))),
        present: columns.present,
        row,
        times,
        rules: rulesOfRow(row),
        isCalm: (rule) => past.get(rule)?.[row] === 0,
        memory: key === undefined ? undefined : carried?.subjects.get(key),
        unknownBefore: carried === undefined ? undefined : STATE_NO_DATA,
      },
      { states, offset: row * buckets, transitions },
      room
    );
    if (key !== undefined) {
      memories?.set(key, after);
    }
  };
  yield* overRows(ids.length, buckets, (from, end) => {
    for (let row = from; row < end; row++) {
      evaluateRow(row);
    }
  });
  return states;
}

/** Subjects that the history no longer names: without data from its first bucket on. */
function evaluateAbsent({ history, totals, rules, carried, transitions, memories }: Evaluation): void {
  const { times, classes } = history;
  if (carried === undefined || memories === undefined || times.length === 0) {
    return;
  }
  const nothing = createPresence(1, times.length);
  const room = createRoom(times.length);
  const traffic = createSubjectReader(columnsOfEdges(history, totals), times.length)(-1);
  for (const [key, memory] of carried.subjects) {
    if (memories.has(key) || !(times[times.length - 1] - memory.dataAt < FORGET_AFTER_MS)) {
      continue;
    }
    const remembered = new Set(memory.rules.map(({ index }) => index));
    const after = evaluateSubject(
      {
        scope: memory.scope,
        subject: memory.subject,
        traffic,
        present: nothing,
        row: 0,
        times,
        rules: compileRules(rules, memory.scope, classes).filter(({ index }) => remembered.has(index)),
        isCalm: () => false,
        memory,
      },
      { states: new Uint8Array(times.length), offset: 0, transitions },
      room
    );
    memories.set(key, after);
  }
}

const SCOPE_ORDER: Readonly<Record<ThresholdScope, number>> = { edge: 0, node: 1, group: 2 };

function compareSubjects(a: Transition, b: Transition): number {
  if (a.scope !== b.scope) {
    return SCOPE_ORDER[a.scope] - SCOPE_ORDER[b.scope];
  }
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}

/** In order of time, then of scope and subject. */
function* inOrder(byBucket: readonly Transition[][]): Steps<readonly Transition[]> {
  const all: Transition[] = [];
  for (const transitions of byBucket) {
    transitions.sort(compareSubjects).forEach((each) => all.push(each));
    yield;
  }
  return all;
}

function* evaluate(
  history: TrafficHistory,
  rules: readonly ThresholdRule[],
  carried?: CarriedStates,
  memories?: Map<string, SubjectMemory>
): Steps<ThresholdStates> {
  const totals = yield* edgeTotals(history);
  const transitions = Array.from(history.times, (): Transition[] => []);
  const evaluation: Evaluation = { history, totals, rules, carried, transitions, memories };
  const labels = createSubjectLabels(history);
  const edges = yield* evaluateScope(edgeSubjects(history, labels), evaluation);
  const nodes = yield* evaluateScope(nodeSubjects(history, labels), evaluation);
  const groupScope = allGroupSubjects(history, labels);
  yield;
  const groups = yield* evaluateScope(groupScope, evaluation);
  evaluateAbsent(evaluation);
  return { edges, nodes, groupPaths: groupScope.ids, groups, transitions: yield* inOrder(transitions) };
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
  const subjects = new Map<string, SubjectMemory>();
  const states = runAtOnce(evaluate(history, rules, goodFor(carried, rules), subjects));
  return { states, carried: { rules, subjects } };
}

/** `evaluateThresholds` in steps, so that the main thread can do other things in between. */
export function* thresholdSteps(history: TrafficHistory, rules: readonly ThresholdRule[]): Steps<ThresholdStates> {
  if (history.times.length !== 1) {
    return yield* evaluate(history, rules);
  }
  const { rules: atOnce, originalOf } = withoutHoldTimes(rules);
  const states = yield* evaluate(history, atOnce);
  const transitions = states.transitions.map((transition) =>
    transition.rule ? { ...transition, rule: originalOf(transition.rule) } : transition
  );
  return { ...states, transitions };
}

/**
 * States of every edge, node and group at every bucket, and when they changed. Bad rules are ignored. A history of one
 * bucket has no time to hold in: there, limits are reached at once.
 */
export function evaluateThresholds(history: TrafficHistory, rules: readonly ThresholdRule[]): ThresholdStates {
  return runAtOnce(thresholdSteps(history, rules));
}
