import { smallResult } from '../../../tests/support/trafficResult';
import { deriveTraffic } from '../derive/deriveTraffic';
import type { TrafficDefinition } from '../model/definition';
import type { TrafficHistory } from '../model/history';
import { nodeId } from '../model/ids';
import type { TrafficResult } from '../model/result';
import { readVizceral } from './readVizceral';
import { vizceralInput } from './vizceralInput';
import { writeVizceral } from './writeVizceral';

const DEFINITION: TrafficDefinition = {
  id: 'pasted',
  kind: 'pasted',
  upstream: '',
  expressions: { requests: '' },
  mapping: { source: {}, target: {} },
};

/** What derivation makes of the data. */
function edgesOf(data: unknown): readonly string[] {
  return describeEdges(derived(data).history, 0);
}

function derived(data: unknown) {
  const content = readVizceral(data);
  if (!content) {
    throw new Error('no Vizceral data');
  }
  return deriveTraffic([vizceralInput(DEFINITION, content, Float64Array.of(60_000))], 'prefer');
}

/** Those with data at a bucket, each with its rates by class, of which zeros at the end are left out. */
function describeEdges({ nodes, edges, times }: TrafficHistory, timeIndex: number): readonly string[] {
  return edges.ids.flatMap((_, edge) => {
    const rates = edges.rates.map((column) => column[edge * times.length + timeIndex]).filter((rate) => rate >= 0);
    return rates.length === 0
      ? []
      : [
          `${nodes.ids[edges.source[edge]]} → ${nodes.ids[edges.target[edge]]}: ${rates.join(' ').replace(/( 0)+$/, '')}`,
        ];
  });
}

function notices(data: unknown): readonly string[] {
  return (readVizceral(data)?.notices ?? []).map(({ text }) => text);
}

const connection = (source: string, target: string, normal = 1, more: object = {}) => ({
  source,
  target,
  metrics: { normal },
  ...more,
});

const node = (name: string, more: object = {}) => ({ name, renderer: 'focusedChild', ...more });

