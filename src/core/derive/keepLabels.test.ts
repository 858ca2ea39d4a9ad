import { seededRandom } from '../../../tests/support/random';
import type { MergeRule } from '../model/definition';
import type { TrafficHistory } from '../model/history';
import { type KeptLabel, MOST_KEPT_VALUES } from '../model/keptLabel';
import type { Labels } from '../model/series';

import { deriveTraffic } from './deriveTraffic';
import { call, calls, definition, deriveOne, table } from './testTables';

/** Values of labels by id of the row. */
function valuesById(
  ids: readonly string[],
  labels: readonly KeptLabel[] | undefined
): Record<string, Record<string, readonly string[]>> {
  return Object.fromEntries(
    (labels ?? []).map(({ name, values }) => [name, Object.fromEntries(ids.map((id, row) => [id, values[row]]))])
  );
}

const ofEdges = ({ edges }: TrafficHistory) => valuesById(edges.ids, edges.labels);
const ofNodes = ({ nodes }: TrafficHistory) => valuesById(nodes.ids, nodes.labels);

const VERSIONS = table([
  [call('web', 'api', { version: 'v2', code: '200' }), [1]],
  [call('web', 'api', { version: 'v1', code: '200' }), [1]],
  [call('web', 'api', { version: 'v2', code: '500' }), [1]],
  [call('api', 'db', { code: '200' }), [1]],
  [call('api', 'api', { version: '  ', code: '200' }), [1]],
]);

describe('D90 D91 labels of edges', () => {
  test('D90 D91 an edge keeps the distinct values of its series, in order; blank ones are none', () => {
    const { history, notices } = deriveOne({ requests: VERSIONS }, { keepLabels: [' version ', 'version', ''] });
    expect(ofEdges(history)).toEqual({ version: { 'web→api': ['v1', 'v2'], 'api→db': [], 'api→api': [] } });
    expect(history.nodes.labels).toBeUndefined();
    expect(notices).toEqual([]);
  });

  test('D90 only requests tell: other expressions do not, nor series without an end', () => {
    const latency = table([[call('web', 'api', { version: 'v9' }), [1]]]);
    const requests = table([
      [call('web', 'api', { version: 'v1' }), [1]],
      [{ source: 'web', version: 'v7' }, [1]],
    ]);
    const { history } = deriveOne(
      { requests, p95: latency, errors: latency, bytes: latency },
      { keepLabels: ['version'] }
    );
    expect(ofEdges(history)).toEqual({ version: { 'web→api': ['v1'] } });
  });

  test('D90 of flows whose bytes alone are known, bytes tell', () => {
    const bytes = table([[call('web', 'api', { zone: 'a' }), [1]]]);
    const { history } = deriveOne({ bytes }, { expressions: { bytes: 'bytes' }, keepLabels: ['zone'] });
    expect(ofEdges(history)).toEqual({ zone: { 'web→api': ['a'] } });
  });

  test('D18 values and names are any text, and names that objects inherit are no labels', () => {
    const hostile = '</b>\n"v1", v2/→%2F\u0000';
    const requests = table([[call('web', 'api', { 'a/b,c': hostile, __proto__: 'x' }), [1]]]);
    const { history } = deriveOne({ requests }, { keepLabels: ['a/b,c', 'constructor', '__proto__'] });
    expect(ofEdges(history)).toEqual({ 'a/b,c': { 'web→api': [hostile] } });
  });

  test('D95 nobody keeps a label: there is no column', () => {
    for (const keepLabels of [undefined, [], [' ']]) {
      const { history } = deriveOne({ requests: VERSIONS, node0: VERSIONS }, { keepLabels });
      expect(Object.keys(history.edges)).not.toContain('labels');
      expect(Object.keys(history.nodes)).not.toContain('labels');
    }
  });

  test('D95 keeping a label changes nothing else', () => {
    const { labels, ...edges } = deriveOne({ requests: VERSIONS }, { keepLabels: ['version'] }).history.edges;
    expect(labels).toHaveLength(1);
    expect(edges).toEqual(deriveOne({ requests: VERSIONS }).history.edges);
  });
});

