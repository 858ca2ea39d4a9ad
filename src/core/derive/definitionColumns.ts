import type { TrafficClass } from '../model/definition';
import type { EdgeColumn } from '../model/history';
import type { ExpressionName } from '../model/result';

import { addSamples, type SampleTally } from './addSamples';
import { type BucketMap, type CommonGrid, mapToGrid } from './grid';
import type { LinkedDefinition, LinkedTable } from './linkSeries';
import { finishRequests } from './requests';

/** The columns of one definition, or of all of them merged. */
export interface TrafficColumns {
  readonly rates: readonly EdgeColumn[];
  readonly errorRatio: EdgeColumn;
  readonly p50?: EdgeColumn;
  readonly p95?: EdgeColumn;
  readonly p99?: EdgeColumn;
  readonly bytes?: EdgeColumn;
}

/** Metrics that a history has only where a definition asks for them. */
export const OPTIONAL_METRICS = ['p50', 'p95', 'p99', 'bytes'] as const;

export function emptyColumn(rows: number, buckets: number): EdgeColumn {
  return new Float32Array(rows * buckets).fill(NaN);
}

/**
 * Reads the samples of one definition.
 *
 * @param rowOf row in the new columns by row of the edge registry; negative for an edge to leave out
 */
export function readColumns(
  linked: LinkedDefinition,
  classes: readonly TrafficClass[],
  grid: CommonGrid,
  buckets: number,
  rows: number,
  rowOf: Int32Array,
  tally: SampleTally
): TrafficColumns {
  const { definition, matcher, tables } = linked;
  const milliseconds = definition.latencyUnit === 'ms' ? 1e-3 : 1;
  const maps = new Map<Float64Array, BucketMap>();
  const mapOf = (times: Float64Array): BucketMap => {
    const map = maps.get(times) ?? mapToGrid(times, grid);
    maps.set(times, map);
    return map;
  };
  const read = (linkedTable: LinkedTable, column: EdgeColumn, scale: number, rule: 'add' | 'max'): EdgeColumn => {
    const { table, edge } = linkedTable;
    addSamples(
      table,
      mapOf(table.times),
      buckets,
      () => column,
      (series) => (edge[series] < 0 ? -1 : rowOf[edge[series]]),
      scale,
      rule,
      tally
    );
    return column;
  };
  const optional = (name: ExpressionName, scale: number, rule: 'add' | 'max'): EdgeColumn | undefined => {
    const table = tables.get(name);
    return table === undefined ? undefined : read(table, emptyColumn(rows, buckets), scale, rule);
  };

  const rates = classes.map(() => emptyColumn(rows, buckets));
  const requests = tables.get('requests');
  if (requests !== undefined) {
    const { table, edge, classRow } = requests;
    addSamples(
      table,
      mapOf(table.times),
      buckets,
      (series) => rates[classRow[series]],
      (series) => (edge[series] < 0 ? -1 : rowOf[edge[series]]),
      1,
      'add',
      tally
    );
  }
  const errors = optional('errors', 1, 'add');
  const errorRatio = emptyColumn(rows, buckets);
  const errorsTable = tables.get('errors');
  finishRequests({
    rates,
    errorRatio,
    errors,
    errorsExpected: (definition.expressions.errors ?? '') !== '',
    answered: errorsTable === undefined ? undefined : coveredBuckets(mapOf(errorsTable.table.times), buckets),
    classes,
    splitByErrors: definition.mapping.classLabel === undefined,
    normalClass: matcher.normalClass,
    dangerClass: matcher.dangerClass,
    buckets,
  });
  return {
    rates,
    errorRatio,
    p50: optional('p50', milliseconds, 'max'),
    p95: optional('p95', milliseconds, 'max'),
    p99: optional('p99', milliseconds, 'max'),
    bytes: optional('bytes', 1, 'add'),
  };
}

/** Flags of the buckets that a table speaks of at all. A table without times answered "nothing" for every bucket. */
function coveredBuckets(map: BucketMap, buckets: number): Uint8Array {
  const covered = new Uint8Array(buckets);
  if (map.bucketOf.length === 0) {
    return covered.fill(1);
  }
  const first = map.bucketOf[0];
  const last = map.bucketOf[map.bucketOf.length - 1];
  return covered.fill(1, Math.max(0, first), Math.max(0, last + 1));
}
