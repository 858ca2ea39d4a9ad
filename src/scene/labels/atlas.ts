import TinySDF from '@mapbox/tiny-sdf';
import { DataTexture, LinearFilter, RedFormat, UnsignedByteType } from 'three';
import { characters } from './truncate';

/** One drawn piece of text in the atlas, in texels. */
export interface Glyph {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From the pen on the baseline to the top left of the piece. */
  readonly left: number;
  readonly top: number;
  readonly advance: number;
}

/** Texels of an em: texts are drawn at any size from this one. */
export const EM = 28;
const BORDER = 5;
const RADIUS = 8;
const SIDE = 1024;

/** Scripts whose letters join, reorder or run from right to left: their texts are drawn whole by the browser. */
const JOINED = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Widest text that is drawn whole, in texels; longer ones are cut. */
const WHOLE = 420;

export interface GlyphAtlas {
  readonly texture: DataTexture;
  readonly side: number;
  /** Pieces of a text in drawing order; draws those that are new. `renewed` is called before all earlier ones are gone. */
  piecesOf(text: string): readonly Glyph[];
  /** Pieces that were drawn so far: what a new text costs most. */
  drawn(): number;
  /** Goes up whenever all glyphs drawn before are gone, because the atlas was full. */
  generation(): number;
  dispose(): void;
}

/** Glyphs as signed distances, drawn by the browser when first needed: any script that it has a font for. */
export function createAtlas(fontFamily: string): GlyphAtlas {
  const single = new TinySDF({
    fontSize: EM,
    buffer: BORDER,
    radius: RADIUS,
    cutoff: 0.25,
    fontFamily,
    fontWeight: '500',
  });
  let whole: TinySDF | undefined;
  const cells = new Uint8Array(SIDE * SIDE);
  const texture = new DataTexture(cells, SIDE, SIDE, RedFormat, UnsignedByteType);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  let glyphs = new Map<string, Glyph>();
  let generation = 0;
  let drawings = 0;
  let shelfTop = 0;
  let shelfHeight = 0;
  let shelfRight = 0;

  const place = (width: number, height: number): { x: number; y: number } => {
    if (shelfRight + width > SIDE) {
      shelfTop += shelfHeight;
      shelfRight = 0;
      shelfHeight = 0;
    }
    if (shelfTop + height > SIDE) {
      glyphs = new Map();
      generation++;
      shelfTop = 0;
      shelfRight = 0;
      shelfHeight = 0;
      cells.fill(0);
    }
    const at = { x: shelfRight, y: shelfTop };
    shelfRight += width;
    shelfHeight = Math.max(shelfHeight, height);
    return at;
  };

  const drawn = (text: string, sdf: TinySDF, border: number): Glyph => {
    const found = glyphs.get(text);
    if (found) {
      return found;
    }
    const made = sdf.draw(text);
    drawings++;
    // A wide border is room for the width of a whole text; only the usual one is kept.
    const trim = border - BORDER;
    const width = made.width - 2 * trim;
    const height = made.height - 2 * trim;
    const at = place(width, height);
    for (let line = 0; line < height; line++) {
      const from = (line + trim) * made.width + trim;
      cells.set(made.data.subarray(from, from + width), (at.y + line) * SIDE + at.x);
    }
    texture.needsUpdate = true;
    const glyph = {
      ...at,
      width,
      height,
      left: made.glyphLeft - BORDER,
      top: made.glyphTop + BORDER,
      advance: made.glyphAdvance,
    };
    glyphs.set(text, glyph);
    return glyph;
  };

  return {
    texture,
    side: SIDE,
    piecesOf(text) {
      if (!JOINED.test(text)) {
        return characters(text).map((character) => drawn(character, single, BORDER));
      }
      const border = WHOLE / 3;
      whole ??= new TinySDF({
        fontSize: EM,
        buffer: border,
        radius: RADIUS,
        cutoff: 0.25,
        fontFamily,
        fontWeight: '500',
      });
      return [drawn(text, whole, border)];
    },
    drawn: () => drawings,
    generation: () => generation,
    dispose() {
      texture.dispose();
    },
  };
}
