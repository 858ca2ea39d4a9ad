import { carryForward } from './carryForward';
import { deriveTraffic } from './deriveTraffic';
import { edgeStaleness } from './staleEdges';
import { call, cells, definition, table, timesOf } from './testTables';

const OLD = timesOf(4);
const [FIRST] = OLD;
const MINUTE = 60_000;

describe('D70 an earlier answer on later times', () => {
  const answer = table([
    [call('web', 'api'), [1, 2, 3, NaN]],
    [call('web', 'gone'), [5, NaN, NaN, NaN]],
  ]);

  test('keeps its samples, repeats the last one, and knows nothing of what was before', () => {
    const onto = timesOf(6, 60, 60);
    const carried = carryForward(answer, onto);
    expect(carried.times).toBe(onto);
    expect(Array.from(carried.values.subarray(0, 6))).toEqual([2, 3, NaN, 3, 3, 3]);
    expect(Array.from(carried.values.subarray(6))).toEqual(Array(6).fill(NaN));
    expect(Array.from(carryForward(answer, timesOf(3, 60, -120)).values.subarray(0, 3))).toEqual([NaN, NaN, 1]);
  });

  test('takes the latest sample before times of another phase', () => {
    expect(Array.from(carryForward(answer, timesOf(4, 60, 30)).values.subarray(0, 4))).toEqual([1, 2, 3, 3]);
  });

  test('nothing comes of nothing', () => {
    expect(carryForward(table([]), timesOf(3)).values).toHaveLength(0);
    expect(carryForward(table([[call('a', 'b'), []]]), timesOf(2)).values).toEqual(Float64Array.of(NaN, NaN));
  });

  test('an edge of it stays drawn at the newest bucket', () => {
    const times = timesOf(6);
    const fresh = table([[call('app', 'db'), [1, 1, 1, 1, 1, 7]]], times);
    const { history } = deriveTraffic(
      [
        { definition: definition({ id: 'fresh' }), tables: { requests: fresh } },
        { definition: definition({ id: 'old' }), tables: { requests: carryForward(answer, times) } },
      ],
      'prefer'
    );
    expect(history.times).toHaveLength(6);
    expect(cells(history, history.edges.rates[0], 'app→db').at(-1)).toBe(7);
    expect(cells(history, history.edges.rates[0], 'web→api')).toEqual([1, 2, 3, NaN, 3, 3]);
  });
});

describe('D71 which edges are stale', () => {
  const seenIn = [['mesh'], ['carbon'], ['mesh', 'carbon']];
  const since = new Map([['carbon', FIRST]]);

  test('one fresh definition is enough by "prefer", all must be fresh otherwise', () => {
    expect(edgeStaleness({ seenIn }, since, 'prefer')).toEqual(Float64Array.of(NaN, FIRST, NaN));
    expect(edgeStaleness({ seenIn }, since, 'sum')).toEqual(Float64Array.of(NaN, FIRST, FIRST));
    expect(edgeStaleness({ seenIn }, since, 'max')).toEqual(Float64Array.of(NaN, FIRST, FIRST));
  });

  test('an edge is as old as the oldest of its answers', () => {
    const both = new Map([
      ['mesh', FIRST + MINUTE],
      ['carbon', FIRST],
    ]);
    expect(edgeStaleness({ seenIn }, both, 'prefer')).toEqual(Float64Array.of(FIRST + MINUTE, FIRST, FIRST));
  });

  test('nothing is told where every answer is fresh', () => {
    expect(edgeStaleness({ seenIn }, new Map(), 'prefer')).toBeUndefined();
  });
});
