import { seededRandom } from '../../tests/support/random';
import { matchEdges } from './matchEdges';

type Pair = readonly [number, number];

const edgesOf = (pairs: readonly Pair[], count = pairs.length) => ({
  count,
  source: Uint32Array.from(pairs, ([source]) => source),
  target: Uint32Array.from(pairs, ([, target]) => target),
});

const viewOf = (pairs: readonly Pair[]) => ({
  count: pairs.length,
  source: Int32Array.from(pairs, ([source]) => source),
  target: Int32Array.from(pairs, ([, target]) => target),
});

const SAME = Int32Array.from({ length: 40 }, (_, row) => row);

const found = (before: readonly Pair[], now: readonly Pair[], nodes = SAME, count?: number, part = 1) =>
  Array.from(matchEdges(edgesOf(before, count), viewOf(now), nodes, part));

describe('edges by their ends', () => {
  const pairs: readonly Pair[] = [
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 2],
    [3, 1],
  ];

  it.each([
    ['none before', [], pairs, [-1, -1, -1, -1, -1]],
    ['none now', pairs, [], []],
    ['the same', pairs, pairs, [0, 1, 2, 3, 4]],
    ['some gone', pairs, [pairs[1], pairs[4]], [1, 4]],
    ['some new', [pairs[1], pairs[4]], pairs, [-1, 0, -1, -1, 1]],
    ['the same, in no order', [pairs[2], pairs[0], pairs[4]], [pairs[2], pairs[0], pairs[4]], [0, 1, 2]],
    ['the last gone, in no order', [pairs[2], pairs[0], pairs[4]], [pairs[2], pairs[0]], [0, 1]],
    ['in another order', pairs, [...pairs].reverse(), [4, 3, 2, 1, 0]],
    ['those before in another order', [...pairs].reverse(), pairs, [4, 3, 2, 1, 0]],
  ] as const)('%s', (_, before, now, rows) => {
    expect(found(before, now)).toEqual(rows);
  });

  it('are those of the same nodes, whatever rows these have now; of a new node there were none', () => {
    // Nodes 1 and 2 are now the rows 0 and 2, row 1 is new.
    const nodes = Int32Array.of(1, -1, 2);
    const now: readonly Pair[] = [
      [0, 0],
      [0, 1],
      [0, 2],
      [2, 0],
    ];
    const before: readonly Pair[] = [
      [1, 1],
      [2, 1],
    ];
    expect(found(before, now, nodes)).toEqual([0, -1, -1, 1]);
  });

  it('that fade may come back until they are gone', () => {
    expect(found(pairs, [pairs[4]], SAME, 4, 0.5)).toEqual([4]);
    expect(found(pairs, [pairs[4]], SAME, 4, 1)).toEqual([-1]);
  });

  it('are found in any order, with any left out', () => {
    const random = seededRandom(11);
    const all = Array.from({ length: 400 }, (_, at): Pair => [Math.floor(at / 20), at % 20]);
    for (let round = 0; round < 40; round++) {
      const some = () => all.filter(() => random() < 0.7);
      const [before, now] = [some(), some()];
      if (round % 4 === 1) {
        now.sort(() => random() - 0.5);
      }
      if (round % 4 === 2) {
        before.sort(() => random() - 0.5);
      }
      const rows = now.map(([source, target]) => before.findIndex((pair) => pair[0] === source && pair[1] === target));
      expect(found(before, now)).toEqual(rows);
    }
  });
});
