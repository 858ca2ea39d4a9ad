import type { Steps } from './steps';

/** Cells of a table that a step goes over: some milliseconds on a slow machine. */
export const CELLS_A_STEP = 250_000;

/** Goes over the rows of a table in steps of about as many cells each. `work` takes the rows from `from` to before `end`. */
export function* overRows(rows: number, width: number, work: (from: number, end: number) => void): Steps<void> {
  const rowsAStep = Math.max(1, Math.floor(CELLS_A_STEP / Math.max(1, width)));
  for (let from = 0; from < rows; from += rowsAStep) {
    work(from, Math.min(rows, from + rowsAStep));
    yield;
  }
}
