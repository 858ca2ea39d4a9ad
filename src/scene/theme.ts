import { type Colour, luminance, over, parseColour } from './colours';
import type { SceneTheme } from './types';

/** Places of colours in the shaders' palette; `programs/common/view.glsl` names the same numbers. */
export const PALETTE_ORDER = [
  'normal',
  'warning',
  'danger',
  'noData',
  'edge',
  'text',
  'textMuted',
  'nodeFill',
  'nodeBorder',
  'group',
  'focus',
  'background',
] as const satisfies ReadonlyArray<keyof SceneTheme>;

export interface Palette {
  /** Red, green, blue of each colour of `PALETTE_ORDER`, as seen on the background. */
  readonly colours: Float32Array;
  readonly background: Colour;
  /** Particles glow (add light) on a dark background, and do not on a light one. */
  readonly dark: boolean;
}

/** Colours of a theme for the shaders. Throws on a colour that is none. */
export function paletteOf(theme: SceneTheme): Palette {
  const background = over(parseColour(theme.background), [0, 0, 0, 1]);
  const colours = new Float32Array(PALETTE_ORDER.length * 3);
  PALETTE_ORDER.forEach((name, index) => {
    const [red, green, blue] = over(parseColour(theme[name]), background);
    colours.set([red, green, blue], index * 3);
  });
  return { colours, background, dark: luminance(background) < 0.4 };
}
