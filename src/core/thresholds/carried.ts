import type { ThresholdRule, ThresholdScope } from '../model/threshold';

import type { LatchMemory } from './latch';
import type { MetricMemory } from './metrics/metric';

/** What one rule remembers of one subject. */
export interface RuleMemory {
  readonly index: number;
  readonly latch: LatchMemory;
  readonly metric: MetricMemory;
}

/** What is remembered of one subject from one piece of history to the next. */
export interface SubjectMemory {
  readonly scope: ThresholdScope;
  readonly subject: string;
  readonly state: number;
  /** Rule that decided the state; -1 for none. */
  readonly decider: number;
  /** When it last had any data, in milliseconds. */
  readonly dataAt: number;
  readonly rules: readonly RuleMemory[];
}

/** All that `continueThresholds` needs to go on where it stopped. Good for the same rules only. */
export interface CarriedStates {
  readonly rules: readonly ThresholdRule[];
  readonly subjects: ReadonlyMap<string, SubjectMemory>;
}

/** The key of a subject in `CarriedStates.subjects`. */
export function subjectKey(scope: ThresholdScope, subject: string): string {
  return `${scope} ${subject}`;
}
