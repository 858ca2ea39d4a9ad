/** Rows of values whose number is not known before they are read. */
export interface GrowingValues {
  /** Values of a row. */
  readonly width: number;
  values: Float64Array;
}

const FIRST_ROWS = 64;
/** More than what the part that was read lets expect. */
const SPARE = 1.05;

export function createGrowingValues(width: number): GrowingValues {
  return { width, values: new Float64Array(FIRST_ROWS * width) };
}

/**
 * Makes room for the row of that number, and clears it: NaN. Rows come in order.
 *
 * @param done part of all that is read so far, 0–1: what there is to come is estimated by it
 * @returns the array to write to, until the next row
 */
export function openRow(growing: GrowingValues, row: number, done: number): Float64Array {
  const { width } = growing;
  const end = (row + 1) * width;
  if (end > growing.values.length) {
    const larger = new Float64Array(Math.max(Math.ceil((row / done) * SPARE), row + FIRST_ROWS) * width);
    larger.set(growing.values);
    growing.values = larger;
  }
  return growing.values.fill(NaN, end - width, end);
}
