import { EM, type Glyph, type GlyphAtlas } from './atlas';

/** A text as pieces with pens in ems' texels. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  readonly pens: readonly number[];
  readonly width: number;
}

/** Texts of either half of what is remembered: rates on edges change with each update, names do not. */
const MOST_SHAPED = 2000;

/** Shapes texts once and remembers those that were asked for lately, for as long as the atlas keeps their glyphs. */
export function createShaper(atlas: GlyphAtlas): (text: string) => ShapedText {
  let recent = new Map<string, ShapedText>();
  let older = new Map<string, ShapedText>();
  let generation = atlas.generation();
  const remember = (text: string, made: ShapedText): ShapedText => {
    if (recent.size >= MOST_SHAPED) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, made);
    return made;
  };
  return (text) => {
    if (atlas.generation() !== generation) {
      generation = atlas.generation();
      recent.clear();
      older.clear();
    }
    const known = recent.get(text);
    if (known) {
      return known;
    }
    const before = older.get(text);
    if (before) {
      return remember(text, before);
    }
    const glyphs = atlas.piecesOf(text);
    const pens: number[] = [];
    let width = 0;
    for (const glyph of glyphs) {
      pens.push(width);
      width += glyph.advance;
    }
    return remember(text, { glyphs, pens, width });
  };
}

/** CSS pixels of a text at a size of an em. */
export function textWidth(text: ShapedText, size: number): number {
  return (text.width * size) / EM;
}
