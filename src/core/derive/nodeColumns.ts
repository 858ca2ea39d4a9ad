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

/** Metrics of nodes, and what became of their series. */
export interface NodeColumns {
  readonly metrics: readonly NodeMetric[];
  /** By definition: series of services that are not on the map, by name of the metric. */
  readonly elsewhere: ReadonlyArray<ReadonlyMap<string, number>>;
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
): Steps<NodeColumns> {
  const found = new Map<string, NodeMetric>();
  const elsewhere = definitions.map(() => new Map<string, number>());
  for (const [index, { nodeMetrics }] of definitions.entries()) {
    const own: SampleTally = { samples: 0, bad: 0 };
    for (const linked of nodeMetrics) {
      const { kind, unit } = linked.metric;
      const name = nodeMetricName(linked.metric);
      const values = yield* readColumn(linked, shape, own);
      const key = JSON.stringify([kind, name]);
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, { name, kind, unit: UNITS[kind] ?? unit ?? 'short', values });
      } else {
        mergeInto(known.values, values, shape.buckets, merge, merge === 'sum' && adds(kind));
      }
      const lost = linked.node.reduce((sum, node) => sum + (node < 0 || shape.rowOf[node] < 0 ? 1 : 0), 0);
      if (lost > 0) {
        elsewhere[index].set(name, (elsewhere[index].get(name) ?? 0) + lost);
      }
    }
    // Samples tell whether a definition has traffic; those of services do not.
    tallies[index].bad += own.bad;
  }
  return { metrics: [...found.values()], elsewhere };
}
