import type { ByteCursor } from './cursor';

/** Digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** Digits beyond those that can be told apart from their neighbours below. */
const MORE_DIGITS = 7;
/** Powers of ten up to this one are exact doubles. */
const EXACT_POWER = 22;

const POWERS = Float64Array.from({ length: EXACT_POWER + 1 }, (_, power) => Number(`1e${power}`));

/** Splits a double into two halves of 26 bits (Veltkamp), so that products of halves are exact. */
const SPLITTER = 2 ** 27 + 1;
const POWERS_HIGH = POWERS.map((power) => SPLITTER * power - (SPLITTER * power - power));
const POWERS_LOW = POWERS.map((power, index) => power - POWERS_HIGH[index]);

/** Twice the relative error of the correction below; see `quotient`. */
const UNCERTAINTY = 2 ** -49;

const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;

/** What is left of `value * power` after rounding to a double (Dekker): exact. */
function productError(value: number, power: number, product: number): number {
  const high = SPLITTER * value - (SPLITTER * value - value);
  const low = value - high;
  const powerHigh = POWERS_HIGH[power];
  const powerLow = POWERS_LOW[power];
  return low * powerLow - (product - high * powerHigh - low * powerHigh - high * powerLow);
}

/**
 * `(leading * 10^more + trailing) / 10^fraction`, correctly rounded; NaN in the rare case that the correct
 * double cannot be told with twice its precision.
 */
function quotient(leading: number, trailing: number, more: number, fraction: number): number {
  const product = leading * POWERS[more];
  const rest = productError(leading, more, product) + trailing;
  const divisor = POWERS[fraction];
  const first = product / divisor;
  const back = first * divisor;
  const correction = (product - back - productError(first, fraction, back) + rest) / divisor;
  const rounded = first + correction * (1 + UNCERTAINTY);
  return rounded === first + correction * (1 - UNCERTAINTY) ? rounded : NaN;
}

/**
 * Reads a plain decimal such as "-12.5" in ASCII bytes, from the cursor to the byte `end`, where the cursor is then. False,
 * and no move, for anything else: exponents, words, too many digits, none.
 *
 * @param into written at `index`: the nearest double, as `Number` gives it. A returned number would be an object each.
 */
export function readDecimal(cursor: ByteCursor, end: number, into: Float64Array, index: number): boolean {
  const { bytes } = cursor;
  const isNegative = bytes[cursor.at] === MINUS;
  const first = isNegative ? cursor.at + 1 : cursor.at;
  let at = first;
  let leading = 0;
  let trailing = 0;
  let digits = 0;
  let point = -1;
  for (; bytes[at] !== end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (digits < EXACT_DIGITS) {
        leading = leading * 10 + digit;
      } else {
        trailing = trailing * 10 + digit;
      }
      digits += digits > 0 || digit > 0 ? 1 : 0;
    } else if (bytes[at] === POINT && point < 0 && at > first) {
      point = at;
    } else {
      // Also at the end of the bytes, where there is none.
      return false;
    }
  }
  const fraction = point < 0 ? 0 : at - point - 1;
  const more = digits - EXACT_DIGITS;
  if (at === first || point === at - 1 || fraction > EXACT_POWER || more > MORE_DIGITS) {
    return false;
  }
  const value = more <= 0 ? leading / POWERS[fraction] : quotient(leading, trailing, more, fraction);
  if (value !== value) {
    return false;
  }
  cursor.at = at;
  into[index] = isNegative ? -value : value;
  return true;
}
