import { seededRandom } from '../../../tests/support/random';
import { seedsFrom } from '../../../tests/support/seeds';
import { runAtOnce, type Steps } from '../steps/steps';
import { largestRows } from './largestRows';

const given = (key: readonly number[]) =>
  function* (): Steps<Float64Array> {
    return Float64Array.from(key);
  };
const kept = (limit: number, ...keys: ReadonlyArray<readonly number[]>) =>
  [...runAtOnce(largestRows(keys[0].length, limit, keys.map(given))).entries()].flatMap(([row, flag]) =>
    flag === 1 ? [row] : []
  );

test('D54 the largest rows are those that a sort would put first, whatever is equal', () => {
  for (const seed of seedsFrom(200)) {
    const random = seededRandom(seed);
    const count = Math.floor(random() * 40);
    const keys = [3, 2].map((values) => Array.from({ length: count }, () => Math.floor(random() * values)));
    const limit = Math.floor(random() * (count + 3));
    const sorted = Array.from({ length: count }, (_, row) => row).sort(
      (a, b) => keys[0][b] - keys[0][a] || keys[1][b] - keys[1][a] || a - b
    );
    expect({ seed, rows: kept(limit, ...keys) }).toEqual({ seed, rows: sorted.slice(0, limit).sort((a, b) => a - b) });
  }
});

test('D54 a key that decides nothing is not asked for, and another only for what is equal', () => {
  const asked: number[][] = [];
  const second = function* (rows: Int32Array): Steps<Float64Array> {
    asked.push([...rows]);
    yield;
    return Float64Array.of(0, 1, 2, 3);
  };
  const first = given([9, 5, 5, 1]);
  expect([...runAtOnce(largestRows(4, 1, [first, second]))]).toEqual([1, 0, 0, 0]);
  expect([...runAtOnce(largestRows(4, 3, [first, second]))]).toEqual([1, 1, 1, 0]);
  expect([...runAtOnce(largestRows(4, 4, [first, second]))]).toEqual([1, 1, 1, 1]);
  expect(asked).toEqual([]);
  expect([...runAtOnce(largestRows(4, 2, [first, second]))]).toEqual([1, 0, 1, 0]);
  expect(asked).toEqual([[1, 2]]);
});
