import { BACKSLASH, QUOTE, SPACE } from './cursor';

/** One text of an answer: its bytes between the quotes, as they stand there, and what they say. */
export interface TextSlot {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Each distinct text of an answer, so that no string is made for one that was there before. */
export interface TextTable {
  readonly bytes: Uint8Array;
  readonly decoder: TextDecoder;
  readonly known: TextSlot[];
  /** Hash of each known text. */
  hashes: Int32Array;
  /** Open-addressed: index in `known` plus one; 0 for a free place. A power of two long, at most half full. */
  places: Int32Array;
}

const FIRST_CAPACITY = 1024;
/** FNV-1a. */
const HASH_BASIS = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/** What a decoder writes for bytes that are no text, and an encoder for half of a pair: not the text that was meant. */
const REPLACEMENT = '\ufffd';

export function createTextTable(bytes: Uint8Array): TextTable {
  return {
    bytes,
    decoder: new TextDecoder('utf-8', { ignoreBOM: true }),
    known: [],
    hashes: new Int32Array(FIRST_CAPACITY),
    places: new Int32Array(2 * FIRST_CAPACITY),
  };
}

/** The text that begins at a byte, after its opening quote; `undefined` for one that is no valid JSON string. */
export function slotAt(table: TextTable, from: number): TextSlot | undefined {
  const { bytes } = table;
  let hash = HASH_BASIS;
  let isEscaped = false;
  let to = from;
  for (; bytes[to] !== QUOTE; to++) {
    if (bytes[to] === BACKSLASH) {
      isEscaped = true;
      to++;
    }
    // Also at the end of the bytes, where there is none.
    if (!(bytes[to] >= SPACE)) {
      return undefined;
    }
    hash = Math.imul(hash ^ bytes[to], HASH_PRIME);
  }
  hash ^= hash >>> 15;
  const { places, known } = table;
  const mask = places.length - 1;
  let place = hash & mask;
  for (; places[place] !== 0; place = (place + 1) & mask) {
    const slot = known[places[place] - 1];
    if (slot.to - slot.from === to - from && sameBytes(bytes, slot.from, from, to - from)) {
      return slot;
    }
  }
  const text = textOf(table, from, to, isEscaped);
  if (text === undefined) {
    return undefined;
  }
  const slot: TextSlot = { from, to, text };
  table.hashes[known.length] = hash;
  known.push(slot);
  places[place] = known.length;
  if (known.length === table.hashes.length) {
    enlarge(table);
  }
  return slot;
}

function sameBytes(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    if (bytes[a + index] !== bytes[b + index]) {
      return false;
    }
  }
  return true;
}

function enlarge(table: TextTable): void {
  const hashes = new Int32Array(table.hashes.length * 2);
  hashes.set(table.hashes);
  const places = new Int32Array(table.places.length * 2);
  for (let index = 0; index < table.known.length; index++) {
    let place = hashes[index] & (places.length - 1);
    while (places[place] !== 0) {
      place = (place + 1) & (places.length - 1);
    }
    places[place] = index + 1;
  }
  table.hashes = hashes;
  table.places = places;
}

function textOf({ bytes, decoder }: TextTable, from: number, to: number, isEscaped: boolean): string | undefined {
  const raw = decoder.decode(bytes.subarray(from, to));
  if (raw.includes(REPLACEMENT)) {
    return undefined;
  }
  return isEscaped ? unescaped(raw) : raw;
}

function unescaped(raw: string): string | undefined {
  try {
    const text: unknown = JSON.parse(`"${raw}"`);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
