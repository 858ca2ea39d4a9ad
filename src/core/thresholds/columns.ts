import type { EdgeColumn, TrafficHistory } from '../model/history';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';
import { createPresence, type EdgeTotals, type Presence } from './edgeTotals';
import type { SpeakingEdges } from './subjects';
import { addEdges, countEdges, raiseEdges, uniteEdges, weighEdges } from './sums';

/** What a rule may look at: the classes' rates by their rows in the history. */
export type ColumnName = 'rate' | 'errorRatio' | 'p50' | 'p95' | 'p99' | 'bytes' | 'baseline' | `class ${number}`;

/** Subject × bucket, row-major. NaN means no data. */
export type Column = Float32Array | Float64Array;

/** The traffic of all subjects of a scope. */
export interface SubjectColumns {
  /** Undefined for what the history has none of, or nobody asked for. */
  readonly get: (name: ColumnName) => Column | undefined;
  readonly present: Presence;
}

function edgeColumn({ edges }: TrafficHistory, totals: EdgeTotals, name: ColumnName): EdgeColumn | undefined {
  if (name === 'rate') {
    return totals.rates;
  }
  return name.startsWith('class ')
    ? edges.rates[Number(name.slice('class '.length))]
    : edges[name as Exclude<ColumnName, 'rate' | `class ${number}`>];
}

/** Edges are their own subjects: nothing is added up. */
export function columnsOfEdges(history: TrafficHistory, totals: EdgeTotals): SubjectColumns {
  return { get: (name) => edgeColumn(history, totals, name), present: totals.present };
}

/** Adds edges up: rates and bytes add, the error ratio is weighted by rate, latencies take the largest. */
export function* columnsOfSubjects(
  history: TrafficHistory,
  totals: EdgeTotals,
  { count, speaking }: { readonly count: number; readonly speaking: SpeakingEdges },
  names: ReadonlySet<ColumnName>
): Steps<SubjectColumns> {
  const buckets = history.times.length;
  const edges = history.edges.ids.length;
  const present = createPresence(count, buckets);
  yield* overRows(edges, buckets, (from, end) => uniteEdges(present, totals.present, speaking, from, end, buckets));
  const columns = new Map<ColumnName, Column>();
  for (const name of names) {
    const column = edgeColumn(history, totals, name);
    if (column === undefined) {
      continue;
    }
    if (name === 'errorRatio') {
      columns.set(name, yield* weightedRatios(column, totals.rates, speaking, count, buckets));
      continue;
    }
    const to = new Float64Array(count * buckets).fill(NaN);
    const unite = name === 'p50' || name === 'p95' || name === 'p99' ? raiseEdges : addEdges;
    yield* overRows(edges, buckets, (from, end) => unite(to, column, speaking, from, end, buckets));
    columns.set(name, to);
  }
  return { get: (name) => columns.get(name), present };
}

/** Ratios weighted by rate; the largest where a subject has one edge alone, or none of several has a rate. */
function* weightedRatios(
  ratios: EdgeColumn,
  rates: EdgeColumn,
  speaking: SpeakingEdges,
  count: number,
  buckets: number
): Steps<Column> {
  const edges = speaking.start.length - 1;
  const failed = new Float64Array(count * buckets);
  const known = new Float64Array(count * buckets);
  yield* overRows(edges, buckets, (from, end) =>
    weighEdges({ failed, known }, ratios, rates, speaking, from, end, buckets)
  );
  const several = countEdges(speaking, count);
  const unweighted = new Uint8Array(count);
  yield* overRows(count, buckets, (from, end) => {
    for (let cell = from * buckets; cell < end * buckets; cell++) {
      const subject = Math.floor(cell / buckets);
      if (known[cell] > 0 && several[subject] > 1) {
        failed[cell] /= known[cell];
      } else {
        unweighted[subject] = 1;
        failed[cell] = NaN;
      }
    }
  });
  const largest = new Float64Array(unweighted.includes(1) ? count * buckets : 0).fill(NaN);
  if (largest.length > 0) {
    yield* overRows(edges, buckets, (from, end) =>
      raiseEdges(largest, ratios, speaking, from, end, buckets, unweighted)
    );
    yield* overRows(count, buckets, (from, end) => {
      for (let cell = from * buckets; cell < end * buckets; cell++) {
        if (failed[cell] !== failed[cell]) {
          failed[cell] = largest[cell];
        }
      }
    });
  }
  return failed;
}
