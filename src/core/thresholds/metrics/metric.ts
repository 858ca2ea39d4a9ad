import type { ThresholdRule } from '../../model/threshold';
import type { ColumnName } from '../columns';
import type { SubjectTraffic } from '../subject';

/** What a metric remembers of buckets before those it reads, so that chunks give what the whole gives. */
export interface MetricMemory {
  readonly sum: number;
  readonly count: number;
}

/** What a metric reads from. */
export interface MetricInput {
  readonly traffic: SubjectTraffic;
  readonly rule: ThresholdRule;
  /** Row of the rule's class in the history; -1 for none of that name. */
  readonly classRow: number;
  readonly memory: MetricMemory;
}

/** One value a bucket, NaN for none, and what to remember for the buckets that follow. */
export interface MetricValues {
  readonly values: Float64Array;
  readonly memory: MetricMemory;
}

/** What a rule may watch. */
export interface Metric {
  /** The columns it reads, by the row of the rule's class. */
  readonly needs: (classRow: number) => readonly ColumnName[];
  /** The column that its values are, where they are one: then all subjects can be looked at in one go. */
  readonly column?: ColumnName;
  /** Its values for one subject. */
  readonly read: (input: MetricInput) => MetricValues;
}

export const NO_MEMORY: MetricMemory = Object.freeze({ sum: 0, count: 0 });

const NO_VALUES = new Float64Array(0);

/** A metric that needs no memory; a history without it has no values. */
export function plainMetric(needs: Metric['needs'], read: (input: MetricInput) => Float64Array | undefined): Metric {
  return { needs, read: (input) => ({ values: read(input) ?? NO_VALUES, memory: input.memory }) };
}

/** A metric that is a column of the traffic. */
export function columnMetric(name: ColumnName): Metric {
  return {
    ...plainMetric(
      () => [name],
      ({ traffic }) => traffic.column(name)
    ),
    column: name,
  };
}
