/** Writes the parts of protocol buffer messages that Prometheus' remote write needs, into one growing buffer. */
export interface MessageWriter {
  varint(value: number): void;
  text(field: number, content: string): void;
  double(field: number, value: number): void;
  /** A field of a whole number below 2^53. */
  integer(field: number, value: number): void;
  /** A field of a whole number that may be negative, in zigzag form, of a size below 2^52. */
  signed(field: number, value: number): void;
  /** A field that is a message of its own, of all that is written meanwhile. */
  message(field: number, write: () => void): void;
  finish(): Uint8Array<ArrayBuffer>;
}

const FIRST_SIZE = 1 << 16;
/** Every field is written with this much room: a tag, a length, and a number. */
const ROOM = 24;
/** A nested message's length is written in as many bytes, since it is not known before: up to 256 MiB. */
const LENGTH_BYTES = 4;

export function createMessageWriter(): MessageWriter {
  let buffer = Buffer.alloc(FIRST_SIZE);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more > buffer.length) {
      buffer = Buffer.concat([buffer], Math.max(2 * buffer.length, length + more));
    }
  };
  const varint = (value: number) => {
    reserve(ROOM);
    let rest = value;
    while (rest >= 0x80) {
      buffer[length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    buffer[length++] = rest;
  };
  const tag = (field: number, wireType: number) => varint(field * 8 + wireType);
  return {
    varint,
    text: (field, content) => {
      const size = Buffer.byteLength(content);
      tag(field, 2);
      varint(size);
      reserve(size);
      length += buffer.write(content, length);
    },
    double: (field, value) => {
      tag(field, 1);
      length = buffer.writeDoubleLE(value, length);
    },
    integer: (field, value) => {
      tag(field, 0);
      varint(value);
    },
    signed: (field, value) => {
      tag(field, 0);
      varint(value < 0 ? -2 * value - 1 : 2 * value);
    },
    message: (field, write) => {
      tag(field, 2);
      const start = length + LENGTH_BYTES;
      length = start;
      write();
      const size = length - start;
      for (let byte = 0; byte < LENGTH_BYTES; byte++) {
        const more = byte < LENGTH_BYTES - 1 ? 0x80 : 0;
        buffer[start - LENGTH_BYTES + byte] = ((size >> (7 * byte)) & 0x7f) | more;
      }
    },
    finish: () => new Uint8Array(buffer.subarray(0, length)),
  };
}
