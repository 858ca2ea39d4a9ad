import { PNG } from 'pngjs';

/** Red, green and blue, 0–255. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly data: Uint8Array;
}

export const readPicture = (png: Buffer): Picture => PNG.sync.read(png);

/** The same pixels in fewer bytes: opaque, in all their colours, packed as well as PNG can. */
export const smallPng = (png: Buffer): Buffer =>
  PNG.sync.write(PNG.sync.read(png), { colorType: 2, deflateLevel: 9, filterType: -1 });

/** `#rrggbb`, `rgb()` or `rgba()`; throws on anything else. */
export function parseColour(text: string): Colour {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  const numbers =
    hex === null
      ? text
          .match(/^rgba?\((\d+), *(\d+), *(\d+)/)
          ?.slice(1)
          .map(Number)
      : hex.slice(1).map((part) => parseInt(part, 16));
  if (numbers === undefined) {
    throw new Error(`Not a colour: ${text}`);
  }
  return [numbers[0], numbers[1], numbers[2]];
}

/** Written out, as it is asked for each pixel of a picture. */
const isNear = (one: Picture['data'], at: number, red: number, green: number, blue: number, tolerance: number) =>
  Math.abs(one[at] - red) <= tolerance &&
  Math.abs(one[at + 1] - green) <= tolerance &&
  Math.abs(one[at + 2] - blue) <= tolerance;

/** How many pixels differ by more than a little in any channel. */
export function countDifferent(one: Picture, other: Picture, tolerance = 8): number {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(`Pictures of ${one.width}×${one.height} and ${other.width}×${other.height} cannot be compared`);
  }
  const { data } = other;
  let count = 0;
  for (let byte = 0; byte < data.length; byte += 4) {
    count += isNear(one.data, byte, data[byte], data[byte + 1], data[byte + 2], tolerance) ? 0 : 1;
  }
  return count;
}

/** How many pixels have a colour, within a tolerance in each channel. */
export function countColour({ data }: Picture, [red, green, blue]: Colour, tolerance = 24): number {
  let count = 0;
  for (let byte = 0; byte < data.length; byte += 4) {
    count += isNear(data, byte, red, green, blue, tolerance) ? 1 : 0;
  }
  return count;
}
