import { EM, type Glyph, type GlyphAtlas } from './atlas';

/** A text as pieces with pens in ems' texels. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  readonly pens: readonly number[];
  readonly width: number;
}

/** Texts that are remembered: rates on edges change with each update. */
const MOST_SHAPED = 4000;

/** Shapes texts once and remembers them, for as long as the atlas keeps their glyphs. */
export function createShaper(atlas: GlyphAtlas): (text: string) => ShapedText {
  const shaped = new Map<string, ShapedText>();
  let generation = atlas.generation();
  return (text) => {
    if (atlas.generation() !== generation || shaped.size > MOST_SHAPED) {
      generation = atlas.generation();
      shaped.clear();
    }
    const known = shaped.get(text);
    if (known) {
      return known;
    }
    const glyphs = atlas.piecesOf(text);
    const pens: number[] = [];
    let width = 0;
    for (const glyph of glyphs) {
      pens.push(width);
      width += glyph.advance;
    }
    const made = { glyphs, pens, width };
    shaped.set(text, made);
    return made;
  };
}

/** CSS pixels of a text at a size of an em. */
export function textWidth(text: ShapedText, size: number): number {
  return (text.width * size) / EM;
}
