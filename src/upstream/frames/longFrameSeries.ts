import type { Field } from '@grafana/data';

import type { Labels } from '../../core/model/series';
import type { FrameSeries } from './placeFrameSeries';

/** A table with a row a sample and labels in text fields → its series. Rows are grouped by small integers, one column at a time. */
export function longFrameSeries(
  value: Field,
  texts: readonly Field[],
  time: Field | undefined
): readonly FrameSeries[] {
  const length = value.values.length;
  let codes: Int32Array = new Int32Array(length);
  let count = 1;
  for (const field of texts) {
    ({ codes, count } = refine(codes, count, field.values, length));
  }
  const rowsOf: number[][] = Array.from({ length: length === 0 ? 0 : count }, () => []);
  for (let row = 0; row < length; row++) {
    rowsOf[codes[row]].push(row);
  }
  return rowsOf.map((rows) => ({
    name: value.name,
    labels: rowLabels(texts, rows[0]),
    times: time && rows.map((row): unknown => time.values[row]),
    values: rows.map((row): unknown => value.values[row]),
    stepMs: time?.config.interval ?? undefined,
  }));
}

/** Splits groups of rows further by one column; codes stay dense, in order of first sight. */
function refine(
  codes: Int32Array,
  count: number,
  column: ArrayLike<unknown>,
  length: number
): { codes: Int32Array; count: number } {
  const texts = new Map<unknown, number>();
  const pairs = new Map<number, number>();
  const refined = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const text = column[row];
    const textCode = texts.get(text) ?? texts.size;
    texts.set(text, textCode);
    const pair = textCode * count + codes[row];
    const code = pairs.get(pair) ?? pairs.size;
    pairs.set(pair, code);
    refined[row] = code;
  }
  return { codes: refined, count: pairs.size };
}

function rowLabels(texts: readonly Field[], row: number): Labels {
  return Object.fromEntries(
    texts.flatMap((field) => {
      const text: unknown = field.values[row];
      return typeof text === 'string' && text !== '' ? [[field.name, text]] : [];
    })
  );
}
