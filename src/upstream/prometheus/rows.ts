import type { Labels } from '../../core/model/series';

/** The series of an answer, laid on the grid, and what was left out of them. */
export interface PrometheusRows {
  /** One entry a series. */
  readonly labels: readonly Labels[];
  /** Series × bucket, row-major; NaN means no sample. */
  readonly values: Float64Array;
  /** Series of the answer, those included that had no place any more. */
  readonly series: number;
  /** Samples that are no numbers. */
  readonly bad: number;
  /** Samples outside of the grid. */
  readonly outside: number;
  /** Series that are, or also have, native histograms. */
  readonly histograms: number;
  readonly unreadable: number;
}
