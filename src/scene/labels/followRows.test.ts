import { SCENE_OPTIONS } from '../../../tests/support/sceneOptions';
import { viewOf } from '../../../tests/support/scenePageViews';
import { nodeRows } from '../nodeRows';
import { followRows, haveSameNames, standStill } from './followRows';
import type { FadingText, PlacedText } from './glyphRun';

function textAt(of: PlacedText['of'], row: number): FadingText {
  const none = { glyphs: [], pens: [], width: 0 };
  const placed: PlacedText = {
    key: `${of}${row}`,
    words: 'a',
    of,
    text: none,
    anchor: [row, 1.16, 0, 0],
    box: [0, 0, 1, 1],
    x: 0,
    y: 0,
    size: 12,
    colour: 0,
  };
  return { placed, from: 0, to: 1 };
}

const rowsOf = (texts: readonly FadingText[]) => texts.map(({ placed }) => [placed.key, placed.anchor[0]]);

describe('texts of rows that come and go', () => {
  // Of the nodes 0, 1, 2 the first is gone and another has come; the only edge stays, one row on.
  const before = { nodes: Int32Array.of(1, -1, 2), edges: Int32Array.of(-1, 0) };

  it('stay with what they name, and go with it', () => {
    const texts = [textAt('node', 0), textAt('node', 1), textAt('count', 2), textAt('edge', 0), textAt('edge', 7)];
    const followed = followRows(texts, before);
    expect(rowsOf(followed)).toEqual([
      ['node1', 0],
      ['count2', 2],
      ['edge0', 1],
    ]);
    expect(followed[0].placed.anchor).toEqual([0, 1.16, 0, 0]);
    expect(rowsOf(texts)[1]).toEqual(['node1', 1]);
  });

  it('of boxes stay where they are in the world', () => {
    expect(rowsOf(followRows([textAt('box', 40)], before))).toEqual([['box40', 40]]);
  });
});

describe('a choice of labels', () => {
  const rates = [1, 0, 0] as const;
  const nodesAt = (ids: readonly string[], ...positions: number[]) =>
    nodeRows(
      viewOf(
        ids.map((id) => ({ id, rates })),
        []
      ),
      { positions: Float32Array.from(positions), bounds: [0, 0, 1, 1] },
      SCENE_OPTIONS,
      undefined,
      1
    ).rows;

  it('goes on where what stays is where it was, whatever comes or goes', () => {
    const two = nodesAt(['a', 'b'], 0, 0, 8, 4);
    const rows = Int32Array.of(1, -1);
    expect(standStill(two, nodesAt(['b', 'c'], 8, 4, 20, 0), rows)).toBe(true);
    expect(standStill(two, nodesAt(['b', 'c'], 8, 4.5, 20, 0), rows)).toBe(false);
  });

  it('goes on where what stays has its name', () => {
    expect(haveSameNames(['a', 'b'], ['b', 'c'], Int32Array.of(1, -1))).toBe(true);
    expect(haveSameNames(['a', 'b'], ['other', 'c'], Int32Array.of(1, -1))).toBe(false);
  });
});
