import type { TrafficClass } from '../model/definition';
import type { EdgeColumn, EdgeMetrics } from '../model/history';
import type { EdgeExpressionName } from '../model/result';
import type { Steps } from '../steps/steps';

import { addSamples, type SampleRule, type SampleTally } from './addSamples';
import { type BucketMap, type CommonGrid, mapToGrid } from './grid';
import type { LinkedDefinition } from './linkSeries';
import { finishRequests } from './requests';

/** Metrics that a history has only where a definition asks for them. */
export const OPTIONAL_METRICS = ['p50', 'p95', 'p99', 'bytes', 'baseline'] as const;

export function emptyColumn(rows: number, buckets: number): EdgeColumn {
  return new Float32Array(rows * buckets).fill(NaN);
}

/** The shape of the columns to read into. */
export interface ColumnShape {
  readonly classes: readonly TrafficClass[];
  readonly grid: CommonGrid;
  /** Buckets of the grid that are kept, from the first. */
  readonly buckets: number;
  readonly rows: number;
  /** Row by row of the edge registry; negative for an edge to leave out. */
  readonly rowOf: Int32Array;
}

/** Flags of the buckets that a table speaks of at all: none for one that failed, all for one without times. */
function coveredBuckets(map: BucketMap | undefined, buckets: number): Uint8Array {
  const covered = new Uint8Array(buckets);
  if (map === undefined) {
    return covered;
  }
  const { bucketOf } = map;
  const last = bucketOf.length - 1;
  return last < 0 ? covered.fill(1) : covered.fill(1, Math.max(0, bucketOf[0]), Math.max(0, bucketOf[last] + 1));
}

/** Reads the samples of one definition. */
export function* readColumns(linked: LinkedDefinition, shape: ColumnShape, tally: SampleTally): Steps<EdgeMetrics> {
  const { definition, matcher, tables } = linked;
  const { classes, grid, buckets, rows, rowOf } = shape;
  const milliseconds = definition.latencyUnit === 'ms' ? 1e-3 : 1;
  const empty = (): EdgeColumn => emptyColumn(rows, buckets);
  function* read(
    name: EdgeExpressionName,
    columns: readonly EdgeColumn[],
    scale: number,
    rule: SampleRule
  ): Steps<void> {
    const found = tables.get(name);
    yield;
    if (found !== undefined) {
      const { table, edge, classRow } = found;
      const rowOfSeries = edge.map((registered) => (registered < 0 ? -1 : rowOf[registered]));
      const map = mapToGrid(table.times, grid);
      yield* addSamples({ table, map, buckets, columns, columnOf: classRow, rowOf: rowOfSeries, scale, rule }, tally);
    }
  }
  function* optional(name: EdgeExpressionName, scale: number, rule: SampleRule): Steps<EdgeColumn | undefined> {
    if (!tables.has(name)) {
      return undefined;
    }
    const column = empty();
    yield* read(name, [column], scale, rule);
    return column;
  }

  const rates = classes.map(empty);
  yield* read('requests', rates, 1, 'add');
  const errorRatio = empty();
  const errors = tables.get('errors');
  const hasErrors = errors !== undefined || (definition.expressions.errors ?? '') !== '';
  yield* finishRequests(
    { rates, errorRatio, classes, buckets },
    hasErrors
      ? {
          errors: yield* optional('errors', 1, 'add'),
          answered: coveredBuckets(errors && mapToGrid(errors.table.times, grid), buckets),
          splits: !matcher.tellsApart,
          normalClass: matcher.normalClass,
          dangerClass: matcher.dangerClass,
        }
      : undefined
  );
  return {
    rates,
    errorRatio,
    p50: yield* optional('p50', milliseconds, 'max'),
    p95: yield* optional('p95', milliseconds, 'max'),
    p99: yield* optional('p99', milliseconds, 'max'),
    bytes: yield* optional('bytes', 1, 'add'),
    baseline: yield* optional('baseline', 1, 'add'),
  };
}
