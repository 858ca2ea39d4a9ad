import { fadeTexts, type PlacedText } from './glyphRun';
import { createOccupancy } from './placement';
import { byImportance } from './wanted';
import { truncateMiddle } from './truncate';

const text = (key: string): PlacedText => ({
  key,
  words: key,
  of: 'node',
  text: { glyphs: [], pens: [], width: 0 },
  anchor: [0, 0, 0, 0],
  box: [0, 0, 0, 0],
  x: 0,
  y: 0,
  size: 12,
  colour: 0,
});

describe('labels', () => {
  it('cuts the middle out of names over 18 characters', () => {
    expect(truncateMiddle('recommendation-api')).toBe('recommendation-api');
    expect(truncateMiddle('recommendation-engine-canary')).toBe('recommend…e-canary');
    expect(Array.from(truncateMiddle('x'.repeat(80)))).toHaveLength(18);
  });

  it('counts characters as readers do', () => {
    const family = '👩‍👩‍👧';
    expect(truncateMiddle(family.repeat(18))).toBe(family.repeat(18));
    expect(truncateMiddle(family.repeat(19))).toBe(`${family.repeat(9)}…${family.repeat(8)}`);
  });

  it('takes the most important first, and keeps the order of equals', () => {
    expect(Array.from(byImportance(Float32Array.of(0.2, 1, 0.2, 0.9, 0, 7)))).toEqual([1, 5, 3, 0, 2, 4]);
  });

  it('finds what overlaps, across cells and beyond the picture', () => {
    const taken = createOccupancy(400, 200);
    taken.take(90, 30, 210, 44);
    expect(taken.free(200, 40, 260, 60)).toBe(false);
    expect(taken.free(210, 44, 260, 60)).toBe(true);
    taken.take(-50, -20, 5, 5);
    expect(taken.free(0, 0, 10, 10)).toBe(false);
    expect(taken.free(395, 195, 500, 300)).toBe(true);
  });

  it('what stays does not fade, what comes and goes does', () => {
    const first = fadeTexts([], [text('a'), text('b')]);
    expect(first.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    const second = fadeTexts(first, [text('b'), text('c')]);
    expect(second.map(({ placed, from, to }) => [placed.key, from, to])).toEqual([
      ['a', 1, 0],
      ['b', 1, 1],
      ['c', 0, 1],
    ]);
    expect(fadeTexts(second, [text('c')]).map(({ placed }) => placed.key)).toEqual(['b', 'c']);
  });
});