describe('Vizceral data', () => {
  it('gives edges between the services of groups, and of groups in groups', () => {
    const shop = node('shop', { nodes: [node('cart'), node('stock')], connections: [connection('cart', 'stock', 5)] });
    const eu = node('eu', { nodes: [node('gateway'), shop], connections: [connection('gateway', 'gateway', 1)] });
    expect(edgesOf({ name: 'edge', renderer: 'global', nodes: [eu], connections: [] })).toEqual([
      'eu/gateway → eu/gateway: 1',
      'eu/shop/cart → eu/shop/stock: 5',
    ]);
  });

  it('counts a connection to a region once, which its own connections repeat', () => {
    const region = (name: string) =>
      node(name, {
        nodes: [node('INTERNET'), node('proxy')],
        connections: [connection('INTERNET', 'proxy', 7), connection('proxy', 'INTERNET', 2)],
      });
    const data = {
      name: 'edge',
      nodes: [node('INTERNET'), region('eu'), region('us')],
      connections: [
        connection('INTERNET', 'eu', 7),
        connection('eu', 'INTERNET', 2),
        connection('INTERNET', 'us', 7),
        connection('us', 'INTERNET', 2),
      ],
    };
    expect(edgesOf(data)).toEqual([
      'INTERNET → eu/proxy: 7',
      'INTERNET → us/proxy: 7',
      'eu/proxy → INTERNET: 2',
      'us/proxy → INTERNET: 2',
    ]);
  });

  it('counts traffic between regions once, where both of them tell it', () => {
    const eu = node('eu', {
      nodes: [node('us'), node('cart')],
      connections: [connection('cart', 'us', 4)],
    });
    const us = node('us', {
      nodes: [
        node('eu'),
        node('stock'),
        node('deep', { nodes: [node('eu'), node('db')], connections: [connection('eu', 'db', 1)] }),
      ],
      connections: [connection('eu', 'stock', 3), connection('eu', 'deep', 1), connection('stock', 'stock', 9)],
    });
    expect(edgesOf({ nodes: [eu, us], connections: [connection('eu', 'us', 4)] })).toEqual([
      'eu/cart → us/us: 4',
      'us/stock → us/stock: 9',
    ]);
  });

  it('keeps a connection to a region that tells no more of it', () => {
    const eu = node('eu', { nodes: [node('a'), node('b')], connections: [connection('a', 'b', 1)] });
    expect(edgesOf({ nodes: [node('INTERNET'), eu], connections: [connection('INTERNET', 'eu', 3)] })).toEqual([
      'INTERNET → eu/eu: 3',
      'eu/a → eu/b: 1',
    ]);
  });

  it('keeps a service that is named as one of another region apart', () => {
    const region = (name: string) =>
      node(name, { nodes: [node('cart'), node('db')], connections: [connection('cart', 'db')] });
    expect(
      edgesOf({ nodes: [region('eu'), region('us')], connections: [] }).map((line) => line.replace(/:.*/, ''))
    ).toEqual(['eu/cart → eu/db', 'us/cart → us/db']);
  });

  it('adds connections that are there twice, and has those without metrics as idle', () => {
    const data = {
      nodes: [],
      connections: [connection('a', 'b', 1), connection('a', 'b', 2), { source: 'b', target: 'c' }],
    };
    expect(edgesOf(data)).toEqual(['a → b: 3', 'b → c: 0']);
  });

  it('has classes of other names by the severity that their words tell', () => {
    const metrics = { normal: 1, '5xx': 2, retried: 3, 'a|b': 4 };
    const { history } = derived({ connections: [{ source: 'a', target: 'b', metrics }] });
    expect(history.classes.map(({ name, severity }) => [name, severity])).toEqual([
      ['normal', 'normal'],
      ['warning', 'warning'],
      ['danger', 'danger'],
      ['5xx', 'danger'],
      ['retried', 'normal'],
      ['a|b', 'normal'],
    ]);
    expect(history.edges.rates.map(([rate]) => rate)).toEqual([1, 0, 0, 2, 3, 4]);
  });

  it('takes kinds, display names and the time that it is of', () => {
    const data = {
      serverUpdateTime: 1_500_000_000_000,
      nodes: [node('a', { displayName: 'Orders', node_type: 'storage' }), node('b', { displayName: 'Orders' })],
      connections: [connection('b', 'a')],
    };
    expect(edgesOf(data).map((line) => line.replace(/:.*/, ''))).toEqual(['b → Orders']);
    const { nodes } = derived(data).history;
    expect(nodes.kinds[nodes.names.indexOf('Orders')]).toBe('database');
    expect(readVizceral(data)?.time).toBe(1_500_000_000_000);
  });

  it('quotes notices as they are written, and not all of a flood', () => {
    const notice = {
      title: '<img src=x onerror=alert(1)>',
      subtitle: 'late',
      link: 'javascript:alert(1)',
      severity: 2,
    };
    const data = {
      nodes: [node('a', { notices: [notice] })],
      connections: [connection('a', 'b', 1, { notices: [{ title: 'slow' }] })],
    };
    expect(readVizceral(data)?.notices).toEqual([
      { severity: 'error', text: 'a: <img src=x onerror=alert(1)>: late', link: 'javascript:alert(1)' },
      { severity: 'info', text: 'a → b: slow' },
    ]);
    const flood = {
      nodes: [node('a', { notices: Array.from({ length: 1000 }, () => ({ title: 'x'.repeat(5000) })) })],
    };
    expect(notices(flood)).toHaveLength(21);
    expect(notices(flood)[20]).toBe('980 more notices of the data are not shown.');
    expect(Math.max(...notices(flood).map((text) => text.length))).toBe(300);
  });
});

