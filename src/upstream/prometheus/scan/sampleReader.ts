import { parseNumber } from '../../parseNumber';
import { BACKSLASH, type ByteCursor, CLOSE_BRACKET, COMMA, literal, OPEN_BRACKET, QUOTE, SPACE, take } from './cursor';
import { readDecimal } from './decimal';

/** Reads the samples of one series after the other, into the same arrays: what is in them is of the last one read. */
export interface SampleReader {
  readonly cursor: ByteCursor;
  /** Milliseconds; `count` of each array are valid. */
  times: Float64Array;
  values: Float64Array;
  count: number;
  /** Samples that are no numbers. */
  bad: number;
}

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const BEFORE_VALUE = literal(',"');
const AFTER_VALUE = literal('"]');
const FIRST_CAPACITY = 256;

export function createSampleReader(cursor: ByteCursor): SampleReader {
  const [times, values] = [new Float64Array(FIRST_CAPACITY), new Float64Array(FIRST_CAPACITY)];
  return { cursor, times, values, count: 0, bad: 0 };
}

/** Reads one `[seconds, "value"]` pair at the cursor; false for what is not plain compact JSON of such. */
export function readOne(reader: SampleReader): boolean {
  reader.count = 0;
  reader.bad = 0;
  return readPair(reader);
}

/** Reads a list of pairs at the cursor; false for what is not plain compact JSON of such. */
export function readMany(reader: SampleReader): boolean {
  const { cursor } = reader;
  const { bytes } = cursor;
  reader.count = 0;
  reader.bad = 0;
  if (bytes[cursor.at++] !== OPEN_BRACKET) {
    return false;
  }
  if (bytes[cursor.at] === CLOSE_BRACKET) {
    cursor.at++;
    return true;
  }
  while (readPair(reader)) {
    const next = bytes[cursor.at++];
    if (next !== COMMA) {
      return next === CLOSE_BRACKET;
    }
  }
  return false;
}

function readPair(reader: SampleReader): boolean {
  const { cursor, count } = reader;
  const { bytes } = cursor;
  const at = cursor.at + 1;
  if (bytes[cursor.at] !== OPEN_BRACKET || bytes[at] < ZERO || bytes[at] > NINE) {
    return false;
  }
  // Unlike the text of a value, a number in JSON has no zeros before it.
  if (bytes[at] === ZERO && bytes[at + 1] !== POINT && bytes[at + 1] !== COMMA) {
    return false;
  }
  if (count === reader.times.length) {
    reader.times = enlarged(reader.times);
    reader.values = enlarged(reader.values);
  }
  cursor.at = at;
  if (!readDecimal(cursor, COMMA, reader.times, count) || !take(cursor, BEFORE_VALUE)) {
    return false;
  }
  reader.times[count] *= 1000;
  if (readDecimal(cursor, QUOTE, reader.values, count)) {
    reader.count++;
  } else if (!readOdd(reader)) {
    return false;
  }
  return take(cursor, AFTER_VALUE);
}

function enlarged(few: Float64Array): Float64Array {
  const many = new Float64Array(few.length * 2);
  many.set(few);
  return many;
}

/** Words, exponents and what is no number at all. Moves to the closing quote; false where there is none. */
function readOdd(reader: SampleReader): boolean {
  const { cursor } = reader;
  const { bytes } = cursor;
  let to = cursor.at;
  while (bytes[to] !== QUOTE) {
    if (!(bytes[to] >= SPACE) || bytes[to] === BACKSLASH) {
      return false;
    }
    to++;
  }
  const value = parseNumber(new TextDecoder().decode(bytes.subarray(cursor.at, to)));
  cursor.at = to;
  if (value === undefined) {
    reader.bad++;
  } else {
    reader.values[reader.count++] = value;
  }
  return true;
}
