import { deriveTraffic } from './deriveTraffic';
import { call, calls, cells, definition, deriveOne, mapping, ratesOf, table } from './testTables';

test('D13 bytes prove an edge; a latency alone does not, and is told', () => {
  const requests = table([[call('web', 'api'), [1]]]);
  const bytes = table([[call('web', 'files'), [4096]]]);
  const p95 = table([
    [call('web', 'api'), [0.1]],
    [call('web', 'ghost'), [0.1]],
  ]);
  const { history, notices, counts } = deriveOne({ requests, bytes, p95 });
  expect(history.edges.ids).toEqual(['web→api', 'web→files']);
  expect(history.nodes.names).not.toContain('ghost');
  expect(cells(history, history.edges.bytes, 'web→files')).toEqual([4096]);
  expect(ratesOf(history, 'web→files').normal).toEqual([NaN]);
  expect(counts[0].edges).toBe(2);
  expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('1 latency series has no requests')]);
});

test('D14 an edge without latency has NaN; a metric that nobody answered has no column', () => {
  const requests = table([
    [call('web', 'api'), [1]],
    [call('web', 'search'), [1]],
  ]);
  const p95 = table([[call('web', 'api'), [0.1]]]);
  const { history } = deriveOne({ requests, p95 });
  expect(cells(history, history.edges.p95, 'web→search')).toEqual([NaN]);
  expect(history.edges.p50).toBeUndefined();
  expect(history.edges.bytes).toBeUndefined();
});

test('D15 self edges stay, and opposite edges stay two', () => {
  const requests = table([
    [call('api', 'api'), [1]],
    [call('api', 'web'), [2]],
    [call('web', 'api'), [3]],
  ]);
  const { history } = deriveOne({ requests });
  expect(history.edges.ids).toEqual(['api→api', 'api→web', 'web→api']);
  expect(history.edges.ids.map((id) => ratesOf(history, id).normal[0])).toEqual([1, 2, 3]);
});

test('D16 protocols tell edges apart, and a series without one joins the only one', () => {
  const requests = table([
    [call('web', 'api', { protocol: 'grpc' }), [1]],
    [call('web', 'search', { protocol: 'http' }), [2]],
    [call('web', 'search', { protocol: 'grpc' }), [3]],
  ]);
  const p95 = table([
    [call('web', 'api'), [0.1]],
    [call('web', 'search'), [0.2]],
  ]);
  const { history, notices } = deriveOne({ requests, p95 }, { mapping: mapping({ protocolLabel: 'protocol' }) });
  expect(history.edges.ids).toEqual(['web→api→grpc', 'web→search→grpc', 'web→search→http']);
  expect(history.edges.protocols).toEqual(['grpc', 'grpc', 'http']);
  expect(cells(history, history.edges.p95, 'web→api→grpc')).toEqual([0.1]);
  expect(cells(history, history.edges.p95, 'web→search→grpc')).toEqual([NaN]);
  expect(notices).toHaveLength(1);
});

test('D17 order and ids do not depend on the order of series', () => {
  const rows = [
    [call('b', 'c'), [1]],
    [call('a', 'c'), [2]],
    [call('c', 'a'), [3]],
    [call('a', 'b'), [4]],
  ] as const;
  const forth = deriveOne({ requests: table(rows) }).history;
  const back = deriveOne({ requests: table([...rows].reverse()) }).history;
  expect(forth).toEqual(back);
  expect(forth.nodes.ids).toEqual(['a', 'b', 'c']);
  expect(forth.edges.ids).toEqual(['a→b', 'a→c', 'b→c', 'c→a']);
});

test('D17 ids of names with "/" and "→" are not those of other names', () => {
  const grouped = mapping({ source: { label: 'source', groupLabels: ['group'] }, target: { label: 'target' } });
  const requests = table([
    [call('a/b', 'x'), [1]],
    [call('b', 'x', { group: 'a' }), [2]],
    [call('a', 'b→c'), [3]],
    [call('a→b', 'c'), [4]],
    [call('a%2Fb', 'x'), [5]],
  ]);
  const { history } = deriveOne({ requests }, { mapping: grouped });
  expect(new Set(history.edges.ids).size).toBe(5);
  expect(history.nodes.ids).toEqual(expect.arrayContaining(['a%2Fb', 'a/b', 'a%E2%86%92b', 'a%252Fb']));
});

