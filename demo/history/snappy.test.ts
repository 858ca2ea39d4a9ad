import { createMessageWriter } from './protobuf';
import { wrapInSnappy } from './snappy';

/** Reads snappy's block format where it holds literals with three length bytes alone. */
function readLiterals(block: Uint8Array): Uint8Array {
  let place = 0;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = block[place++];
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) {
      break;
    }
  }
  const content = new Uint8Array(length);
  for (let written = 0; place < block.length;) {
    expect(block[place]).toBe(62 << 2);
    const size = 1 + block[place + 1] + block[place + 2] * 256 + block[place + 3] * 65536;
    content.set(block.subarray(place + 4, place + 4 + size), written);
    written += size;
    place += 4 + size;
  }
  return content;
}

describe('wrapInSnappy', () => {
  it.each([0, 1, 127, 128, 70_000, (1 << 24) + 5])('wraps %d bytes so that they can be read back', (size) => {
    const content = Uint8Array.from({ length: size }, (_, index) => index * 7);
    expect(Buffer.compare(readLiterals(wrapInSnappy(content)), content)).toBe(0);
  });
});

describe('createMessageWriter', () => {
  it('writes fields as protocol buffers have them', () => {
    const writer = createMessageWriter();
    writer.integer(1, 300);
    writer.text(2, 'ü');
    writer.double(3, 1);
    writer.message(4, () => writer.integer(1, 1));
    expect([...writer.finish()]).toEqual([
      ...[0x08, 0xac, 0x02],
      ...[0x12, 0x02, 0xc3, 0xbc],
      ...[0x19, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f],
      ...[0x22, 0x82, 0x80, 0x80, 0x00, 0x08, 0x01],
    ]);
  });

  it('keeps times of milliseconds, which need more than 32 bits', () => {
    const writer = createMessageWriter();
    writer.varint(1_780_315_200_000);
    const bytes = [...writer.finish()];
    expect(bytes.reduce((sum, byte, index) => sum + (byte & 0x7f) * 2 ** (7 * index), 0)).toBe(1_780_315_200_000);
  });
});
