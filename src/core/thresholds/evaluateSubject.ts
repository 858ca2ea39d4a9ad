import type { Transition } from '../model/result';
import { STATE_NO_DATA, STATE_NORMAL } from '../model/state';
import type { ThresholdScope } from '../model/threshold';

import type { RuleMemory, SubjectMemory } from './carried';
import type { CompiledRule } from './compileRules';
import { NO_LATCH, runLatch } from './latch';
import { type MetricMemory, NO_MEMORY } from './metrics/metric';
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

function hasDataAt(traffic: SubjectTraffic, bucket: number): boolean {
  const { rate, errorRatio, p50, p95, p99, bytes } = traffic;
  return [rate, errorRatio, p50, p95, p99, bytes].some(
    (column) => column !== undefined && column[bucket] === column[bucket]
  );
}

/** Evaluates the rules of one subject over all buckets, in order of time. */
export function evaluateSubject(input: SubjectInput, output: SubjectOutput): SubjectMemory {
  const { traffic, times, rules, memory, scope, subject } = input;
  const { states, transitions } = output;
  const deciders = new Int32Array(times.length).fill(NO_RULE);
  const valuesOf = new Map<number, Float64Array>();
  const ruleMemories: RuleMemory[] = [];
  states.fill(STATE_NORMAL);

  for (const { rule, index, metric, classRow } of rules) {
    const before = memory?.rules.find((each) => each.index === index);
    const metricMemory: MetricMemory = before?.metric ?? NO_MEMORY;
    const { values, memory: metricAfter } = metric({ traffic, rule, classRow, memory: metricMemory });
    valuesOf.set(index, values);
    const latch = runLatch(rule, values, times, before?.latch ?? NO_LATCH, (bucket, level) => {
      if (level > states[bucket]) {
        states[bucket] = level;
        deciders[bucket] = index;
      }
    });
    ruleMemories.push({ index, latch, metric: metricAfter });
  }

  let dataAt = memory?.dataAt ?? NaN;
  let state = memory?.state ?? input.unknownBefore ?? NaN;
  let decider = memory?.decider ?? NO_RULE;
  for (let bucket = 0; bucket < times.length; bucket++) {
    if (hasDataAt(traffic, bucket)) {
      dataAt = times[bucket];
    } else {
      states[bucket] = STATE_NO_DATA;
      deciders[bucket] = NO_RULE;
    }
    const next = states[bucket];
    const from = state === state ? state : next === STATE_NO_DATA ? STATE_NO_DATA : STATE_NORMAL;
    if (next !== from) {
      const deciding = deciders[bucket] === NO_RULE ? decider : deciders[bucket];
      const explained = next !== STATE_NO_DATA && from !== STATE_NO_DATA;
      const found =
        explained || deciders[bucket] !== NO_RULE ? rules.find(({ index }) => index === deciding) : undefined;
      transitions.push({
        scope,
        subject,
        from,
        to: next,
        time: times[bucket],
        ...(found === undefined ? {} : { rule: found.rule, value: valuesOf.get(deciding)?.[bucket] ?? NaN }),
      });
    }
    state = next;
    decider = deciders[bucket];
  }
  return { scope, subject, state, decider, dataAt, rules: ruleMemories };
}
