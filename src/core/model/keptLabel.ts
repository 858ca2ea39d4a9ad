/** What one label of the series says of the rows of a table, beside what its edges and nodes are made of. */
export interface KeptLabel {
  readonly name: string;
  /**
   * By row: the values that its series have, distinct, in order of text, `MOST_KEPT_VALUES` at most; empty for a row
   * without any. Rows of the same values may share a list.
   */
  readonly values: ReadonlyArray<readonly string[]>;
  /** By row: how many more values there are. Absent: no row has more. Of rows that became one, a value may count twice. */
  readonly more?: readonly number[];
}

/** Values of one label that an edge or a node keeps. */
export const MOST_KEPT_VALUES = 16;

/** A row's values of a label; none where the label is not kept. */
export function keptValues(
  labels: readonly KeptLabel[] | undefined,
  name: string,
  row: number
): readonly string[] | undefined {
  return labels?.find((label) => label.name === name)?.values[row];
}
