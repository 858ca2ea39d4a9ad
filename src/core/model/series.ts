/** Label names and values of one series. Graphite tags and the fields of a dotted path take the same form. */
export type Labels = Readonly<Record<string, string>>;

/**
 * What an upstream answered to one expression, columnar, on one common time grid.
 *
 * `values[series * times.length + index]` is the sample of a series at `times[index]`; NaN means no sample.
 */
export interface SeriesTable {
  /** One entry a series. */
  readonly labels: readonly Labels[];
  /** Bucket ends in milliseconds since the epoch, ascending. */
  readonly times: Float64Array;
  /** Series × time, row-major, in the unit of the expression. */
  readonly values: Float64Array;
}
