import { FieldType, type Field, type FieldConfig } from '@grafana/data';

import { STATE_NO_DATA } from '../core/model/state';

/** A field of text; the values are handed over, not copied. */
export function textField(name: string, values: readonly string[], config: FieldConfig = {}): Field<string> {
  // Grafana declares arrays that may be written to, and writes to none.
  return { name, type: FieldType.string, config, values: values as string[] };
}

/** A text for each list, made once for lists that are the same object, as those of a history mostly are. */
export function keysOf(
  lists: ReadonlyArray<readonly string[]>,
  keyOf: (list: readonly string[]) => string
): readonly string[] {
  const known = new Map<readonly string[], string>();
  return lists.map((list) => {
    const key = known.get(list) ?? keyOf(list);
    known.set(list, key);
    return key;
  });
}

/**
 * A field of numbers for people and transformations: a plain array, to six decimals, null where there is no data. Its
 * config tells the range from 0: else Grafana goes over all numbers of all frames to find one, with each answer.
 */
export function numberField(name: string, values: ArrayLike<number>, config: FieldConfig = {}): Field<number | null> {
  const rows: Array<number | null> = new Array<number | null>(values.length);
  let min = 0;
  let max = 0;
  for (let row = 0; row < rows.length; row++) {
    const value = values[row];
    const rounded = Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
    rows[row] = rounded;
    if (rounded !== null) {
      min = Math.min(min, rounded);
      max = Math.max(max, rounded);
    }
  }
  return { name, type: FieldType.number, config: { min, max, ...config }, values: rows };
}

/**
 * A field that hands a typed array over as it is. Its type is `other`, so that panels neither draw it nor run over its
 * values to find their range.
 */
export function rawField(name: string, values: Float32Array | Uint8Array, config: FieldConfig = {}): Field<number> {
  // Grafana declares plain arrays, and reads values by index and length alone.
  return { name, type: FieldType.other, config, values: values as unknown as number[] };
}

/** Values of a raw field: the typed array itself where it is whole, a copy of what JSON made of it otherwise. */
export function readFloats(values: unknown, length: number): Float32Array | undefined {
  if (values instanceof Float32Array && values.length === length) {
    return values;
  }
  const list = listOf(values);
  return list?.length === length
    ? Float32Array.from(list, (value) => (typeof value === 'number' ? value : NaN))
    : undefined;
}

/** The same for state codes. */
export function readBytes(values: unknown, length: number): Uint8Array | undefined {
  if (values instanceof Uint8Array && values.length === length) {
    return values;
  }
  const list = listOf(values);
  return list?.length === length
    ? Uint8Array.from(list, (value) => (typeof value === 'number' ? value : STATE_NO_DATA))
    : undefined;
}

/** JSON makes an object with a key an index of a typed array. */
function listOf(values: unknown): readonly unknown[] | undefined {
  if (typeof values !== 'object' || values === null) {
    return undefined;
  }
  if (Array.isArray(values)) {
    return values;
  }
  return ArrayBuffer.isView(values) ? undefined : Object.values(values);
}
