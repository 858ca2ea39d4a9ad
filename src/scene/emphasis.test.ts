import { isSameEmphasis } from './emphasis';
import type { SceneEmphasis } from './types';

const a = { kind: 'node', row: 1, id: 'a' } as const;

describe('what stands out', () => {
  it.each<[SceneEmphasis, SceneEmphasis]>([
    [{}, {}],
    [{}, { hovered: undefined, matches: undefined }],
    [
      { hovered: a, selected: { ...a, kind: 'edge' } },
      { hovered: { ...a }, selected: { ...a, kind: 'edge' } },
    ],
    [
      { matches: new Set(['a', 'b']), pinned: new Set() },
      { matches: new Set(['b', 'a']), pinned: new Set() },
    ],
  ])('is the same when it is told again: %j', (one, other) => {
    expect(isSameEmphasis(one, other)).toBe(true);
  });

  it.each<[SceneEmphasis, SceneEmphasis]>([
    [{ hovered: a }, {}],
    [{ hovered: a }, { selected: a }],
    [{ hovered: a }, { hovered: { ...a, row: 2 } }],
    [{ hovered: a }, { hovered: { ...a, id: 'b' } }],
    [{ hovered: a }, { hovered: { ...a, kind: 'edge' } }],
    [{ matches: new Set(['a']) }, { matches: new Set(['b']) }],
    [{ matches: new Set(['a']) }, {}],
    [{ pinned: new Set(['a', 'b']) }, { pinned: new Set(['a']) }],
  ])('is another when anything differs: %j and %j', (one, other) => {
    expect(isSameEmphasis(one, other)).toBe(false);
    expect(isSameEmphasis(other, one)).toBe(false);
  });
});
