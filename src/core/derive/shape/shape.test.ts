import { seededRandom } from '../../../../tests/support/random';
import type { TrafficHistory } from '../../model/history';
import type { GraphShape } from '../../model/shape';
import { deriveTraffic } from '../deriveTraffic';
import { call, calls, cells, definition, deriveOne, GROUPED, mapping, ratesOf, table, timesOf } from '../testTables';

import { shapeTraffic } from './shapeTraffic';

const NAN = NaN;

/** Names of the ends of each edge. */
function pairs({ nodes, edges }: TrafficHistory): readonly string[] {
  return edges.ids.map((_, row) => `${nodes.names[edges.source[row]]}→${nodes.names[edges.target[row]]}`);
}

function everybodyCalls(hub: string, callers: number): Record<string, number> {
  const rows = Array.from({ length: callers }, (_, index) => [
    [`s${index}→${hub}`, 1],
    [`s${index}→s${(index + 1) % callers}`, 10],
  ]);
  return Object.fromEntries(rows.flat()) as Record<string, number>;
}

describe('D50 kinds', () => {
  test('the first rule that matches, or else a label, or else the guess', () => {
    const requests = table([
      [call('web', 'orders-db', { type: 'messaging_system' }), [1]],
      [call('web', 'ledger', { type: 'database' }), [1]],
      [call('web', 'audit', { type: 'whatever' }), [1]],
      [call('web', 'audit', { type: 'service' }), [1]],
      [call('web', 'audit', { type: 'CACHE' }), [1]],
    ]);
    const { nodes } = deriveOne(
      { requests },
      { mapping: mapping({ target: { label: 'target', kindLabel: 'type' } }) },
      {
        kinds: [
          { match: '(', kind: 'user' },
          { match: 'w.*', kind: 'gateway' },
          { match: 'web', kind: 'user' },
        ],
      }
    ).history;
    expect(Object.fromEntries(nodes.names.map((name, row) => [name, nodes.kinds[row]]))).toEqual({
      audit: 'cache',
      ledger: 'database',
      'orders-db': 'queue',
      web: 'gateway',
    });
  });
});

describe('D51 idle edges', () => {
  const requests = calls({
    'a→b': [1, 1, 1, 1],
    'b→c': [1, 1, 0, NAN],
    'c→d': [1, 0, 0, 0],
    'd→e': [0, 0, 0, 0],
  });

  test('stay for as long as the time range by default', () => {
    expect(deriveOne({ requests }).history.edges.ids).toHaveLength(4);
  });

  test.each([
    [0, ['a→b']],
    [119, ['a→b']],
    [120, ['a→b', 'b→c']],
    [180, ['a→b', 'b→c', 'c→d']],
  ])('stay for %s s after their last traffic, then they are counted', (keepIdleSeconds, expected) => {
    const { history, shape, notices } = deriveOne({ requests }, {}, { keepIdleSeconds });
    expect(history.edges.ids).toEqual(expected);
    expect(ratesOf(history, 'a→b').normal).toEqual([1, 1, 1, 1]);
    expect(shape).toMatchObject({ edges: 4, idle: 4 - expected.length, shown: expected.length });
    expect(notices.at(-1)?.text).toContain('no traffic for more than');
  });

  test('bytes are traffic', () => {
    const bytes = calls({ 'x→y': [0, 0, 0, 5] });
    expect(deriveOne({ requests, bytes }, {}, { keepIdleSeconds: 0 }).history.edges.ids).toEqual(['a→b', 'x→y']);
  });
});

describe('D52 hubs', () => {
  const requests = calls({ ...everybodyCalls('logging', 10), 'logging→store': 3 });

  test('by share of those who call: their callers become one, and no request is lost', () => {
    const { history, shape, notices } = deriveOne({ requests }, {}, { hubs: { share: 0.9, show: 'callers' } });
    expect(pairs(history)).toContain('10 callers→logging');
    expect(history.edges.ids).toHaveLength(12);
    expect(ratesOf(history, '/callers of logging→logging').normal).toEqual([10]);
    expect(shape).toMatchObject({ edges: 21, hubs: 9, shown: 12 });
    expect(notices.at(-1)?.text).toBe(
      '"logging" is a hub: 10 edges with 10 requests per second are drawn as one edge to each.'
    );
  });

  test('by name, hidden with all of their edges', () => {
    const { history, notices } = deriveOne({ requests }, {}, { hubs: { match: 'log.*', show: 'hide' } });
    expect(history.edges.ids).toHaveLength(10);
    expect(history.nodes.names).not.toContain('logging');
    expect(history.nodes.names).not.toContain('store');
    expect(notices.at(-1)?.text).toContain('11 edges with 13 requests per second are not drawn');
  });

  test('a small graph has none by share, and an invalid name is told', () => {
    const small = calls(everybodyCalls('logging', 7));
    const { history, notices } = deriveOne({ requests: small }, {}, { hubs: { share: 0.5, match: '(', show: 'hide' } });
    expect(history.edges.ids).toHaveLength(14);
    expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('"("')]);
  });
});

