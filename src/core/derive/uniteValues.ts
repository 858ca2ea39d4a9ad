import { type KeptLabel, MOST_KEPT_VALUES } from '../model/keptLabel';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { countingSort } from './countingSort';

/** Cells of a table that take as long as one row's values, about. */
const VALUES_WIDTH = 50;

const NONE: readonly string[] = Object.freeze([]);

/** Values of one label, and the rows that they go to. Several may go to one row. */
export interface ToldValues {
  readonly name: string;
  /** Row of each; all from 0 to below `rows`. */
  readonly rowOf: Int32Array;
  /** Lists that are often the same object are compared least. */
  readonly valuesOf: (index: number) => readonly string[];
  /** Values that were left out before. */
  readonly moreOf?: (index: number) => number;
}

/** The first values of a set in order of text. One pass: there may be as many as series. */
function firstValues(values: ReadonlySet<string>): readonly string[] {
  if (values.size <= MOST_KEPT_VALUES) {
    return Object.freeze([...values].sort());
  }
  const first: string[] = [];
  for (const value of values) {
    if (first.length === MOST_KEPT_VALUES && value > first[MOST_KEPT_VALUES - 1]) {
      continue;
    }
    const place = first.findIndex((each) => each > value);
    first.splice(place < 0 ? first.length : place, 0, value);
    first.length = Math.min(first.length, MOST_KEPT_VALUES);
  }
  return Object.freeze(first);
}

/** The values of each row, whatever the order in which they are told; undefined where no row has any. */
export function* uniteValues(
  { name, rowOf, valuesOf, moreOf }: ToldValues,
  rows: number
): Steps<KeptLabel | undefined> {
  const order = countingSort(
    rowOf.map((_, index) => index),
    rowOf,
    rows
  );
  yield;
  const values = new Array<readonly string[]>(rows).fill(NONE);
  const more = new Array<number>(rows).fill(0);
  let [any, anyMore] = [false, false];
  const uniteRow = (from: number, end: number): void => {
    const row = rowOf[order[from]];
    let list = valuesOf(order[from]);
    let united: Set<string> | undefined;
    let left = moreOf?.(order[from]) ?? 0;
    for (let at = from + 1; at < end; at++) {
      const next = valuesOf(order[at]);
      left += moreOf?.(order[at]) ?? 0;
      if (united === undefined && next === list) {
        continue;
      }
      united ??= new Set(list);
      for (const value of next) {
        united.add(value);
      }
    }
    if (united !== undefined) {
      list = firstValues(united);
      left += united.size - list.length;
    }
    values[row] = list;
    more[row] = left;
    any ||= list.length > 0;
    anyMore ||= left > 0;
  };
  let start = 0;
  yield* overRows(order.length, VALUES_WIDTH, (_, end) => {
    while (start < end) {
      let next = start + 1;
      while (next < order.length && rowOf[order[next]] === rowOf[order[start]]) {
        next++;
      }
      uniteRow(start, next);
      start = next;
    }
  });
  return any ? { name, values, ...(anyMore && { more }) } : undefined;
}

/**
 * Labels of a table whose rows become those of another one, some of them together.
 *
 * @param from rows of the table given, and `to` what each becomes; a row may become several
 */
export function* uniteLabels(
  labels: readonly KeptLabel[],
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
  rows: number
): Steps<readonly KeptLabel[]> {
  const united: KeptLabel[] = [];
  for (const { name, values, more } of labels) {
    const label = yield* uniteValues(
      {
        name,
        rowOf: to,
        valuesOf: (index) => values[from[index]],
        ...(more && { moreOf: (index) => more[from[index]] }),
      },
      rows
    );
    if (label) {
      united.push(label);
    }
  }
  return united;
}
