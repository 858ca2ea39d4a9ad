import type { GlyphAtlas } from './atlas';
import type { PlacedText } from './glyphRun';

/** What looking for labels costs in one frame at most; about a few milliseconds. Maps of a hundred services cost less. */
const SHARE = 2000;
/** Of a piece of text that is drawn for the first time. */
const DRAWING_COST = 75;

/**
 * A choice of labels under way. Each call goes on with it for a frame's share, and gives the labels once they are
 * chosen. It counts work and not time, so that equal frames give equal pictures.
 */
export type LabelChoice = () => readonly PlacedText[] | undefined;

/**
 * @param steps each gives what it cost
 * @param whole all of it in the first frame: there is nothing to show meanwhile
 */
export function createChoice(
  steps: Iterator<number, readonly PlacedText[]>,
  atlas: Pick<GlyphAtlas, 'drawn' | 'generation'>,
  whole: boolean
): LabelChoice {
  const generation = atlas.generation();
  return () => {
    let left = SHARE;
    // Where the atlas was full and begun anew, what is shown has lost its glyphs.
    while (left > 0 || whole || atlas.generation() !== generation) {
      const drawn = atlas.drawn();
      const step = steps.next();
      if (step.done) {
        return step.value;
      }
      left -= step.value + (atlas.drawn() - drawn) * DRAWING_COST;
    }
    return undefined;
  };
}