describe('D90 labels of services', () => {
  const info = table([
    [{ app: 'api', team: 'payments' }, [1]],
    [{ app: 'api', team: 'core' }, [1]],
    [{ app: 'web', team: 'front' }, [1]],
    [{ app: 'gone', team: 'nobody' }, [1]],
  ]);
  const nodeMetrics = [
    { kind: 'custom', name: 'info', expression: 'max by (app, team) (service_info)', service: { label: 'app' } },
  ] as const;

  test('D90 the series of metrics of services tell those that they belong to', () => {
    const { history } = deriveOne(
      { requests: calls({ 'web→api': 1, 'api→db': 1 }), node0: info },
      { nodeMetrics, keepLabels: ['team'] }
    );
    expect(ofNodes(history)).toEqual({ team: { web: ['front'], api: ['core', 'payments'], db: [] } });
    expect(history.edges.labels).toBeUndefined();
  });

  test('D22 D90 a node that stands for another has what both are told', () => {
    const requests = table([
      [call('web', 'api', { target_group: 'shop', source_group: 'shop' }), [1]],
      [call('job', 'api.shop', { source_group: 'shop' }), [1]],
    ]);
    const grouped = {
      source: { label: 'source', groupLabels: ['source_group'] },
      target: { label: 'target', groupLabels: ['target_group'] },
    };
    const named = table([
      [{ app: 'api.shop', team: 'a' }, [1]],
      [{ app: 'api', team: 'b' }, [1]],
    ]);
    const { history } = deriveOne({ requests, node0: named }, { mapping: grouped, nodeMetrics, keepLabels: ['team'] });
    expect(ofNodes(history)).toEqual({ team: { 'shop/api': ['a', 'b'], 'shop/job': [], 'shop/web': [] } });
  });
});

describe('D91 several definitions', () => {
  test.each<MergeRule>(['prefer', 'sum', 'max'])(
    'D91 %s: an edge has the values of all that keep the label',
    (merge) => {
      const requestsOf = (version: string) => table([[call('web', 'api', { version, zone: 'a' }), [1]]]);
      const { history } = deriveTraffic(
        [
          { definition: definition({ id: 'one', keepLabels: ['version'] }), tables: { requests: requestsOf('v2') } },
          {
            definition: definition({ id: 'two', keepLabels: ['zone', 'version'] }),
            tables: { requests: requestsOf('v1') },
          },
          { definition: definition({ id: 'three' }), tables: { requests: requestsOf('v0') } },
        ],
        merge
      );
      expect(ofEdges(history)).toEqual({ version: { 'web→api': ['v1', 'v2'] }, zone: { 'web→api': ['a'] } });
    }
  );
});

describe('D92 many values', () => {
  const many = table(
    Array.from({ length: 40 }, (_, index) => [
      call('web', 'api', { pod: `p${String(39 - index).padStart(2, '0')}` }),
      [1],
    ])
  );

  test('D92 the first in order of text are kept, the others counted and told', () => {
    const { history, notices } = deriveOne({ requests: many }, { keepLabels: ['pod'] });
    const [{ values, more }] = history.edges.labels ?? [];
    expect(values).toEqual([
      Array.from({ length: MOST_KEPT_VALUES }, (_, index) => `p${String(index).padStart(2, '0')}`),
    ]);
    expect(more).toEqual([24]);
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^1 edge has more than 16 values of the label "pod"; .* 24 are left out/),
    ]);
  });

  test('D92 sixteen are not too many', () => {
    const few = { ...many, labels: many.labels.slice(0, 16), values: many.values.slice(0, 16) };
    const { history, notices } = deriveOne({ requests: few }, { keepLabels: ['pod'] });
    expect(history.edges.labels).toEqual([{ name: 'pod', values: [expect.objectContaining({ length: 16 })] }]);
    expect(notices).toEqual([]);
  });
});

