import type { Transition } from '../model/result';
import { STATE_NO_DATA, STATE_NORMAL } from '../model/state';
import type { ThresholdScope } from '../model/threshold';

import type { RuleMemory, SubjectMemory } from './carried';
import type { CompiledRule } from './compileRules';
import type { Presence } from './edgeTotals';
import { isEverPast, NO_LATCH, runLatch } from './latch';
import { NO_MEMORY } from './metrics/metric';
import type { SubjectTraffic } from './subject';

/** Where the result of one subject goes. */
export interface SubjectOutput {
  /** One state a bucket from `offset` on, written. */
  readonly states: Uint8Array;
  readonly offset: number;
  /** Appended to, by bucket. */
  readonly transitions: readonly Transition[][];
}

/** What is to be evaluated. */
export interface SubjectInput {
  readonly scope: ThresholdScope;
  readonly subject: string;
  readonly traffic: SubjectTraffic;
  /** When there is any data, in the subject's row. */
  readonly present: Presence;
  readonly row: number;
  readonly times: Float64Array;
  readonly rules: readonly CompiledRule[];
  /** Whether it is already known that no value of the rule is past its limit. */
  readonly isCalm: (rule: CompiledRule) => boolean;
  readonly memory?: SubjectMemory;
  /** State before the first bucket for a subject without memory; absent where a history begins. */
  readonly unknownBefore?: number;
}

const NO_RULE = -1;

/** Arrays of one value a bucket that are used again for the next subject. */
export interface SubjectRoom {
  /** The level of one rule. */
  readonly levels: Uint8Array;
  /** The worst level of all rules, and the place of the rule that gives it in the subject's rules. */
  readonly worst: Uint8Array;
  readonly deciders: Int32Array;
}

export function createRoom(buckets: number): SubjectRoom {
  return { levels: new Uint8Array(buckets), worst: new Uint8Array(buckets), deciders: new Int32Array(buckets) };
}

/** What the rules of a subject come to, before data and its absence are looked at. */
interface RuleLevels {
  /** Whether nothing has been past a limit, so that the room is not written. */
  readonly isCalm: boolean;
  /** What each rule saw, one value a bucket; absent where all was calm. */
  readonly values: ReadonlyArray<Float64Array | undefined>;
  readonly memories: readonly RuleMemory[];
}

/** Runs all rules of a subject, and writes the worst of them. */
function runRules({ traffic, times, rules, isCalm, memory }: SubjectInput, room: SubjectRoom): RuleLevels {
  const { levels, worst, deciders } = room;
  const memories: RuleMemory[] = [];
  const seen: Array<Float64Array | undefined> = [];
  let calm = true;
  for (let place = 0; place < rules.length; place++) {
    const { rule, index, metric, classRow } = rules[place];
    const before = memory?.rules.find((each) => each.index === index);
    const metricBefore = before?.metric ?? NO_MEMORY;
    const latchBefore = before?.latch ?? NO_LATCH;
    if (latchBefore === NO_LATCH && isCalm(rules[place])) {
      seen.push(undefined);
      memories.push({ index, latch: NO_LATCH, metric: metricBefore });
      continue;
    }
    const { values, memory: metricAfter } = metric.read({ traffic, rule, classRow, memory: metricBefore });
    seen.push(values);
    if (latchBefore === NO_LATCH && !isEverPast(rule, values)) {
      memories.push({ index, latch: NO_LATCH, metric: metricAfter });
      continue;
    }
    if (calm) {
      calm = false;
      worst.fill(STATE_NORMAL);
      deciders.fill(NO_RULE);
    }
    const latch = runLatch(rule, values, times, latchBefore, levels);
    for (let bucket = 0; bucket < levels.length; bucket++) {
      if (levels[bucket] > worst[bucket]) {
        worst[bucket] = levels[bucket];
        deciders[bucket] = place;
      }
    }
    memories.push({ index, latch, metric: metricAfter });
  }
  return { isCalm: calm, values: seen, memories };
}

/** Evaluates the rules of one subject over all buckets, in order of time. */
export function evaluateSubject(
  input: SubjectInput,
  { states, offset, transitions }: SubjectOutput,
  room: SubjectRoom
): SubjectMemory {
  const { present, row, times, memory, scope, subject, rules } = input;
  const { isCalm, values, memories } = runRules(input, room);
  const { worst, deciders } = room;
  const begins = memory === undefined && input.unknownBefore === undefined;
  if (begins && isCalm && times.length > 0 && present.full[row] === 1) {
    states.fill(STATE_NORMAL, offset, offset + times.length);
    const dataAt = times[times.length - 1];
    return { scope, subject, state: STATE_NORMAL, decider: NO_RULE, dataAt, rules: memories };
  }
  const indexOf = (place: number): number => (place === NO_RULE ? NO_RULE : rules[place].index);
  let dataAt = memory?.dataAt ?? NaN;
  let state = memory?.state ?? input.unknownBefore ?? NaN;
  let decider = memory === undefined ? NO_RULE : rules.findIndex(({ index }) => index === memory.decider);
  for (let bucket = 0; bucket < times.length; bucket++) {
    const isPresent = present.cells[row * times.length + bucket] === 1;
    if (isPresent) {
      dataAt = times[bucket];
    }
    const next = !isPresent ? STATE_NO_DATA : isCalm ? STATE_NORMAL : worst[bucket];
    const from = state === state ? state : isPresent ? STATE_NORMAL : STATE_NO_DATA;
    const deciding = isPresent && !isCalm ? deciders[bucket] : NO_RULE;
    if (next !== from) {
      // A fall to normal is decided by the rule that held the state before.
      const named = deciding === NO_RULE && isPresent && from !== STATE_NO_DATA ? decider : deciding;
      const reason = named === NO_RULE ? {} : { rule: rules[named].rule, value: values[named]?.[bucket] ?? NaN };
      transitions[bucket].push({ scope, subject, from, to: next, time: times[bucket], ...reason });
    }
    states[offset + bucket] = next;
    state = next;
    decider = deciding;
  }
  return { scope, subject, state, decider: indexOf(decider), dataAt, rules: memories };
}
