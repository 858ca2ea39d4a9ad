import type { TrafficClass } from '../model/definition';
import type { EdgeColumn } from '../model/history';

/** What is known of the requests of one definition, before classes and errors are reconciled. */
export interface RequestColumns {
  /** Mutated: filled up. */
  readonly rates: readonly EdgeColumn[];
  /** Mutated: written. */
  readonly errorRatio: EdgeColumn;
  readonly errors?: EdgeColumn;
  /** The definition has an errors expression, answered or not. */
  readonly errorsExpected: boolean;
  /** Buckets that the errors expression answered for. */
  readonly answered?: Uint8Array;
  readonly classes: readonly TrafficClass[];
  /** No label tells classes apart: the errors expression does. */
  readonly splitByErrors: boolean;
  readonly normalClass: number;
  readonly dangerClass: number;
  readonly buckets: number;
}

/** Fills classes that had no series, and derives the error ratio, in place. */
export function finishRequests(columns: RequestColumns): void {
  const { rates, errorRatio, errors, errorsExpected, answered, classes, buckets } = columns;
  const { splitByErrors, normalClass, dangerClass } = columns;
  const isDanger = classes.map((trafficClass) => trafficClass.severity === 'danger');
  for (let index = 0; index < errorRatio.length; index++) {
    let total = NaN;
    let failed = 0;
    for (let row = 0; row < rates.length; row++) {
      const rate = rates[row][index];
      if (rate === rate) {
        total = total === total ? total + rate : rate;
        failed += isDanger[row] ? rate : 0;
      }
    }
    if (errorsExpected) {
      const told = errors === undefined ? NaN : errors[index];
      failed = told === told ? told : answered !== undefined && answered[index % buckets] === 1 ? 0 : NaN;
      if (total !== total && failed > 0) {
        // Failed requests are requests, even where the other expression is silent.
        total = failed;
        rates[dangerClass < 0 ? normalClass : dangerClass][index] = failed;
      } else if (splitByErrors && dangerClass >= 0 && failed === failed && total === total) {
        total = Math.max(total, failed);
        for (let row = 0; row < rates.length; row++) {
          rates[row][index] = 0;
        }
        rates[normalClass][index] = total - failed;
        rates[dangerClass][index] = normalClass === dangerClass ? total : failed;
      }
    }
    if (total !== total) {
      continue;
    }
    for (let row = 0; row < rates.length; row++) {
      if (rates[row][index] !== rates[row][index]) {
        rates[row][index] = 0;
      }
    }
    errorRatio[index] = failed !== failed ? NaN : failed === 0 ? 0 : Math.min(1, failed / total);
  }
}
