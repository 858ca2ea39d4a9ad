import type { EdgeColumn } from '../model/history';
import type { Presence } from './edgeTotals';
import type { SpeakingEdges } from './subjects';

// Each goes once over the edges from `from` to before `end`, and puts their cells into the rows of the subjects that they
// speak for. Edges come in order, so that what they come to does not depend on where the calls are cut.

/** Sums of what is known; NaN, which the sums begin with, where nothing is. */
export function addEdges(
  to: Float64Array,
  column: EdgeColumn,
  { start, subjects }: SpeakingEdges,
  from: number,
  end: number,
  buckets: number
): void {
  for (let edge = from; edge < end; edge++) {
    for (let index = start[edge]; index < start[edge + 1]; index++) {
      const row = subjects[index] * buckets;
      for (let bucket = 0, cell = edge * buckets; bucket < buckets; bucket++, cell++) {
        const value = column[cell];
        if (value === value) {
          const sum = to[row + bucket];
          to[row + bucket] = sum === sum ? sum + value : value;
        }
      }
    }
  }
}

/** The largest of what is known. @param only subjects that are asked for; absent: all are */
export function raiseEdges(
  to: Float64Array,
  column: EdgeColumn,
  { start, subjects }: SpeakingEdges,
  from: number,
  end: number,
  buckets: number,
  only?: Uint8Array
): void {
  for (let edge = from; edge < end; edge++) {
    for (let index = start[edge]; index < start[edge + 1]; index++) {
      if (only !== undefined && only[subjects[index]] === 0) {
        continue;
      }
      const row = subjects[index] * buckets;
      for (let bucket = 0, cell = edge * buckets; bucket < buckets; bucket++, cell++) {
        const value = column[cell];
        if (value === value && !(to[row + bucket] >= value)) {
          to[row + bucket] = value;
        }
      }
    }
  }
}

/** Failed requests, and all of those edges whose ratio is known. */
export function weighEdges(
  { failed, known }: { readonly failed: Float64Array; readonly known: Float64Array },
  ratios: EdgeColumn,
  rates: EdgeColumn,
  { start, subjects }: SpeakingEdges,
  from: number,
  end: number,
  buckets: number
): void {
  for (let edge = from; edge < end; edge++) {
    for (let index = start[edge]; index < start[edge + 1]; index++) {
      const row = subjects[index] * buckets;
      for (let bucket = 0, cell = edge * buckets; bucket < buckets; bucket++, cell++) {
        const ratio = ratios[cell];
        const rate = rates[cell];
        if (ratio === ratio && rate === rate) {
          failed[row + bucket] += ratio * rate;
          known[row + bucket] += rate;
        }
      }
    }
  }
}

/** Present where any edge is. */
export function uniteEdges(
  to: Presence,
  present: Presence,
  { start, subjects }: SpeakingEdges,
  from: number,
  end: number,
  buckets: number
): void {
  for (let edge = from; edge < end; edge++) {
    for (let index = start[edge]; index < start[edge + 1]; index++) {
      const subject = subjects[index];
      if (to.full[subject] === 1) {
        continue;
      }
      const row = subject * buckets;
      let known = 0;
      for (let bucket = 0, cell = edge * buckets; bucket < buckets; bucket++, cell++) {
        to.cells[row + bucket] |= present.cells[cell];
        known += to.cells[row + bucket];
      }
      to.full[subject] = known === buckets ? 1 : 0;
    }
  }
}

/** How many edges speak for each subject. */
export function countEdges({ subjects }: SpeakingEdges, count: number): Int32Array {
  const edges = new Int32Array(count);
  for (const subject of subjects) {
    edges[subject]++;
  }
  return edges;
}
