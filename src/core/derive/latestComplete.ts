import { LARGEST_SAMPLE } from './addSamples';
import { type CommonGrid, mapToGrid } from './grid';
import type { LinkedDefinition, LinkedTable } from './linkSeries';

/** As many buckets at the end are given up for a definition that is late, and no more: then it is silent, not late. */
export const MOST_LATE = 2;

function isSample(value: number): boolean {
  return value >= 0 && value <= LARGEST_SAMPLE;
}

/** How many buckets at the end of the grid have no sample of a table: 0 to `MOST_LATE`; 0 too for a silent table. */
function lateness({ table, edge }: LinkedTable, grid: CommonGrid): number {
  const { bucketOf } = mapToGrid(table.times, grid);
  const buckets = grid.times.length;
  let latest = -1;
  for (let index = bucketOf.length - 1; index >= 0 && bucketOf[index] >= buckets - 1 - MOST_LATE; index--) {
    const bucket = bucketOf[index];
    if (bucket >= buckets || bucket <= latest) {
      continue;
    }
    for (let series = 0; series < edge.length; series++) {
      if (edge[series] >= 0 && isSample(table.values[series * bucketOf.length + index])) {
        latest = bucket;
        break;
      }
    }
  }
  return latest < 0 ? 0 : buckets - 1 - latest;
}

/** Buckets of the grid up to the last complete one: the last for which every definition that is not silent has requests, or bytes where it asks for none. */
export function completeBuckets(definitions: readonly LinkedDefinition[], grid: CommonGrid): number {
  const late = definitions.map(({ tables }) => {
    const requests = tables.get('requests') ?? tables.get('bytes');
    return requests === undefined ? 0 : lateness(requests, grid);
  });
  const buckets = grid.times.length;
  return Math.max(Math.min(1, buckets), buckets - Math.max(0, ...late));
}
