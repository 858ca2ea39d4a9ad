import { seededRandom } from '../../../../tests/support/random';
import { QUOTE } from './cursor';
import { readDecimal } from './decimal';

const encoder = new TextEncoder();

function read(text: string): number | undefined {
  const cursor = { bytes: encoder.encode(`"${text}"`), at: 1 };
  const into = new Float64Array(2);
  const isRead = readDecimal(cursor, QUOTE, into, 1);
  expect(cursor.at).toBe(isRead ? cursor.bytes.length - 1 : 1);
  return isRead ? into[1] : undefined;
}

/** A double written as Prometheus writes it: shortest digits, no exponent. */
function written(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}

describe('readDecimal', () => {
  it.each(['0', '-0', '1', '42.5', '-3.25', '0.1', '0.30000000000000004', '123456789012345678'])(
    'U26: reads %s as Number does',
    (text) => expect(read(text)).toBe(Number(text))
  );

  it.each(['', '-', '.5', '1.', '1e5', '+1', 'NaN', '+Inf', '1.2.3', ' 1', '0x10', '1_0', '١'])(
    'U26: leaves %j to others',
    (text) => expect(read(text)).toBeUndefined()
  );

  it('U26: gives the very double of a hundred thousand numbers of any length', () => {
    const random = seededRandom(7);
    let unread = 0;
    for (let round = 0; round < 100_000; round++) {
      const value = (random() - 0.5) * 10 ** Math.floor(random() * 18 - 4);
      const digits = Math.floor(random() * 18);
      const text = random() < 0.5 ? written(value) : value.toFixed(digits);
      const found = read(text);
      unread += found === undefined ? 1 : 0;
      if (found !== undefined && !Object.is(found, Number(text))) {
        throw new Error(`${text} was read as ${found}, not ${Number(text)}`);
      }
    }
    expect(unread).toBeLessThan(10_000);
  });

  it('U26: gives the very double half way between two of them, or none', () => {
    for (let power = 0; power < 10; power++) {
      const even = 2 ** 53 * 2 ** power;
      const middle = BigInt(even) + 2n ** BigInt(power + 1) / 2n;
      for (const text of [middle - 1n, middle, middle + 1n].map(String)) {
        const found = read(text);
        expect([undefined, Number(text)]).toContain(found);
      }
    }
  });
});
