/** Red, green, blue and alpha, each 0–1, in sRGB. */
export type Colour = readonly [number, number, number, number];

const HEX = /^#([0-9a-f]{3,8})$/i;
const FUNCTION = /^rgba?\(([^)]*)\)$/i;

function fromHex(digits: string): Colour | undefined {
  const wide = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (wide.length !== 6 && wide.length !== 8) {
    return undefined;
  }
  const byte = (index: number) => parseInt(wide.slice(index * 2, index * 2 + 2), 16) / 255;
  return [byte(0), byte(1), byte(2), wide.length === 8 ? byte(3) : 1];
}

function fromFunction(body: string): Colour | undefined {
  const parts = body.split(/[\s,/]+/).filter((part) => part !== '');
  const numbers = parts.map((part, index) => parseFloat(part) / (part.endsWith('%') ? 100 : index < 3 ? 255 : 1));
  if (numbers.length < 3 || numbers.some(Number.isNaN)) {
    return undefined;
  }
  return [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
}

/** Parses `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()` and `rgba()`. Throws on anything else, with the value. */
export function parseColour(text: string): Colour {
  const trimmed = text.trim();
  const hex = HEX.exec(trimmed);
  const call = FUNCTION.exec(trimmed);
  const colour = hex ? fromHex(hex[1]) : call ? fromFunction(call[1]) : undefined;
  if (!colour) {
    throw new Error(`scene: not a colour that it reads: "${text}"`);
  }
  return colour;
}

/** What is seen of a colour with alpha on an opaque background. */
export function over(colour: Colour, background: Colour): Colour {
  const mix = (index: 0 | 1 | 2) => colour[index] * colour[3] + background[index] * (1 - colour[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** Relative luminance of WCAG, 0–1. */
export function luminance(colour: Colour): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}
