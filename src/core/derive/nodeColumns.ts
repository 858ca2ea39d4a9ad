import type { MergeRule, NodeMetricDefinition, NodeMetricKind } from '../model/definition';
import type { NodeMetric } from '../model/nodeMetric';
import type { Steps } from '../steps/steps';

import { addSamples, LARGEST_SAMPLE, type SampleTally } from './addSamples';
import { emptyColumn } from './definitionColumns';
import { type CommonGrid, mapToGrid } from './grid';
import type { LinkedNodeMetric } from './linkNodeMetrics';
import type { LinkedDefinition } from './linkSeries';

/** The nodes and buckets of the columns. */
export interface NodeColumnShape {
  readonly grid: CommonGrid;
  readonly buckets: number;
  readonly rows: number;
  /** Final row by row of the node registry; negative for a node that is not on the map. */
  readonly rowOf: Int32Array;
}

const UNITS: Readonly<Record<NodeMetricKind, string | undefined>> = {
  saturation: 'percentunit',
  capacity: 'reqps',
  custom: undefined,
};

/** A metric without a name goes by what it is. */
export function nodeMetricName({ name, kind }: NodeMetricDefinition): string {
  return name.trim() === '' ? kind : name.trim();
}

/** Metrics of the same kind and name are one. */
export function nodeMetricKey(metric: NodeMetricDefinition): string {
  return JSON.stringify([metric.kind, nodeMetricName(metric)]);
}

/** Capacities add up, over the series of a service as over definitions that each see a part; of others the largest holds. */
function adds(kind: NodeMetricKind): boolean {
  return kind === 'capacity';
}

function* readColumn(
  { metric, table, node }: LinkedNodeMetric,
  shape: NodeColumnShape,
  tally: SampleTally
): Steps<Float32Array> {
  const { grid, buckets, rows, rowOf } = shape;
  const column = emptyColumn(rows, buckets);
  yield* addSamples(
    {
      table,
      map: mapToGrid(table.times, grid),
      buckets,
      columns: [column],
      columnOf: new Uint16Array(node.length),
      rowOf: node.map((registered) => (registered < 0 ? -1 : rowOf[registered])),
      scale: 1,
      rule: adds(metric.kind) ? 'add' : 'max',
      least: metric.kind === 'custom' ? -LARGEST_SAMPLE : 0,
    },
    tally
  );
  return column;
}

function mergeInto(into: Float32Array, from: Float32Array, buckets: number, rule: MergeRule, isSum: boolean): void {
  for (let start = 0; start < into.length; start += buckets) {
    const end = start + buckets;
    if (rule === 'prefer' && into.subarray(start, end).some((value) => value === value)) {
      continue;
    }
    for (let cell = start; cell < end; cell++) {
      const [known, value] = [into[cell], from[cell]];
      if (known !== known) {
        into[cell] = value;
      } else if (value === value) {
        into[cell] = isSum ? known + value : Math.max(known, value);
      }
    }
  }
}

/**
 * Reads the metrics of services of all definitions. Those of the same name and kind are one metric.
 *
 * @param tallies of the definitions, in their order; samples that are no usable numbers are counted there
 */
export function* readNodeColumns(
  definitions: readonly LinkedDefinition[],
  shape: NodeColumnShape,
  merge: MergeRule,
  tallies: readonly SampleTally[]
): Steps<readonly NodeMetric[]> {
  const found = new Map<string, NodeMetric>();
  for (const [index, { nodeMetrics }] of definitions.entries()) {
    const own: SampleTally = { samples: 0, bad: 0 };
    for (const linked of nodeMetrics) {
      const { kind, unit } = linked.metric;
      const name = nodeMetricName(linked.metric);
      const values = yield* readColumn(linked, shape, own);
      const key = nodeMetricKey(linked.metric);
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, { name, kind, unit: UNITS[kind] ?? unit ?? 'short', values });
      } else {
        mergeInto(known.values, values, shape.buckets, merge, merge === 'sum' && adds(kind));
      }
    }
    // Samples tell whether a definition has traffic; those of services do not.
    tallies[index].bad += own.bad;
  }
  return [...found.values()];
}
