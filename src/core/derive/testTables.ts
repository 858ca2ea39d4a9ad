import type { TrafficDefinition } from '../model/definition';
import type { Labels, SeriesTable } from '../model/series';

/** Bucket ends a minute apart from a round time. */
export function minutes(count: number, from = 1_700_000_040_000): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => from + index * 60_000);
}

/** A table of series given as labels and samples. */
export function table(
  rows: ReadonlyArray<readonly [Labels, readonly number[]]>,
  times = minutes(rows[0]?.[1].length ?? 0)
): SeriesTable {
  return {
    labels: rows.map(([labels]) => labels),
    times,
    values: Float64Array.from(rows.flatMap(([, samples]) => samples)),
  };
}

/** Labels of a call with further labels. */
export function call(source: string, target: string, more: Labels = {}): Labels {
  return { source, target, ...more };
}

/** A definition over the labels of `call`. */
export function definition(more: Partial<TrafficDefinition> = {}): TrafficDefinition {
  return {
    id: 'mesh',
    kind: 'prometheus',
    upstream: 'uid',
    expressions: { requests: 'requests' },
    mapping: { source: { label: 'source' }, target: { label: 'target' } },
    ...more,
  };
}
