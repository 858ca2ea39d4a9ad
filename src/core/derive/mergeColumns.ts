import type { MergeRule } from '../model/definition';
import type { EdgeColumn, EdgeMetrics } from '../model/history';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { OPTIONAL_METRICS } from './definitionColumns';

/** Optional metrics of which the parts make up a whole; of others the largest holds. */
const ADDING: ReadonlySet<(typeof OPTIONAL_METRICS)[number]> = new Set(['bytes', 'baseline'] as const);

/** Totals at one cell of several class columns; NaN when none has a sample. */
function totalAt(rates: readonly EdgeColumn[], index: number): number {
  let total = NaN;
  for (const column of rates) {
    const rate = column[index];
    if (rate === rate) {
      total = total === total ? total + rate : rate;
    }
  }
  return total;
}

function hasSample(column: EdgeColumn, start: number, buckets: number): boolean {
  for (let index = start; index < start + buckets; index++) {
    if (column[index] === column[index]) {
      return true;
    }
  }
  return false;
}

function larger(a: number, b: number): number {
  return a !== a ? b : b !== b ? a : Math.max(a, b);
}

function sum(a: number, b: number): number {
  return a !== a ? b : b !== b ? a : a + b;
}

/** Failed requests by all requests of two parts; a part whose errors are unknown does not count. */
function weightedRatio(ratioA: number, rateA: number, ratioB: number, rateB: number): number {
  if (ratioA !== ratioA || rateA !== rateA) {
    return ratioB;
  }
  if (ratioB !== ratioB || rateB !== rateB) {
    return ratioA;
  }
  const rate = rateA + rateB;
  return rate > 0 ? (ratioA * rateA + ratioB * rateB) / rate : larger(ratioA, ratioB);
}

function copyRequests(into: EdgeMetrics, to: number, from: EdgeMetrics, at: number): void {
  from.rates.forEach((column, row) => {
    into.rates[row][to] = column[at];
  });
  into.errorRatio[to] = from.errorRatio[at];
}

function mergeRequestsAt(into: EdgeMetrics, to: number, from: EdgeMetrics, at: number, rule: MergeRule): void {
  const known = totalAt(into.rates, to);
  const added = totalAt(from.rates, at);
  if (added !== added) {
    return;
  }
  if (known !== known) {
    copyRequests(into, to, from, at);
    return;
  }
  if (rule === 'sum') {
    into.errorRatio[to] = weightedRatio(into.errorRatio[to], known, from.errorRatio[at], added);
    from.rates.forEach((column, row) => {
      into.rates[row][to] = sum(into.rates[row][to], column[at]);
    });
    return;
  }
  const ratio = larger(into.errorRatio[to], from.errorRatio[at]);
  if (added > known) {
    copyRequests(into, to, from, at);
  }
  into.errorRatio[to] = ratio;
}

function mergeOptionalAt(into: EdgeColumn, to: number, value: number, adds: boolean): void {
  into[to] = adds ? sum(into[to], value) : larger(into[to], value);
}

/** Whether `prefer` keeps what is there. Asked before anything of the edge is written. */
function keeps(rule: MergeRule, columns: readonly EdgeColumn[], start: number, buckets: number): boolean {
  return rule === 'prefer' && columns.some((column) => hasSample(column, start, buckets));
}

/**
 * Merges the columns of one more definition into those of the definitions before it, in place.
 *
 * @param rowOf row in `into` of each row in `from`
 */
export function* mergeColumns(
  into: EdgeMetrics,
  from: EdgeMetrics,
  rowOf: Int32Array,
  buckets: number,
  rule: MergeRule
): Steps<void> {
  const mergeRow = (row: number): void => {
    const to = rowOf[row] * buckets;
    const at = row * buckets;
    if (!keeps(rule, into.rates, to, buckets)) {
      for (let bucket = 0; bucket < buckets; bucket++) {
        mergeRequestsAt(into, to + bucket, from, at + bucket, rule);
      }
    }
    for (const metric of OPTIONAL_METRICS) {
      const target = into[metric];
      const source = from[metric];
      if (target === undefined || source === undefined || keeps(rule, [target], to, buckets)) {
        continue;
      }
      for (let bucket = 0; bucket < buckets; bucket++) {
        mergeOptionalAt(target, to + bucket, source[at + bucket], ADDING.has(metric) && rule === 'sum');
      }
    }
  };
  yield* overRows(rowOf.length, buckets * (into.rates.length + 1), (from, end) => {
    for (let row = from; row < end; row++) {
      mergeRow(row);
    }
  });
}
