import { PNG } from 'pngjs';
import type { Picture } from './pixels';

/** A channel that is farther off than this counts. Fonts are hinted a little differently from one machine to another. */
const CHANNEL = 40;

/** Written out, as it is asked for each pixel of a picture. */
function alike({ data: one }: Picture, { data: other }: Picture, at: number, otherAt: number): boolean {
  return (
    Math.abs(one[at] - other[otherAt]) <= CHANNEL &&
    Math.abs(one[at + 1] - other[otherAt + 1]) <= CHANNEL &&
    Math.abs(one[at + 2] - other[otherAt + 2]) <= CHANNEL
  );
}

/** Whether the other picture has this pixel's colour there or at one of the eight pixels about it. */
function isNear(one: Picture, other: Picture, x: number, y: number): boolean {
  const { width, height } = one;
  const at = (y * width + x) * 4;
  for (let line = Math.max(0, y - 1); line <= Math.min(height - 1, y + 1); line++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      if (alike(one, other, at, (line * width + column) * 4)) {
        return true;
      }
    }
  }
  return false;
}

export interface Comparison {
  /** Part of the pixels, 0–1, that one of the pictures has and the other has not, give or take a pixel. */
  readonly share: number;
  /** The other picture in grey, with what differs in red. */
  readonly picture: Buffer;
}

/** Compares two pictures of one size; throws when their sizes differ. */
export function comparePictures(one: Picture, other: Picture): Comparison {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(`Pictures of ${one.width}×${one.height} and ${other.width}×${other.height} cannot be compared`);
  }
  const { width, height } = one;
  const shown = new PNG({ width, height });
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const differs = !alike(one, other, at, at) && !(isNear(one, other, x, y) && isNear(other, one, x, y));
      count += differs ? 1 : 0;
      const grey = (other.data[at] + other.data[at + 1] + other.data[at + 2]) / 6;
      shown.data[at] = differs ? 255 : grey;
      shown.data[at + 1] = shown.data[at + 2] = differs ? 0 : grey;
      shown.data[at + 3] = 255;
    }
  }
  return { share: count / (width * height), picture: PNG.sync.write(shown) };
}