test('D18 hostile label values are names like any other', () => {
  const names = ['__proto__', 'constructor', 'a\nb', '<script>', 'x'.repeat(100_000), '\ud800', ' ', 'toString'];
  const rows = names.map(
    (name) => [JSON.parse(JSON.stringify(call(name, 'api'))) as ReturnType<typeof call>, [1]] as const
  );
  const { history, counts } = deriveOne({ requests: table(rows) });
  expect(new Set(history.nodes.names)).toEqual(new Set([...names, 'api']));
  expect(history.nodes.ids.some((id) => id.includes('\n'))).toBe(false);
  expect(counts[0].edges).toBe(names.length);
});

test('D18 D19 a label that objects inherit is no label', () => {
  const requests = table([[call('web', 'api'), [1]]]);
  for (const label of ['constructor', '__proto__', 'toString']) {
    const { history, counts } = deriveOne({ requests }, { mapping: mapping({ source: { label } }) });
    expect(history.edges.ids).toEqual([]);
    expect(Object.entries(counts[0].missingLabel)).toEqual([[label, 1]]);
  }
});

describe('D60 flows whose bytes alone are known', () => {
  const bytesOnly = { expressions: { bytes: 'bytes' } };

  test('have bytes, and neither requests nor an error ratio', () => {
    const { history, notices } = deriveOne({ bytes: calls({ 'web→api': [0, 4096] }) }, bytesOnly);
    expect(cells(history, history.edges.bytes, 'web→api')).toEqual([0, 4096]);
    expect(ratesOf(history, 'web→api')).toEqual({ normal: [NaN, NaN], warning: [NaN, NaN], danger: [NaN, NaN] });
    expect(cells(history, history.edges.errorRatio, 'web→api')).toEqual([NaN, NaN]);
    expect(notices).toEqual([]);
  });

  test('decide which bucket is complete, and whether there is an answer at all', () => {
    const late = deriveOne({ bytes: calls({ 'web→api': [1, 2, NaN], 'web→db': [1, 2, NaN] }) }, bytesOnly);
    expect(late.history.times).toHaveLength(2);
    const { notices } = deriveOne({ bytes: table([]) }, bytesOnly);
    expect(notices).toEqual([
      { severity: 'warning', text: expect.stringContaining('the bytes expression answered with no series') },
    ]);
  });

  test('join the requests that another definition has of the same edge', () => {
    const mesh = { definition: definition(), tables: { requests: calls({ 'web→api': 5 }) } };
    const flows = {
      definition: definition({ id: 'flows', ...bytesOnly }),
      tables: { bytes: calls({ 'web→api': 4096, 'web→db': 9 }) },
    };
    const { history } = deriveTraffic([flows, mesh], 'prefer');
    expect(history.edges.ids).toEqual(['web→api', 'web→db']);
    expect(ratesOf(history, 'web→api').normal).toEqual([5]);
    expect(cells(history, history.edges.bytes, 'web→api')).toEqual([4096]);
    expect(ratesOf(history, 'web→db').normal).toEqual([NaN]);
  });

  test('are kept by their bytes within limits, and told in bytes', () => {
    const flows = { bytes: calls({ 'a→b': 1, 'b→c': 97, 'c→d': 2 }) };
    const { history, notices } = deriveOne(flows, bytesOnly, { limits: { edges: 2 } });
    expect(history.edges.ids).toEqual(['b→c', 'c→d']);
    expect(notices[0].text).toContain('they carry 99.0 % of the bytes');
    const hubs = deriveOne(flows, bytesOnly, { hubs: { match: 'c', show: 'hide' } });
    expect(hubs.notices[0].text).toContain('2 edges with 99 bytes per second');
  });

  test('of a crowd of external nodes those with most bytes stay', () => {
    const flows = { 'a→x.example.com': 1, 'a→y.example.com': 3, 'a→z.example.com': 2 };
    const { history } = deriveOne({ bytes: calls(flows) }, bytesOnly, { externals: 1 });
    expect(history.nodes.names).toContain('y.example.com');
    expect(history.nodes.names).not.toContain('z.example.com');
  });
});
