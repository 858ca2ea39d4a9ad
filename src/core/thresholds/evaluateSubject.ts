import type { Transition } from '../model/result';
import { STATE_NO_DATA, STATE_NORMAL } from '../model/state';
import type { ThresholdScope } from '../model/threshold';

import type { RuleMemory, SubjectMemory } from './carried';
import type { CompiledRule } from './compileRules';
import { isEverPast, NO_LATCH, runLatch } from './latch';
import { NO_MEMORY } from './metrics/metric';
import type { SubjectTraffic } from './subject';

/** Where the result of one subject goes. */
export interface SubjectOutput {
  /** One state a bucket, written. */
  readonly states: Uint8Array;
  /** Appended to. */
  readonly transitions: Transition[];
}

/** What is to be evaluated. */
export interface SubjectInput {
  readonly scope: ThresholdScope;
  readonly subject: string;
  readonly traffic: SubjectTraffic;
  readonly times: Float64Array;
  readonly rules: readonly CompiledRule[];
  readonly memory?: SubjectMemory;
  /** State before the first bucket for a subject without memory; absent where a history begins. */
  readonly unknownBefore?: number;
}

const NO_RULE = -1;

/** What the rules of a subject come to, before data and its absence are looked at. */
interface RuleLevels {
  /** The rule, by its place in the list, that decides each bucket; absent where all is normal. */
  readonly deciders?: Int32Array;
  readonly memories: readonly RuleMemory[];
}

/** Runs all rules of a subject and writes the worst level of each bucket. */
function runRules({ traffic, times, rules, memory }: SubjectInput, states: Uint8Array): RuleLevels {
  const memories: RuleMemory[] = [];
  let deciders: Int32Array | undefined;
  let levels: Uint8Array | undefined;
  states.fill(STATE_NORMAL);
  for (const { rule, index, metric, classRow } of rules) {
    const before = memory?.rules.find((each) => each.index === index);
    const { values, memory: metricAfter } = metric({ traffic, rule, classRow, memory: before?.metric ?? NO_MEMORY });
    const latchBefore = before?.latch ?? NO_LATCH;
    if (latchBefore === NO_LATCH && !isEverPast(rule, values)) {
      memories.push({ index, latch: NO_LATCH, metric: metricAfter });
      continue;
    }
    deciders ??= new Int32Array(times.length).fill(NO_RULE);
    levels ??= new Uint8Array(times.length);
    const latch = runLatch(rule, values, times, latchBefore, levels);
    for (let bucket = 0; bucket < levels.length; bucket++) {
      if (levels[bucket] > states[bucket]) {
        states[bucket] = levels[bucket];
        deciders[bucket] = index;
      }
    }
    memories.push({ index, latch, metric: metricAfter });
  }
  return { deciders, memories };
}

/** The rule and the value that a transition names. */
function reasonOf(
  { traffic, rules, memory }: SubjectInput,
  index: number,
  bucket: number
): Pick<Transition, 'rule' | 'value'> {
  const found = rules.find((each) => each.index === index);
  if (found === undefined) {
    return {};
  }
  const metricMemory = memory?.rules.find((each) => each.index === index)?.metric ?? NO_MEMORY;
  const { values } = found.metric({ traffic, rule: found.rule, classRow: found.classRow, memory: metricMemory });
  return { rule: found.rule, value: values[bucket] ?? NaN };
}

/** Evaluates the rules of one subject over all buckets, in order of time. */
export function evaluateSubject(input: SubjectInput, { states, transitions }: SubjectOutput): SubjectMemory {
  const { traffic, times, memory, scope, subject } = input;
  const { deciders, memories } = runRules(input, states);
  let dataAt = memory?.dataAt ?? NaN;
  let state = memory?.state ?? input.unknownBefore ?? NaN;
  let decider = memory?.decider ?? NO_RULE;
  for (let bucket = 0; bucket < times.length; bucket++) {
    const isPresent = traffic.present[bucket] === 1;
    if (isPresent) {
      dataAt = times[bucket];
    } else {
      states[bucket] = STATE_NO_DATA;
    }
    const next = states[bucket];
    const from = state === state ? state : isPresent ? STATE_NORMAL : STATE_NO_DATA;
    const deciding = isPresent && deciders !== undefined ? deciders[bucket] : NO_RULE;
    if (next !== from) {
      // A fall to normal is decided by the rule that held the state before.
      const named = deciding === NO_RULE && isPresent && from !== STATE_NO_DATA ? decider : deciding;
      transitions.push({ scope, subject, from, to: next, time: times[bucket], ...reasonOf(input, named, bucket) });
    }
    state = next;
    decider = deciding;
  }
  return { scope, subject, state, decider, dataAt, rules: memories };
}
