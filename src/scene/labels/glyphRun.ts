import type { GlyphRun } from '../layer';
import { PALETTE_ORDER } from '../theme';
import { EM } from './atlas';
import type { ShapedText } from './shape';
import type { ScreenBox } from './spots';

/** A text with its place. */
export interface PlacedText {
  /** Same for the same text of the same thing: what stays does not fade. */
  readonly key: string;
  readonly text: ShapedText;
  /** What is written, and of what. */
  readonly words: string;
  readonly of: 'node' | 'edge' | 'box' | 'count';
  /** As `programs/labels` reads it. */
  readonly anchor: readonly [number, number, number, number];
  /** CSS pixels from the anchor to the left end of the baseline. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels an em. */
  readonly size: number;
  /** Number in the palette. */
  readonly colour: number;
  /** left, top, right, bottom on the screen in CSS pixels, when it was placed. */
  readonly box: ScreenBox;
  /** In the middle of its node, rather than beside it. */
  readonly within?: boolean;
  /** Ground under the text where lines and particles pass: left, top, width, height as `x` and `y`. */
  readonly plate?: readonly [number, number, number, number];
}

const BACKGROUND = PALETTE_ORDER.indexOf('background');
const PLATE_OPACITY = 0.82;

export interface FadingText {
  readonly placed: PlacedText;
  readonly from: number;
  readonly to: number;
}

/** Instances of all glyphs of the texts. */
export function glyphRun(texts: readonly FadingText[]): GlyphRun {
  const count = texts.reduce((sum, { placed }) => sum + placed.text.glyphs.length + (placed.plate ? 1 : 0), 0);
  const anchors = new Float32Array(count * 4);
  const boxes = new Float32Array(count * 4);
  const texels = new Float32Array(count * 4);
  const styles = new Float32Array(count * 4);
  let at = 0;
  for (const { placed, from, to } of texts) {
    const unit = placed.size / EM;
    if (placed.plate) {
      anchors.set(placed.anchor, at);
      boxes.set(placed.plate, at);
      // No texels to a pixel: it is no glyph.
      styles.set([from * PLATE_OPACITY, to * PLATE_OPACITY, BACKGROUND, 0], at);
      at += 4;
    }
    placed.text.glyphs.forEach((glyph, index) => {
      anchors.set(placed.anchor, at);
      boxes[at] = placed.x + (placed.text.pens[index] + glyph.left) * unit;
      boxes[at + 1] = placed.y - glyph.top * unit;
      boxes[at + 2] = glyph.width * unit;
      boxes[at + 3] = glyph.height * unit;
      texels[at] = glyph.x;
      texels[at + 1] = glyph.y;
      texels[at + 2] = glyph.width;
      texels[at + 3] = glyph.height;
      styles[at] = from;
      styles[at + 1] = to;
      styles[at + 2] = placed.colour;
      styles[at + 3] = unit;
      at += 4;
    });
  }
  return { count, anchors, boxes, texels, styles };
}

/** Texts to draw when `now` follows `before`: what stays, what comes and, fading, what goes. */
export function fadeTexts(before: readonly FadingText[], now: readonly PlacedText[]): FadingText[] {
  const shown = new Set(before.filter(({ to }) => to > 0).map(({ placed }) => placed.key));
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...before
      .filter(({ placed, to }) => to > 0 && !kept.has(placed.key))
      .map(({ placed }) => ({ placed, from: 1, to: 0 })),
    ...now.map((placed) => ({ placed, from: shown.has(placed.key) ? 1 : 0, to: 1 })),
  ];
}
