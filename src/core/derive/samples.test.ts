import { call, cells, deriveOne, mapping, ratesOf, table, timesOf } from './testTables';

const BY_CODE = mapping({ classLabel: 'code' });

test('D1 a series is an edge, its samples are requests per second of its class', () => {
  const requests = table([
    [call('web', 'api', { code: '200' }), [9, 8]],
    [call('web', 'api', { code: '500' }), [1, 2]],
  ]);
  const { history, notices, counts } = deriveOne({ requests }, { mapping: BY_CODE });
  expect(history.nodes.ids).toEqual(['api', 'web']);
  expect(history.edges.ids).toEqual(['web→api']);
  expect([history.edges.source[0], history.edges.target[0]]).toEqual([1, 0]);
  expect(ratesOf(history, 'web→api')).toEqual({ normal: [9, 8], warning: [0, 0], danger: [1, 2] });
  expect(notices).toEqual([]);
  expect(counts).toEqual([
    {
      definitionId: 'mesh',
      series: 2,
      samples: 4,
      missingLabel: {},
      badSamples: 0,
      edges: 1,
      expressions: { requests: 2 },
    },
  ]);
});

test('D2 series of one edge and class add up; latencies take the largest', () => {
  const requests = table([
    [call('web', 'api', { pod: 'a' }), [1, 2, NaN]],
    [call('web', 'api', { pod: 'b' }), [10, NaN, NaN]],
  ]);
  const p95 = table([
    [call('web', 'api', { pod: 'a' }), [0.2, 0.1, NaN]],
    [call('web', 'api', { pod: 'b' }), [0.1, NaN, 0.3]],
  ]);
  const { history } = deriveOne({ requests, p95 });
  expect(ratesOf(history, 'web→api').normal.slice(0, 2)).toEqual([11, 2]);
  expect(cells(history, history.edges.p95, 'web→api')).toEqual([0.2, 0.1]);
});

test('D3 D4 NaN is no sample; infinite, negative and absurd samples are left out and counted', () => {
  const requests = table([[call('web', 'api'), [NaN, Infinity, -Infinity, Number('1e9999'), -0.5, 1e300, -1, 7]]]);
  const { history, counts, notices } = deriveOne({ requests });
  expect(ratesOf(history, 'web→api').normal).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN, 7]);
  expect(counts[0]).toMatchObject({ samples: 7, badSamples: 6 });
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({ severity: 'warning', text: expect.stringContaining('6 samples') });
});

test('D4 a bad sample of one series leaves the good one of another', () => {
  const requests = table([
    [call('web', 'api', { pod: 'a' }), [Infinity, 5]],
    [call('web', 'api', { pod: 'b' }), [3, -2]],
  ]);
  expect(ratesOf(deriveOne({ requests }).history, 'web→api').normal).toEqual([3, 5]);
});

test('D4 no sum of accepted samples leaves the range of a column', () => {
  const rows = Array.from({ length: 100 }, (_, pod) => [call('web', 'api', { pod: String(pod) }), [1e30]] as const);
  const { history } = deriveOne({ requests: table(rows) });
  expect(Number.isFinite(history.edges.rates[0][0])).toBe(true);
});

test('D5 milliseconds become seconds', () => {
  const tables = { requests: table([[call('web', 'api'), [1]]]), p50: table([[call('web', 'api'), [250]]]) };
  const inMilliseconds = deriveOne(tables, { latencyUnit: 'ms' }).history;
  expect(cells(inMilliseconds, inMilliseconds.edges.p50, 'web→api')).toEqual([0.25]);
  const inSeconds = deriveOne(tables).history;
  expect(cells(inSeconds, inSeconds.edges.p50, 'web→api')).toEqual([250]);
});

test('D6 a class without a series is 0 where another has a rate, and NaN where none has', () => {
  const requests = table([
    [call('web', 'api', { code: '200' }), [5, NaN, 5]],
    [call('web', 'api', { code: '404' }), [NaN, NaN, 1]],
  ]);
  expect(ratesOf(deriveOne({ requests }, { mapping: BY_CODE }).history, 'web→api')).toEqual({
    normal: [5, NaN, 5],
    warning: [0, NaN, 1],
    danger: [0, NaN, 0],
  });
});

test('D7 values that do not fit series and times throw, naming table and definition', () => {
  const requests = { labels: [call('web', 'api')], times: timesOf(3), values: new Float64Array(2) };
  expect(() => deriveOne({ requests })).toThrow('"requests" table of "mesh" has 2 values');
});

test('D39 an answer without series gives times, no edges, and a notice', () => {
  const requests = table([], timesOf(4));
  const { history, notices, counts } = deriveOne({ requests });
  expect(history.times).toEqual(timesOf(4));
  expect(history.edges.ids).toEqual([]);
  expect(history.edges.rates).toHaveLength(3);
  expect(counts[0]).toMatchObject({ series: 0, edges: 0 });
  expect(notices.map(({ text }) => text)).toEqual([
    expect.stringContaining('requests expression answered with no series'),
  ]);
});

test('D39 expressions without series beside requests are told in one notice, and not at all where requests are none', () => {
  const requests = table([[{ source: 'web', target: 'api' }, [1, 2]]], timesOf(2));
  const none = table([], timesOf(2));
  expect(deriveOne({ requests, p50: none, p95: none, p99: none }).notices).toEqual([
    { severity: 'info', text: expect.stringContaining('the p50, p95 and p99 expressions answered with no series.') },
  ]);
  expect(deriveOne({ requests, p95: none }).notices).toEqual([
    { severity: 'info', text: expect.stringContaining('the p95 expression answered with no series. Check its') },
  ]);
  expect(deriveOne({ requests: none, p95: none }).notices).toEqual([
    { severity: 'warning', text: expect.stringContaining('the requests expression answered') },
  ]);
});

test('D56 where recorded series are missing, their rules are to be loaded, and no name is to be checked', () => {
  const none = table([], timesOf(2));
  const { notices, counts } = deriveOne({ requests: none, p95: none }, { recorded: true });
  expect(notices).toEqual([
    { severity: 'warning', text: expect.stringContaining('none of its requests. Load its recording rules') },
  ]);
  expect(counts).toEqual([expect.objectContaining({ recorded: true })]);
  expect(deriveOne({ requests: none }, { recorded: false }).counts[0]).not.toHaveProperty('recorded');
});

test('D39 no input at all is an empty history of the default classes', () => {
  const { history } = deriveOne({});
  expect(history.times).toHaveLength(0);
  expect(history.nodes.ids).toEqual([]);
  expect(history.classes.map(({ name }) => name)).toEqual(['normal', 'warning', 'danger']);
});
