import { createMessageWriter } from './protobuf';

/** The most that one literal of three length bytes holds. */
const LITERAL = 1 << 24;

/** Bytes in snappy's block format, as literals alone: valid, and not smaller. */
export function wrapInSnappy(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = createMessageWriter();
  header.varint(content.length);
  const parts: Uint8Array[] = [header.finish()];
  for (let start = 0; start < content.length; start += LITERAL) {
    const literal = content.subarray(start, start + LITERAL);
    const last = literal.length - 1;
    parts.push(Uint8Array.of(62 << 2, last & 0xff, (last >> 8) & 0xff, last >> 16), literal);
  }
  return new Uint8Array(Buffer.concat(parts));
}