describe('Vizceral data that was written here', () => {
  const written = ({ states }: TrafficResult, history: TrafficHistory, timeIndex: number): unknown =>
    JSON.parse(JSON.stringify(writeVizceral(history, states, timeIndex, 'Traffic')));

  it('comes back as it was', () => {
    const result = smallResult();
    const before = [...describeEdges(result.history, 1)].sort();
    expect(before).toHaveLength(2);
    expect([...edgesOf(written(result, result.history, 1))].sort()).toEqual(before);
  });

  it.each([
    ['a group beside it', ['a', 'b', 'c'], [['b'], [], ['b', 'c']]],
    ['the group that it is in', ['a', 'b', 'b'], [['b'], ['b'], ['b', 'b']]],
    ['one in another group', ['a', 'b', 'b'], [[], ['a'], ['a', 'a']]],
  ])('comes back where a service is named as %s', (_, names, groups) => {
    const result = smallResult();
    const ids = names.map((name, row) => nodeId(groups[row], name));
    const history = { ...result.history, nodes: { ...result.history.nodes, names, groups, ids } };
    const before = [...describeEdges(history, 0)].sort();
    expect(before).toHaveLength(3);
    expect([...edgesOf(written(result, history, 0))].sort()).toEqual(before);
  });
});

describe('hostile Vizceral data', () => {
  it('is none where it has neither nodes nor connections', () => {
    for (const data of [null, undefined, 1, 'nodes', [], {}, { nodes: {} }, [{ nodes: [] }]]) {
      expect(readVizceral(data)).toBeUndefined();
    }
  });

  it('is left out and told where it is of other types', () => {
    const odd = [null, 1, 'x', [], {}, { name: 7 }, { name: '' }, { source: 'a' }, { source: {}, target: [] }];
    const data = {
      serverUpdateTime: 'yesterday',
      nodes: [...odd, node('a', { nodes: 'x', connections: odd, notices: { title: 'x' } }), node('a')],
      connections: [
        ...odd,
        {
          source: 'x',
          target: 'y',
          metrics: { normal: '1', warning: -1, danger: null, retried: 1 },
          metadata: { edges: [1, {}, { source: ['a'] }] },
        },
        { source: 'x', target: 'z', metrics: 'many', notices: [null, 1, {}] },
      ],
    };
    expect(edgesOf(data)).toEqual(['x → y: 0 0 0 1', 'x → z: 0']);
    expect(notices(data)).toEqual([
      '10 nodes without a name, or with that of another, were left out.',
      '18 connections without source or target were left out.',
      '3 rates that are no numbers were left out.',
    ]);
  });

  it('may name what objects inherit', () => {
    const data: unknown = JSON.parse(
      '{"nodes":[{"name":"__proto__","nodes":[{"name":"constructor"}],"connections":[{"source":"constructor","target":"toString","metrics":{"__proto__":2,"constructor":1}}]}]}'
    );
    const { history } = derived(data);
    expect(history.nodes.ids).toEqual(['__proto__/constructor', '__proto__/toString']);
    expect(
      history.edges.rates
        .map(([rate]) => rate)
        .filter((rate) => rate > 0)
        .sort()
    ).toEqual([1, 2]);
  });

  it('may be nested without end', () => {
    const depth = 5000;
    const text = `${'{"name":"n","nodes":['.repeat(depth)}{"name":"n"}${'],"connections":[{"source":"a","target":"b"}]}'.repeat(depth)}`;
    const data: unknown = JSON.parse(text);
    expect(edgesOf(data)).toHaveLength(16);
    expect(notices(data)).toEqual(['Nodes in more than 16 others were left out.']);
  });

  it('may have any number of classes', () => {
    const metrics = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`class ${index}`, 1]));
    const { history } = derived({ connections: [{ source: 'a', target: 'b', metrics }] });
    expect(history.classes).toHaveLength(12);
    expect(history.edges.rates.reduce((sum, [rate]) => sum + (rate >= 0 ? rate : 0), 0)).toBe(5000);
  });

  it('may be large', () => {
    const connections = Array.from({ length: 50_000 }, (_, index) => connection(`s${index % 2000}`, `t${index}`));
    expect(readVizceral({ nodes: [], connections })?.edges).toHaveLength(50_000);
  });
});
