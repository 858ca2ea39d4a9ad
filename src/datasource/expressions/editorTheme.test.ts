import { createTheme } from '@grafana/data';
import { contrastRatio } from '../../../tests/support/colourVision';
import { over, parseColour } from '../../scene/colours';
import { fieldStyle, popupBackground, popupStyle, wordStyles } from './editorTheme';

/** WCAG 2.2, 1.4.3. */
const LEAST = 4.5;

describe.each(['dark', 'light'] as const)('the colours of an expression on %s', (mode) => {
  const theme = createTheme({ colors: { mode } });
  const canvas = parseColour(theme.colors.background.primary);
  const field = over(parseColour(theme.components.input.background), canvas);
  const contrast = (colour: unknown, background = field) =>
    contrastRatio(over(parseColour(String(colour)), background), background);
  const colourOf = (style: ReturnType<typeof fieldStyle>, part: string) => (style[part] as { color: unknown }).color;

  it('are legible for every kind of word', () => {
    const words = wordStyles(theme).map(({ color }) => ({ color, isLegible: contrast(color) >= LEAST }));
    expect(words.length).toBeGreaterThan(0);
    expect(words).toEqual(words.map(({ color }) => ({ color, isLegible: true })));
  });

  it.each(['&', '.cm-placeholder', '.cm-variable, .cm-variable *', '&.cm-focused .cm-nonmatchingBracket'])(
    'are legible for %s',
    (part) => {
      expect(contrast(colourOf(fieldStyle(theme), part))).toBeGreaterThanOrEqual(LEAST);
    }
  );

  it.each(['.cm-tooltip', '.cm-completionDetail'])('are legible for %s of a list', (part) => {
    const list = over(parseColour(popupBackground(theme)), canvas);
    expect(contrast(colourOf(popupStyle(theme), part), list)).toBeGreaterThanOrEqual(LEAST);
  });

  it('are legible for the chosen option', () => {
    const { action, text } = theme.colors;
    const list = over(parseColour(popupBackground(theme)), canvas);
    const chosen = over(parseColour(action.selected), list);
    expect(contrast(text.maxContrast, chosen)).toBeGreaterThanOrEqual(LEAST);
  });
});
