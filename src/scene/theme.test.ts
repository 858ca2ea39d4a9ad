import { parseColour } from './colours';
import { paletteOf, PALETTE_ORDER } from './theme';
import { DARK, LIGHT } from '../../tests/support/scenePageThemes';

describe('theme', () => {
  it('reads hexadecimal and functional colours', () => {
    expect(parseColour('#f00')).toEqual([1, 0, 0, 1]);
    expect(parseColour('#00ff0080')[3]).toBeCloseTo(0.502, 3);
    expect(parseColour('rgb(255, 0, 51)')).toEqual([1, 0, 0.2, 1]);
    expect(parseColour('rgba(0,0,0,.5)')[3]).toBe(0.5);
    expect(parseColour(' rgb(0 255 0 / 50%) ')).toEqual([0, 1, 0, 0.5]);
  });

  it.each(['', 'red', '#12', 'rgb(1,2)', 'url(x)'])('throws on %p, with the value', (text) => {
    expect(() => parseColour(text)).toThrow(`"${text}"`);
  });

  it('knows dark from light, and lays see-through colours on the background', () => {
    expect(paletteOf(DARK).dark).toBe(true);
    expect(paletteOf(LIGHT).dark).toBe(false);
    const edge = PALETTE_ORDER.indexOf('edge') * 3;
    const [red] = paletteOf(DARK).colours.subarray(edge, edge + 3);
    expect(red).toBeCloseTo((204 * 0.2 + 24 * 0.8) / 255, 3);
  });
});
