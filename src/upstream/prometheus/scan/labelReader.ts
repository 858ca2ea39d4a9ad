import type { Labels } from '../../../core/model/series';
import { type ByteCursor, CLOSE_BRACE, COLON, COMMA, OPEN_BRACE, QUOTE } from './cursor';
import { createTextTable, slotAt, type TextSlot, type TextTable } from './textTable';

/**
 * Reads label objects one after the other. Answers come in order of their labels: most names and values are those of
 * the series before, at the same place. These are compared byte by byte and nothing is made for them; others are looked
 * up among all texts so far.
 */
export interface LabelReader {
  readonly cursor: ByteCursor;
  readonly table: TextTable;
  /** By place; of the series before where this one has not got there yet. */
  readonly names: TextSlot[];
  readonly values: TextSlot[];
  /** Labels of the series before, and how many it had. */
  previous: Readonly<Record<string, string>>;
  size: number;
  /** Whether all labels of this series so far have the names of the one before. */
  isAlike: boolean;
}

/** Assigning to it would set no label of that name. */
const UNSETTABLE = '__proto__';

const NOTHING: TextSlot = Object.freeze({ from: 0, to: -1, text: '' });

export function createLabelReader(cursor: ByteCursor): LabelReader {
  const table = createTextTable(cursor.bytes);
  return { cursor, table, names: [], values: [], previous: {}, size: 0, isAlike: true };
}

/** Reads the label object at the cursor; `undefined` for one that is not plain compact JSON of texts. */
export function readLabels(reader: LabelReader): Labels | undefined {
  const { cursor } = reader;
  const { bytes } = cursor;
  if (bytes[cursor.at++] !== OPEN_BRACE) {
    return undefined;
  }
  reader.isAlike = true;
  if (bytes[cursor.at] === CLOSE_BRACE) {
    cursor.at++;
    return labelsOf(reader, 0);
  }
  for (let count = 1; readLabel(reader, count - 1); count++) {
    const next = bytes[cursor.at++];
    if (next === CLOSE_BRACE) {
      return labelsOf(reader, count);
    }
    if (next !== COMMA) {
      return undefined;
    }
  }
  return undefined;
}

/** Reads `"name":"value"` into the slots of a place; false for what is none. */
function readLabel(reader: LabelReader, index: number): boolean {
  const { cursor, names, values } = reader;
  const { bytes } = cursor;
  if (index === names.length) {
    names.push(NOTHING);
    values.push(NOTHING);
  }
  if (bytes[cursor.at] !== QUOTE) {
    return false;
  }
  const name = readText(reader, cursor.at + 1, names[index]);
  if (name === undefined || name.text === UNSETTABLE || bytes[cursor.at] !== COLON || bytes[cursor.at + 1] !== QUOTE) {
    return false;
  }
  const value = readText(reader, cursor.at + 2, values[index]);
  if (value === undefined) {
    return false;
  }
  reader.isAlike = reader.isAlike && names[index] === name;
  names[index] = name;
  values[index] = value;
  return true;
}

/** The text after the quote at a byte: the expected one, or another; the cursor moves past its closing quote. */
function readText({ cursor, table }: LabelReader, from: number, expected: TextSlot): TextSlot | undefined {
  const { bytes } = cursor;
  const length = expected.to - expected.from;
  let same = 0;
  while (same < length && bytes[from + same] === bytes[expected.from + same]) {
    same++;
  }
  const slot = same === length && bytes[from + length] === QUOTE ? expected : slotAt(table, from);
  if (slot !== undefined) {
    cursor.at = from + slot.to - slot.from + 1;
  }
  return slot;
}

/** A copy of an object of the same names is cheaper than a new one. */
function labelsOf(reader: LabelReader, count: number): Labels {
  const { names, values } = reader;
  const labels: Record<string, string> = reader.isAlike && count === reader.size ? { ...reader.previous } : {};
  for (let index = 0; index < count; index++) {
    const name = names[index].text;
    const { text } = values[index];
    if (labels[name] !== text) {
      labels[name] = text;
    }
  }
  reader.previous = labels;
  reader.size = count;
  return labels;
}
