import { createTheme } from '@grafana/data';
import { contrastRatio, differenceSeen, VISIONS } from '../../tests/support/colourVision';
import { over, parseColour, type Colour } from '../scene/colours';
import type { SceneTheme } from '../scene/types';
import { sceneTheme } from './theme';

const PALETTES = ['theme', 'colourBlind', 'highContrast'] as const;
const MODES = ['dark', 'light'] as const;
const CASES = PALETTES.flatMap((palette) =>
  MODES.flatMap((mode) => [false, true].map((transparent) => ({ palette, mode, transparent })))
);

/** WCAG 2.2: text (1.4.3, and 1.4.6 for high contrast), and graphics that tell something (1.4.11). */
const LEAST = {
  theme: { text: 4.5, graphics: 3 },
  colourBlind: { text: 4.5, graphics: 3 },
  highContrast: { text: 7, graphics: 4.5 },
} as const;

/** Oklab distance of states: shapes tell them too, and hatching tells `noData`. */
const APART = { theme: 0.12, colourBlind: 0.15, highContrast: 0.12 } as const;
const NO_DATA_APART = 0.06;

type ColourName = Exclude<keyof SceneTheme, 'fontFamily'>;

function coloursOf({ palette, mode, transparent }: (typeof CASES)[number]) {
  const theme = sceneTheme(createTheme({ colors: { mode } }), palette, transparent);
  const background = parseColour(theme.background);
  const seen = (name: ColourName) => over(parseColour(theme[name]), background);
  /** As `edgeColour` of programs/common/view.glsl mixes what is well. */
  const part = mode === 'dark' ? 0.5 : 0.4;
  const mixed = [0, 1, 2].map((at) => seen('edge')[at] * (1 - part) + seen('normal')[at] * part);
  const edge: Colour = [mixed[0], mixed[1], mixed[2], 1];
  return { seen, background, edge };
}

describe.each(CASES)('colours of $palette on $mode, transparent: $transparent', (given) => {
  const { seen, background, edge } = coloursOf(given);
  const least = LEAST[given.palette];

  it.each(['text', 'textMuted'] as const)('has legible %s', (name) => {
    expect(contrastRatio(seen(name), background)).toBeGreaterThanOrEqual(least.text);
    expect(contrastRatio(seen(name), seen('nodeFill'))).toBeGreaterThanOrEqual(least.text);
  });

  it.each(['normal', 'warning', 'danger', 'noData', 'focus'] as const)('has visible %s', (name) => {
    expect(contrastRatio(seen(name), background)).toBeGreaterThanOrEqual(least.graphics);
  });

  it('has visible edges', () => {
    expect(contrastRatio(edge, background)).toBeGreaterThanOrEqual(least.graphics);
  });

  it.each(['warning', 'danger'] as const)('writes the mark on the badge of %s legibly', (name) => {
    // As programs/badges chooses between white and a near black.
    const tone = seen(name);
    const luma = 0.2126 * tone[0] ** 2.2 + 0.7152 * tone[1] ** 2.2 + 0.0722 * tone[2] ** 2.2;
    const ink: Colour = luma > 0.3 ? [0.08, 0.08, 0.08, 1] : [1, 1, 1, 1];
    expect(contrastRatio(ink, tone)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(VISIONS) as Array<keyof typeof VISIONS>)('tells states apart with %s vision', (vision) => {
    const apart = (one: ColourName, other: ColourName) => differenceSeen(seen(one), seen(other), vision);
    for (const [one, other] of [
      ['normal', 'warning'],
      ['normal', 'danger'],
      ['warning', 'danger'],
    ] as const) {
      expect({ one, other, apart: apart(one, other) >= APART[given.palette] }).toEqual({ one, other, apart: true });
    }
    for (const state of ['normal', 'warning', 'danger'] as const) {
      expect({ state, apart: apart(state, 'noData') >= NO_DATA_APART }).toEqual({ state, apart: true });
    }
  });
});

describe('colour vision', () => {
  const [red, green] = [parseColour('#d00000'), parseColour('#5a7a00')];

  it('sees black and white one apart, and red and green less so without the cones for it', () => {
    expect(differenceSeen(parseColour('#000000'), parseColour('#ffffff'), 'usual')).toBeCloseTo(1, 2);
    expect(contrastRatio(parseColour('#000000'), parseColour('#ffffff'))).toBeCloseTo(21, 3);
    expect(differenceSeen(red, green, 'deuteranopia')).toBeLessThan(differenceSeen(red, green, 'usual') / 2);
  });
});