describe('D93 shapes', () => {
  test('D93 callers of a hub become one node and one edge, with the values of all', () => {
    const rows = Array.from({ length: 9 }, (_, index) => [
      [call(`s${index}`, 'log', { version: `v${index % 3}` }), [1]] as const,
      [call(`s${index}`, `s${(index + 1) % 9}`, { version: 'own' }), [10]] as const,
    ]);
    const info = table(Array.from({ length: 9 }, (_, index) => [{ app: `s${index}`, team: `t${index % 2}` }, [1]]));
    const { history } = deriveOne(
      { requests: table(rows.flat()), node0: info },
      {
        keepLabels: ['version', 'team'],
        nodeMetrics: [{ kind: 'custom', name: 'info', expression: 'x', service: { label: 'app' } }],
      },
      { hubs: { match: 'log', show: 'callers' } }
    );
    const edges = ofEdges(history);
    const callers = history.nodes.ids[history.nodes.names.indexOf('9 callers')];
    expect(edges.version[`${callers}→log`]).toEqual(['v0', 'v1', 'v2']);
    expect(edges.version['s0→s1']).toEqual(['own']);
    expect(ofNodes(history).team).toMatchObject({ [callers]: ['t0', 't1'], s0: ['t0'], log: [] });
  });

  test('D93 what is joined as others has the values of all, and beyond 16 they are counted', () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) =>
        [call('web', `host${index}.example.com`, { route: `r${String(index).padStart(2, '0')}` }), [1]] as const
    );
    const { history, notices } = deriveOne({ requests: table(rows) }, { keepLabels: ['route'] }, { externals: 0 });
    const [{ values, more }] = history.edges.labels ?? [];
    expect([values[0].length, values[0][15], more]).toEqual([16, 'r15', [4]]);
    expect(notices.map(({ text }) => text)).toContainEqual(expect.stringMatching(/"route".* 4 are left out/));
  });

  test('D93 edges that are left out take their values along', () => {
    const requests = table([
      [call('a', 'b', { version: 'v1' }), [1, 1, 1]],
      [call('b', 'c', { version: 'v2' }), [1, 0, 0]],
      [call('c', 'd', { version: 'v3' }), [5, 5, 5]],
    ]);
    const keepLabels = ['version'];
    expect(ofEdges(deriveOne({ requests }, { keepLabels }, { keepIdleSeconds: 30 }).history)).toEqual({
      version: { 'a→b': ['v1'], 'c→d': ['v3'] },
    });
    expect(ofEdges(deriveOne({ requests }, { keepLabels }, { limits: { edges: 1 } }).history)).toEqual({
      version: { 'c→d': ['v3'] },
    });
  });
});

describe('D94 labels kept in vain', () => {
  test('D94 a label that no series has is told, with those that they have', () => {
    const { notices } = deriveOne({ requests: VERSIONS }, { keepLabels: ['version', 'region', 'zone'] });
    expect(notices).toEqual([
      {
        severity: 'warning',
        text: '"mesh": no series has the labels "region", "zone" to keep. They do have "code", "source", "target", "version". Name them in the expression as well, as in sum by (…, region), or keep another.',
      },
    ]);
  });

  test('D94 a label of services alone is no fault, and without any series others say why', () => {
    const info = table([[{ app: 'api', team: 'core' }, [1]]]);
    const nodeMetrics = [{ kind: 'custom', name: 'info', expression: 'x', service: { label: 'app' } }] as const;
    const requests = calls({ 'web→api': 1 });
    expect(deriveOne({ requests, node0: info }, { nodeMetrics, keepLabels: ['team'] }).notices).toEqual([]);
    const { notices } = deriveOne({ requests: table([]) }, { keepLabels: ['team'] });
    expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining('answered with no series')]);
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'D90 D91 D92 any series in any order come to what each edge has (seed %d)',
  (seed) => {
    const random = seededRandom(seed);
    const pick = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)];
    const names = ['a', 'b', 'c', 'd'];
    const versions = [
      '',
      ' ',
      'v1',
      'v2',
      'v,3',
      'v/4',
      ...Array.from({ length: Math.floor(random() * 40) }, (_, n) => `x${n}`),
    ];
    const rows = Array.from({ length: 300 }, (): readonly [Labels, readonly number[]] => [
      call(pick(names), pick(names), { version: pick(versions), zone: pick(['', 'z']) }),
      [1],
    ]);
    const keepLabels = ['version', 'zone'];
    const { history } = deriveOne({ requests: table(rows) }, { keepLabels });
    history.edges.labels?.forEach(({ name, values, more }) => {
      history.edges.ids.forEach((id, row) => {
        const seen = rows.flatMap(([labels]) => (`${labels.source}→${labels.target}` === id ? [labels[name]] : []));
        const all = [...new Set(seen.filter((value) => value.trim() !== ''))].sort();
        expect(values[row]).toEqual(all.slice(0, MOST_KEPT_VALUES));
        expect(more?.[row] ?? 0).toBe(Math.max(0, all.length - MOST_KEPT_VALUES));
      });
    });
    const shuffled = [...rows].sort(() => random() - 0.5);
    expect(deriveOne({ requests: table(shuffled) }, { keepLabels }).history.edges.labels).toEqual(history.edges.labels);
  }
);
