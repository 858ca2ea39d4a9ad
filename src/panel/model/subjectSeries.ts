import type { EdgeTable, TrafficHistory } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { memberMask } from './members';

/** Metrics of one node or edge of a view over the whole history, one value a bucket; NaN where unknown. */
export interface SubjectSeries {
  /** Requests per second. */
  readonly rate: Float64Array;
  /** Requests per second at the same time of an earlier day or week. Absent when nobody asks. */
  readonly baseline?: Float64Array;
  /** 0–1. */
  readonly errorRatio: Float64Array;
  /** Seconds: the slowest of the edges that the subject stands for. Absent when nobody measures it. */
  readonly p95?: Float64Array;
  /** Bytes per second. Absent when nobody measures them. */
  readonly bytes?: Float64Array;
}

/** Edges of a history that speak for a node (what comes in, or what goes out where nobody calls) or an edge of a view. */
export function subjectEdges(history: TrafficHistory, view: TrafficView, pick: ScenePick): readonly number[] {
  const { source, target, ids } = history.edges;
  const rows = ids.map((_, edge) => edge);
  if (pick.kind === 'edge') {
    const from = memberMask(history.nodes, view, view.edges.source[pick.row]);
    const to = memberMask(history.nodes, view, view.edges.target[pick.row]);
    return rows.filter((edge) => from[source[edge]] === 1 && to[target[edge]] === 1);
  }
  const inside = memberMask(history.nodes, view, pick.row);
  const isCalled = rows.some((edge) => inside[target[edge]] === 1 && source[edge] !== target[edge]);
  const end = isCalled ? target : source;
  return rows.filter((edge) => inside[end[edge]] === 1);
}

/** Rates and bytes add, error ratios weigh by rate, latency is the slowest: the rules of a view, for every bucket. */
export function subjectSeries(history: TrafficHistory, edges: readonly number[]): SubjectSeries {
  const buckets = history.times.length;
  const rate = new Float64Array(buckets).fill(NaN);
  const errorRatio = new Float64Array(buckets).fill(NaN);
  const p95 = history.edges.p95 === undefined ? undefined : new Float64Array(buckets).fill(NaN);
  const baseline = history.edges.baseline === undefined ? undefined : new Float64Array(buckets).fill(NaN);
  const bytes = history.edges.bytes === undefined ? undefined : new Float64Array(buckets).fill(NaN);
  for (let bucket = 0; bucket < buckets; bucket++) {
    let total = NaN;
    let failed = NaN;
    let known = 0;
    for (const edge of edges) {
      const at = edge * buckets + bucket;
      const edgeRate = totalRate(history.edges, at);
      const ratio = history.edges.errorRatio[at];
      total = add(total, edgeRate);
      if (baseline !== undefined && history.edges.baseline !== undefined) {
        baseline[bucket] = add(baseline[bucket], history.edges.baseline[at]);
      }
      if (bytes !== undefined && history.edges.bytes !== undefined) {
        bytes[bucket] = add(bytes[bucket], history.edges.bytes[at]);
      }
      if (!Number.isNaN(ratio) && !Number.isNaN(edgeRate)) {
        failed = add(failed, ratio * edgeRate);
        known += edgeRate;
      }
      if (p95 !== undefined && history.edges.p95 !== undefined) {
        p95[bucket] = larger(p95[bucket], history.edges.p95[at]);
      }
    }
    rate[bucket] = total;
    errorRatio[bucket] = known > 0 ? failed / known : NaN;
  }
  return { rate, errorRatio, p95, ...(baseline && { baseline }), ...(bytes && { bytes }) };
}

function totalRate(edges: EdgeTable, at: number): number {
  return edges.rates.reduce((sum, column) => add(sum, column[at]), NaN);
}

function add(sum: number, value: number): number {
  if (Number.isNaN(value)) {
    return sum;
  }
  return Number.isNaN(sum) ? value : sum + value;
}

function larger(a: number, b: number): number {
  return Number.isNaN(a) || b > a ? b : a;
}
