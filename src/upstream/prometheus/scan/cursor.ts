/** A place in bytes that are being read. */
export interface ByteCursor {
  readonly bytes: Uint8Array;
  at: number;
}

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
/** Bytes below are control characters, which JSON does not allow in a string. */
export const SPACE = 0x20;

/** ASCII text as bytes. */
export function literal(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Moves past some bytes where they stand next; false, and no move, where they do not. */
export function take(cursor: ByteCursor, expected: Uint8Array): boolean {
  const { bytes, at } = cursor;
  for (let index = 0; index < expected.length; index++) {
    if (bytes[at + index] !== expected[index]) {
      return false;
    }
  }
  cursor.at = at + expected.length;
  return true;
}
