import { deriveTraffic } from './deriveTraffic';
import { call, cells, definition, deriveOne, ratesOf, table, timesOf } from './testTables';

const EDGE = 'web→api';

function pair(a: ReturnType<typeof table>, b: ReturnType<typeof table>): ReturnType<typeof deriveTraffic> {
  return deriveTraffic(
    [
      { definition: definition(), tables: { requests: a } },
      { definition: definition({ id: 'carbon' }), tables: { requests: b } },
    ],
    'sum'
  );
}

test('D28 equal grids are taken as they are, even irregular ones', () => {
  const times = Float64Array.of(1000, 2000, 60_000);
  const { history, notices } = deriveOne({
    requests: table([[call('web', 'api'), [1, 2, 3]]], times),
    p95: table([[call('web', 'api'), [4, 5, 6]]], times.slice()),
  });
  expect(history.times).toEqual(times);
  expect(cells(history, history.edges.p95, EDGE)).toEqual([4, 5, 6]);
  expect(notices).toEqual([]);
});

test('D29 D30 finer tables are brought onto the grid of the coarsest: means of rates, maxima of latencies', () => {
  const requests = table([[call('web', 'api'), [10, 20, 30]]], timesOf(3, 60));
  const p95 = table([[call('web', 'api'), [1, 4, 2, 3, 9, 5, 6, 7, 8]]], timesOf(9, 20, -40));
  const bytes = table([[call('web', 'api'), [1, 4, 2, 3, 9, NaN, 6, 7, 8]]], timesOf(9, 20, -40));
  const { history, notices } = deriveOne({ requests, p95, bytes });
  expect(history.times).toEqual(timesOf(3, 60));
  expect(ratesOf(history, EDGE).normal).toEqual([10, 20, 30]);
  expect(cells(history, history.edges.p95, EDGE)).toEqual([4, 9, 8]);
  expect(cells(history, history.edges.bytes, EDGE)).toEqual([2.33333, 6, 7]);
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('steps of 60 s')]);
});

test('D29 a bucket that has not ended by the latest sample is not made', () => {
  const coarse = table([[call('web', 'api'), [1, 1]]], timesOf(2, 60));
  const fine = table([[call('web', 'api'), [5, 5, 5, 5, 5]]], timesOf(5, 20));
  expect(pair(coarse, fine).history.times).toEqual(timesOf(2, 60));
});

test('D29 a grid of another phase keeps one sample a bucket', () => {
  const a = table([[call('web', 'api'), [1, 2, 3]]], timesOf(3, 60));
  const b = table([[call('web', 'api'), [10, 20, 30]]], timesOf(3, 60, -10));
  const { history } = pair(a, b);
  expect(history.times).toEqual(timesOf(3, 60));
  expect(ratesOf(history, EDGE).normal).toEqual([11, 22, 33]);
});

test('D29 a table without series has no say', () => {
  const requests = table([[call('web', 'api'), [1, 2]]], timesOf(2, 15));
  expect(deriveOne({ requests, p95: table([], timesOf(3, 3600)) }).history.times).toEqual(timesOf(2, 15));
});

test('D31 single times make one bucket at the latest', () => {
  const { history } = pair(
    table([[call('web', 'api'), [1]]], timesOf(1)),
    table([[call('web', 'api'), [2]]], timesOf(1, 60, 7))
  );
  expect(history.times).toEqual(timesOf(1, 60, 7));
  expect(ratesOf(history, EDGE).normal).toEqual([3]);
});

test.each([
  ['a late definition shortens by one', [1, 1, 1, 1, NaN], 4],
  ['or by two', [1, 1, 1, NaN, NaN], 3],
  ['but not by three: it is silent', [1, 1, NaN, NaN, NaN], 5],
  ['a gap before the end is no lateness', [1, 1, 1, NaN, 1], 5],
  ['a bad sample is none', [1, 1, 1, 1, Infinity], 4],
])('D32 %s', (_, samples, expected) => {
  const whole = table([[call('web', 'api'), [1, 1, 1, 1, 1]]]);
  expect(pair(whole, table([[call('app', 'api'), samples]])).history.times).toEqual(timesOf(expected));
});

test('D32 one late series of many does not shorten', () => {
  const requests = table([
    [call('web', 'api'), [1, 1, 1]],
    [call('app', 'api'), [1, 1, NaN]],
  ]);
  expect(deriveOne({ requests }).history.times).toHaveLength(3);
});

test('D32 a single bucket stays, whatever it holds', () => {
  expect(deriveOne({ requests: table([[call('web', 'api'), [NaN]]]) }).history.times).toHaveLength(1);
});

test('D33 far apart times make no endless grid', () => {
  const a = table([[call('web', 'api'), [1, 1]]], timesOf(2, 1));
  const b = table([[call('web', 'api'), [2]]], timesOf(1, 60, 10_000_000));
  const { history, notices } = pair(a, b);
  expect(history.times).toHaveLength(11_000);
  expect(notices.some(({ text }) => text.includes('left out'))).toBe(true);
});