describe('D53 crowds of external nodes', () => {
  const sites = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [`web→site${index}.example.com`, 2 ** index] as const)
  );

  test('beyond a number those with fewest requests are one; rates add, latencies take the largest', () => {
    const p95 = calls({ 'web→site0.example.com': 0.5, 'web→site1.example.com': 0.25, 'web→site5.example.com': 9 });
    const { history, shape } = deriveOne({ requests: calls(sites), p95 }, {}, { externals: 2 });
    expect(pairs(history)).toEqual(['web→4 others', 'web→site4.example.com', 'web→site5.example.com']);
    const others = history.edges.ids[0];
    expect(ratesOf(history, others).normal).toEqual([15]);
    expect(cells(history, history.edges.p95, others)).toEqual([0.5]);
    expect(history.nodes.kinds[0]).toBe('external');
    expect(shape).toMatchObject({ edges: 6, externals: 3, shown: 3 });
  });

  test('one too many stays, and a service of that name is another node', () => {
    expect(deriveOne({ requests: calls(sites) }, {}, { externals: 5 }).history.edges.ids).toHaveLength(6);
    const { history } = deriveOne({ requests: calls({ ...sites, 'web→others': 1 }) }, {}, { externals: 2 });
    expect(pairs(history)).toContain('web→others');
    expect(new Set(history.nodes.ids).size).toBe(history.nodes.ids.length);
  });

  test('each group keeps its own', () => {
    const requests = table(
      ['eu', 'us'].flatMap((group) =>
        Object.keys(sites).map((edge, index) => {
          const [, target] = edge.split('→');
          return [call('web', target, { target_group: group }), [index]] as const;
        })
      )
    );
    const { history } = deriveOne({ requests }, { mapping: GROUPED }, { externals: 1 });
    expect(pairs(history).filter((pair) => pair.endsWith('5 others'))).toHaveLength(2);
    expect(history.nodes.groups).toContainEqual(['eu']);
  });

  test('provenance of what was joined is kept in the order of the query', () => {
    const part = (from: number): Record<string, number> => Object.fromEntries(Object.entries(sites).slice(from));
    const { history } = deriveTraffic(
      [
        { definition: definition(), tables: { requests: calls(part(3)) } },
        { definition: definition({ id: 'carbon' }), tables: { requests: calls(part(0)) } },
      ],
      'prefer',
      { externals: 1 }
    );
    expect(history.edges.seenIn[0]).toEqual(['mesh', 'carbon']);
  });
});

describe('D54 limits', () => {
  test('the edges with most requests are kept, and the notice tells what they carry', () => {
    const requests = calls({ 'a→b': [0, 1], 'b→c': [50, 40], 'c→d': [5, 4], 'd→e': [0, 0] });
    const { history, shape, notices } = deriveOne({ requests }, {}, { limits: { edges: 2 } });
    expect(history.edges.ids).toEqual(['b→c', 'c→d']);
    expect(history.nodes.ids).toEqual(['b', 'c', 'd']);
    expect(pairs(history)).toEqual(['b→c', 'c→d']);
    expect(shape).toMatchObject({ edges: 4, overLimit: 2, shown: 2 });
    expect(notices.at(-1)).toMatchObject({
      severity: 'warning',
      text: expect.stringContaining('Showing the top 2 of 4 edges by rate; they carry 99.0 % of the requests.'),
    });
  });

  test('the series with the largest samples are read, whatever their order', () => {
    const rows = [1, 7, 5, NAN, 7].map((rate, pod) => [call('web', `api${pod}`), [rate, rate]] as const);
    const of = (given: typeof rows): readonly string[] =>
      deriveOne({ requests: table(given) }, {}, { limits: { series: 2 } }).history.edges.ids;
    expect(of(rows)).toEqual(['web→api1', 'web→api4']);
    expect(of([...rows].reverse())).toEqual(of(rows));
    const { counts, notices } = deriveOne({ requests: table(rows) }, {}, { limits: { series: 2 } });
    expect(counts[0]).toMatchObject({ series: 2, seriesOverLimit: 3 });
    expect(notices[0].text).toContain('3 series beyond the limit are left out');
  });

  test('of too many samples the latest are read, for all expressions alike', () => {
    const requests = calls({ 'a→b': [1, 2, 3, 4], 'b→c': [1, 2, 3, 4] });
    const p95 = calls({ 'a→b': [5, 6, 7, 8] });
    const { history, notices } = deriveOne({ requests, p95 }, {}, { limits: { samples: 4 } });
    expect(history.times).toEqual(timesOf(4).slice(2));
    expect(ratesOf(history, 'a→b').normal).toEqual([3, 4]);
    expect(cells(history, history.edges.p95, 'a→b')).toEqual([7, 8]);
    expect(notices[0].text).toContain('Only the latest 2 steps');
  });
});

