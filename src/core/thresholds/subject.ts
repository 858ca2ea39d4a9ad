import type { ColumnName, SubjectColumns } from './columns';
import type { NodeValues } from './nodeValues';

/** What rules look at: the traffic of one edge, node or group over the buckets of a history. */
export interface SubjectTraffic {
  /** One value a bucket, NaN for none; undefined for what the history has none of. Valid until the next subject. */
  readonly column: (name: ColumnName) => Float64Array | undefined;
  /** Metrics of the services themselves; an edge has none. */
  readonly nodeValues?: NodeValues;
}

/** Reads the traffic of one subject after the other, by its row; -1 for one that has none. */
export type SubjectReader = (row: number, nodeValues?: NodeValues) => SubjectTraffic;

/** @param buckets of a row of the columns */
export function createSubjectReader(columns: SubjectColumns, buckets: number): SubjectReader {
  const rooms = new Map<ColumnName, Float64Array>();
  return (row, nodeValues) => ({
    nodeValues,
    column: (name) => {
      const all = columns.get(name);
      if (all === undefined) {
        return undefined;
      }
      const room = rooms.get(name) ?? new Float64Array(buckets);
      rooms.set(name, room);
      for (let bucket = 0, cell = row * buckets; bucket < buckets; bucket++, cell++) {
        room[bucket] = row < 0 ? NaN : all[cell];
      }
      return room;
    },
  });
}
