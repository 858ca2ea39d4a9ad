import { seededRandom } from '../../tests/support/random';
import { isInOrder, matchRows, vanishedRows } from './matchRows';

const ids = (count: number) => Array.from({ length: count }, (_, row) => `service ${row}`);
const looked = (before: readonly string[], now: readonly string[]) => now.map((id) => before.indexOf(id));

describe('rows by their ids', () => {
  it.each([
    ['none before', [], ids(3)],
    ['none now', ids(3), []],
    ['the same', ids(50), ids(50)],
    ['some gone', ids(100), ids(100).filter((_, row) => row % 3 !== 0)],
    ['some new', ids(100).filter((_, row) => row % 3 !== 0), ids(100)],
    ['a long part gone', ids(200), [...ids(200).slice(0, 20), ...ids(200).slice(120)]],
    ['a long part new', [...ids(200).slice(0, 20), ...ids(200).slice(120)], ids(200)],
    ['the other way round', ids(300), ids(300).reverse()],
    ['others', ids(20), ids(20).map((id) => `${id} of another name`)],
    ['one moved to the end', ids(60), [...ids(60).slice(1), 'service 0']],
  ])('are found as by looking up each: %s', (_, before, now) => {
    expect(Array.from(matchRows(before, now))).toEqual(looked(before, now));
  });

  it('are found in any order, with any left out', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 40; round++) {
      const some = () => ids(80).filter(() => random() < 0.8);
      const [before, now] = [some(), some()];
      if (round % 2 === 0) {
        now.sort(() => random() - 0.5);
      }
      expect(Array.from(matchRows(before, now))).toEqual(looked(before, now));
    }
  });

  it('tell whether they are in order, and which are gone', () => {
    expect(isInOrder(matchRows(ids(4), ids(4)), 4)).toBe(true);
    expect(isInOrder(matchRows(ids(5), ids(4)), 5)).toBe(false);
    expect(vanishedRows(Float32Array.of(1, 0, 1), matchRows(ids(3), ['service 2']))).toEqual([0]);
  });
});
