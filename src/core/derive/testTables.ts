import type { EndpointMapping, TrafficDefinition } from '../model/definition';
import type { EdgeColumn, TrafficHistory } from '../model/history';
import type { Labels, SeriesTable } from '../model/series';
import type { GraphShape } from '../model/shape';

import { type DerivedTraffic, deriveTraffic, type DeriveInput } from './deriveTraffic';

const START = 1_700_000_040_000;

/** Bucket ends a step apart, from a round time. */
export function timesOf(count: number, stepSeconds = 60, offsetSeconds = 0): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => START + (offsetSeconds + index * stepSeconds) * 1000);
}

/** A table of series given as labels and samples. */
export function table(
  rows: ReadonlyArray<readonly [Labels, readonly number[]]>,
  times = timesOf(rows[0]?.[1].length ?? 0)
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

/** A mapping of the labels of `call`, with what differs. */
export function mapping(
  more: { classLabel?: string; protocolLabel?: string; source?: EndpointMapping; target?: EndpointMapping } = {}
): TrafficDefinition['mapping'] {
  return { source: { label: 'source' }, target: { label: 'target' }, ...more };
}

/** A mapping whose endpoints are grouped by labels. */
export const GROUPED = mapping({
  source: { label: 'source', groupLabels: ['source_group'] },
  target: { label: 'target', groupLabels: ['target_group'] },
});

/** A definition over the labels of `call`. */
export function definition(more: Partial<TrafficDefinition> = {}): TrafficDefinition {
  return {
    id: 'mesh',
    kind: 'prometheus',
    upstream: 'uid',
    expressions: { requests: 'requests' },
    mapping: mapping(),
    ...more,
  };
}

/** Derives from one definition. */
export function deriveOne(
  tables: DeriveInput['tables'],
  more: Partial<TrafficDefinition> = {},
  shape?: GraphShape
): DerivedTraffic {
  return deriveTraffic([{ definition: definition(more), tables }], 'prefer', shape);
}

/** Series of calls written as "source→target", each with one sample a bucket. */
export function calls(rows: Readonly<Record<string, number | readonly number[]>>): SeriesTable {
  return table(
    Object.entries(rows).map(([edge, samples]) => {
      const [source, target] = edge.split('→');
      return [call(source, target), typeof samples === 'number' ? [samples] : samples] as const;
    })
  );
}

/** One edge's cells of a column, rounded to what a column can hold. */
export function cells(history: TrafficHistory, column: EdgeColumn | undefined, edgeId: string): number[] {
  const row = history.edges.ids.indexOf(edgeId);
  const buckets = history.times.length;
  return Array.from(column?.subarray(row * buckets, (row + 1) * buckets) ?? [], (value) => Number(value.toFixed(5)));
}

/** One edge's rates by class name. */
export function ratesOf(history: TrafficHistory, edgeId: string): Record<string, number[]> {
  return Object.fromEntries(
    history.classes.map(({ name }, row) => [name, cells(history, history.edges.rates[row], edgeId)])
  );
}