describe('D55 any shape of any graph', () => {
  const CASES = 120;
  const KINDS = ['', '.example.com', '-db'];

  function randomCase(seed: number): { readonly rows: Record<string, number[]>; readonly shape: GraphShape } {
    const random = seededRandom(seed);
    const name = (): string => {
      const index = Math.floor(random() ** 2 * 14);
      return `n${index}${KINDS[index % KINDS.length]}`;
    };
    const rows = Object.fromEntries(
      Array.from({ length: 60 }, () => [
        `${name()}→${name()}`,
        Array.from({ length: 3 }, () => (random() < 0.3 ? NAN : Math.floor(random() * 4))),
      ])
    ) as Record<string, number[]>;
    const maybe = <Value>(value: Value): Value | undefined => (random() < 0.6 ? value : undefined);
    return {
      rows,
      shape: {
        keepIdleSeconds: maybe(Math.floor(random() * 3) * 60),
        hubs: maybe({ share: 0.5 + random() / 2, show: random() < 0.5 ? 'callers' : 'hide' } as const),
        externals: maybe(Math.floor(random() * 4)),
        limits: { edges: maybe(1 + Math.floor(random() * 40)) },
      },
    };
  }

  function total({ edges }: TrafficHistory): number {
    return edges.rates.reduce((sum, column) => column.reduce((all, rate) => all + (rate > 0 ? rate : 0), sum), 0);
  }

  test('invents no edge and no request, keeps ids sorted and unique, and changes nothing it was given', () => {
    for (let seed = 0; seed < CASES; seed++) {
      const { rows, shape } = randomCase(seed);
      const { history: whole } = deriveOne({ requests: calls(rows) });
      const before = JSON.stringify(whole);
      const { history, counts } = shapeTraffic(whole, shape, ['mesh']);
      const { nodes, edges } = history;
      expect(JSON.stringify(whole)).toBe(before);
      const known = new Set(whole.edges.ids);
      const standsFor = (row: number): boolean => nodes.ids[row].startsWith('/');
      const invented = edges.ids.filter(
        (id, row) => !known.has(id) && !standsFor(edges.source[row]) && !standsFor(edges.target[row])
      );
      expect({ seed, invented }).toEqual({ seed, invented: [] });
      expect(nodes.ids).toEqual([...new Set(nodes.ids)].sort());
      expect(new Set(edges.ids).size).toBe(edges.ids.length);
      expect(total(history)).toBeLessThanOrEqual(total(whole));
      expect(counts.edges - counts.idle - counts.hubs - counts.externals - counts.overLimit).toBe(counts.shown);
      expect(edges.ids).toHaveLength(counts.shown);
      expect(edges.rates.every((column) => column.length === counts.shown * history.times.length)).toBe(true);
      if (shape.limits?.edges === undefined && shape.keepIdleSeconds === undefined && shape.hubs?.show !== 'hide') {
        expect(total(history)).toBe(total(whole));
      }
    }
  });

  test('is the same whatever the order of series, and the same again when done again without hubs', () => {
    for (let seed = 0; seed < CASES; seed++) {
      const { rows, shape } = randomCase(seed);
      const reversed = Object.fromEntries(Object.entries(rows).reverse());
      const shaped = deriveOne({ requests: calls(rows) }, {}, shape).history;
      expect(deriveOne({ requests: calls(reversed) }, {}, shape).history).toEqual(shaped);
      const once = deriveOne({ requests: calls(rows) }, {}, { ...shape, hubs: undefined }).history;
      expect(shapeTraffic(once, { ...shape, hubs: undefined }, ['mesh']).history).toEqual(once);
    }
  });
});
