import type { TrafficHistory } from '../model/history';
import type { ThresholdStates } from '../model/result';
import type { ThresholdRule } from '../model/threshold';
import type { TrafficView, ViewRequest } from '../model/view';
import { evaluateThresholds } from '../thresholds';
import { historyOf, type TestEdge, withMetric } from '../thresholds/testHistory';

import { buildView } from './buildView';

/** The company: a user, two regions with namespaces, a gateway directly in a region. */
const CALLS: readonly TestEdge[] = [
  { from: 'user', to: 'eu/gateway', rate: [10], errorRatio: [0], p95: [0.5] },
  { from: 'eu/gateway', to: 'eu/shop/cart', rate: [6], errorRatio: [0.5], p95: [0.2] },
  { from: 'eu/gateway', to: 'eu/shop/search', rate: [2], errorRatio: [0], p95: [0.4] },
  { from: 'eu/shop/cart', to: 'eu/shop/search', rate: [3], errorRatio: [1], p95: [0.1] },
  { from: 'eu/shop/search', to: 'eu/shop/search', rate: [1], errorRatio: [0], p95: [0.1] },
  { from: 'eu/shop/cart', to: 'us/pay/ledger', rate: [4], errorRatio: [0], p95: [2] },
  { from: 'us/pay/ledger', to: 'eu/shop/cart', rate: [0.5], errorRatio: [0], p95: [0.1] },
  { from: 'us/pay/ledger', to: 'us/data/db', rate: [8], errorRatio: [0], p95: [0.1] },
  { from: 'us/pay/ledger', to: 'us/pay/audit', rate: [7], errorRatio: [0], p95: [0.1] },
];

const WORLD: ViewRequest = { path: [], detail: 'groups' };

function view(request: Partial<ViewRequest>, edges = CALLS, rules: readonly ThresholdRule[] = []): TrafficView {
  const history = historyOf(edges, 1);
  return buildView(history, evaluateThresholds(history, rules), { ...WORLD, ...request });
}

function edgesOf({ edges, nodes }: TrafficView): string[] {
  return Array.from(edges.source, (source, row) => `${nodes.ids[source]} → ${nodes.ids[edges.target[row]]}`);
}

/** Number of a node or edge row by id, rounded to what a column can hold. */
function at(ids: readonly string[], column: ArrayLike<number>, id: string): number {
  return Number(column[ids.indexOf(id)].toFixed(5));
}

describe('V1 to V6 levels', () => {
  test('V1 V5 the world: one node a region, traffic within is not drawn', () => {
    const world = view({});
    expect(world.nodes.ids).toEqual(['eu/', 'us/', 'user']);
    expect(world.nodes.kinds).toEqual(['group', 'group', 'service']);
    expect(world.nodes.names).toEqual(['eu', 'us', 'user']);
    expect(world.nodes.paths).toEqual([['eu'], ['us'], []]);
    expect(edgesOf(world)).toEqual(['eu/ → us/', 'us/ → eu/', 'user → eu/']);
  });

  test('V1 V3 V4 one region: its namespaces, its own services, and what it talks with', () => {
    const region = view({ path: ['eu'] });
    expect(region.nodes.ids).toEqual(['eu/gateway', 'eu/shop/', 'us/', 'user']);
    expect([...region.nodes.outside]).toEqual([0, 0, 1, 1]);
    expect(edgesOf(region)).toEqual(['eu/gateway → eu/shop/', 'eu/shop/ → us/', 'us/ → eu/shop/', 'user → eu/gateway']);
  });

  test('V3 neighbours of a namespace collapse to its siblings, and beyond to the siblings of its region', () => {
    const namespace = view({ path: ['us', 'pay'] });
    expect(namespace.nodes.ids).toEqual(['eu/', 'us/data/', 'us/pay/audit', 'us/pay/ledger']);
    expect([...namespace.nodes.outside]).toEqual([1, 1, 0, 0]);
  });

  test('V2 services: all of them, however deep', () => {
    expect(view({ detail: 'services' }).nodes.ids).toHaveLength(7);
    const region = view({ path: ['us'], detail: 'services' });
    expect(region.nodes.ids).toEqual(['eu/', 'us/data/db', 'us/pay/audit', 'us/pay/ledger']);
  });

  test('V4 the outside that does not talk with the inside is not shown', () => {
    const region = view({ path: ['us'] });
    expect(region.nodes.ids).not.toContain('user');
    expect(edgesOf(region)).toEqual(['eu/ → us/pay/', 'us/pay/ → eu/', 'us/pay/ → us/data/']);
  });

  test('V5 a service that calls itself keeps that edge', () => {
    expect(edgesOf(view({ path: ['eu', 'shop'] }))).toContain('eu/shop/search → eu/shop/search');
  });

  test('V6 inside nodes are shown without edges; a path that is not there shows nothing', () => {
    const alone = view({}, [{ from: 'eu/a', to: 'eu/b', rate: [1] }]);
    expect(alone.nodes.ids).toEqual(['eu/']);
    expect(alone.edges.count).toBe(0);
    const nowhere = view({ path: ['mars'] });
    expect([nowhere.nodes.count, nowhere.edges.count]).toEqual([0, 0]);
  });

  test('V1 V3 groups that share a name are told apart by their paths', () => {
    const edges = [
      { from: 'eu/shop/a', to: 'us/shop/b', rate: [1] },
      { from: 'shop/c', to: 'us/shop/b', rate: [2] },
    ];
    expect(view({}, edges).nodes.ids).toEqual(['eu/', 'shop/', 'us/']);
    expect(view({ path: ['us'] }, edges).nodes.ids).toEqual(['eu/', 'shop/', 'us/shop/']);
  });
});

describe('V7 to V9 numbers', () => {
  test('V7 V9 edges add up: rates, weighted errors, the largest latency', () => {
    const { edges } = view({ path: ['eu'] });
    const id = 'eu/gateway→eu/shop/';
    expect(at(edges.ids, edges.members, id)).toBe(2);
    expect(edges.rates[edges.ids.indexOf(id) * 2]).toBe(8);
    expect(at(edges.ids, edges.errorRatio, id)).toBe(0.375);
    expect(at(edges.ids, edges.p95, id)).toBeCloseTo(0.4);
    expect(at(edges.ids, edges.p50, id)).toBe(NaN);
  });

  test('V7 members without data do not add', () => {
    const { edges } = view({}, [
      { from: 'eu/a', to: 'us/b', rate: [NaN], errorRatio: [NaN], bytes: [NaN] },
      { from: 'eu/a', to: 'us/c', rate: [5], errorRatio: [0.2], bytes: [7] },
      { from: 'us/b', to: 'eu/a', rate: [NaN] },
    ]);
    expect(edges.rates[0]).toBe(5);
    expect(edges.errorRatio[0]).toBeCloseTo(0.2);
    expect(edges.bytes[0]).toBe(7);
    expect([edges.rates[2], edges.errorRatio[1], edges.bytes[1]]).toEqual([NaN, NaN, NaN]);
  });

  test('V8 V9 nodes: what comes in, from their own too; or what goes out', () => {
    const { nodes } = view({});
    const rate = (id: string): number => nodes.rates[nodes.ids.indexOf(id) * 2];
    expect(rate('eu/')).toBe(10 + 6 + 2 + 3 + 1 + 0.5);
    expect(rate('us/')).toBe(4 + 8 + 7);
    expect(rate('user')).toBe(10);
    expect(at(nodes.ids, nodes.errorRatio, 'eu/')).toBeCloseTo((3 + 3) / 22.5, 5);
    expect(at(nodes.ids, nodes.p95, 'us/')).toBe(2);
    expect([...nodes.members]).toEqual([3, 3, 1]);
  });

  test('V8 filters do not change the numbers of a node', () => {
    const all = view({ detail: 'services' });
    const few = view({ detail: 'services', minimumRate: 4 });
    const rate = ({ nodes }: TrafficView): number => nodes.rates[nodes.ids.indexOf('eu/shop/cart') * 2];
    expect(rate(few)).toBe(rate(all));
  });
});

describe('V10 V11 states', () => {
  const rule: ThresholdRule = { scope: 'edge', metric: 'errorRatio', direction: 'above', warning: 0.4, danger: 0.9 };

  test('V10 an edge has the worst of its members, a group that of the traffic within it', () => {
    const { nodes, edges } = view({ path: ['eu'] }, CALLS, [rule]);
    expect(at(edges.ids, edges.states, 'eu/gateway→eu/shop/')).toBe(1);
    expect(at(nodes.ids, nodes.states, 'eu/shop/')).toBe(2);
    expect(at(nodes.ids, nodes.states, 'eu/gateway')).toBe(0);
  });

  test('V10 a group has the worst of its services, and of itself', () => {
    const node = { ...rule, scope: 'node', match: { name: 'search' }, warning: 0.1 } as const;
    const group = { ...rule, scope: 'group', match: { name: 'us' }, metric: 'rate', warning: 1, danger: 10 } as const;
    const { nodes } = view({}, CALLS, [node, group]);
    expect([...nodes.states]).toEqual([1, 2, 0]);
  });

  test('V10 noData yields to what is known', () => {
    const edges = [
      { from: 'eu/a', to: 'us/b', rate: [NaN] },
      { from: 'eu/a', to: 'us/c', rate: [1] },
      { from: 'eu/a', to: 'ap/d', rate: [NaN] },
    ];
    const { nodes, edges: drawn } = view({}, edges);
    expect(nodes.ids).toEqual(['ap/', 'eu/', 'us/']);
    expect([...nodes.states]).toEqual([3, 0, 0]);
    expect([...drawn.states]).toEqual([3, 0]);
  });

  test('V11 states of another history throw', () => {
    const history = historyOf(CALLS, 1);
    const states = evaluateThresholds(historyOf(CALLS.slice(1), 1), []);
    expect(() => buildView(history, states, WORLD)).toThrow('states are of another history');
  });
});

describe('V12 to V14 filters', () => {
  test('V12 edges below the rate go, with nodes that have no other; unknown rates stay', () => {
    const filtered = view({ detail: 'services', minimumRate: 4 });
    expect(edgesOf(filtered)).toEqual([
      'eu/gateway → eu/shop/cart',
      'eu/shop/cart → us/pay/ledger',
      'us/pay/ledger → us/data/db',
      'us/pay/ledger → us/pay/audit',
      'user → eu/gateway',
    ]);
    expect(filtered.nodes.ids).not.toContain('eu/shop/search');
    const unknown = view({ minimumRate: 5 }, [{ from: 'a', to: 'b', rate: [NaN] }]);
    expect(edgesOf(unknown)).toEqual(['a → b']);
  });

  test('V13 a name filter keeps matches and their neighbours', () => {
    const filtered = view({ detail: 'services', nameFilter: 'LEDGER' });
    expect(filtered.nodes.ids).toEqual(['eu/shop/cart', 'us/data/db', 'us/pay/audit', 'us/pay/ledger']);
    expect(filtered.edges.count).toBe(4);
  });

  test('V13 a group matches for the services within', () => {
    expect(view({ nameFilter: 'audit' }).nodes.ids).toEqual(['eu/', 'us/']);
  });

  test('V14 focus: one hop', () => {
    const focused = view({ detail: 'services', focus: 'eu/shop/cart' });
    expect(focused.nodes.ids).toEqual(['eu/gateway', 'eu/shop/cart', 'eu/shop/search', 'us/pay/ledger']);
    expect(edgesOf(focused)).toEqual([
      'eu/gateway → eu/shop/cart',
      'eu/shop/cart → eu/shop/search',
      'eu/shop/cart → us/pay/ledger',
      'us/pay/ledger → eu/shop/cart',
    ]);
  });

  test('V14 a focus within a group is the group; one that is not there is none', () => {
    expect(view({ focus: 'us/data/db' }).nodes.ids).toEqual(['eu/', 'us/']);
    expect(view({ focus: 'us/' }).nodes.ids).toEqual(['eu/', 'us/']);
    expect(view({ focus: 'gone' }).nodes.ids).toHaveLength(3);
  });
});

describe('V15 to V17 order, ids and time', () => {
  const protocols = (edges: readonly TestEdge[], names: readonly string[]): TrafficHistory => {
    const history = historyOf(edges, 1);
    const ids = history.edges.ids.map((id, row) => `${id}→${names[row]}`);
    return { ...history, edges: { ...history.edges, ids, protocols: names } };
  };

  test('V15 the order does not depend on the order of edges', () => {
    expect(view({ detail: 'services' }, [...CALLS].reverse())).toEqual(view({ detail: 'services' }));
    const { edges, nodes } = view({ detail: 'services' });
    expect([...nodes.ids].sort()).toEqual(nodes.ids);
    const keys = Array.from(edges.source, (source, row) => source * 1000 + edges.target[row]);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
  });

  test('V16 V7 one edge keeps its id, protocols of a pair are joined', () => {
    const call = { from: 'a', to: 'b', rate: [1] };
    const single = protocols([call], ['grpc']);
    expect(buildView(single, evaluateThresholds(single, []), WORLD).edges.ids).toEqual(['a→b→grpc']);
    const several = protocols([call, call], ['grpc', 'http']);
    const { edges } = buildView(several, evaluateThresholds(several, []), WORLD);
    expect(edges.ids).toEqual(['a→b']);
    expect(edges.rates[0]).toBe(2);
  });

  test('V16 a group and a service of one name have different ids', () => {
    const both = view({}, [{ from: 'eu', to: 'eu/a', rate: [1] }]);
    expect(both.nodes.ids).toEqual(['eu', 'eu/']);
    expect(both.edges.ids).toEqual(['eu→eu/']);
  });

  test.each([
    [undefined, 3],
    [1, 2],
    [-5, 1],
    [99, 3],
    [1.5, 3],
  ])('V17 timeIndex %s', (timeIndex, rate) => {
    const history = historyOf([{ from: 'a', to: 'b', rate: [1, 2, 3] }], 3);
    const at = buildView(history, evaluateThresholds(history, []), { ...WORLD, timeIndex });
    expect(at.edges.rates[0]).toBe(rate);
    expect(at.time).toBe(rate * 15_000);
  });

  test('V17 no buckets: nodes without numbers', () => {
    const history = historyOf([{ from: 'a', to: 'b' }], 0);
    const states: ThresholdStates = evaluateThresholds(history, []);
    const empty = buildView(history, states, WORLD);
    expect(empty.nodes.ids).toEqual(['a', 'b']);
    expect([...empty.edges.rates, empty.time]).toEqual([NaN, NaN, NaN]);
    expect([...empty.nodes.states]).toEqual([3, 3]);
  });
});

describe('V30 metrics of services', () => {
  const history = withMetric(
    withMetric(
      historyOf(CALLS, 1),
      { name: 'CPU', kind: 'saturation' },
      { 'eu/shop/cart': [0.5], 'eu/shop/search': [0.75] }
    ),
    { name: 'seats', kind: 'capacity' },
    { 'eu/shop/cart': [10], 'eu/shop/search': [5], 'us/pay/ledger': [7] }
  );
  const metricsOf = (request: Partial<ViewRequest>) => {
    const { nodes } = buildView(history, evaluateThresholds(history, []), { ...WORLD, ...request });
    return (name: string, id: string) =>
      nodes.metrics?.find((each) => each.name === name)?.values[nodes.ids.indexOf(id)];
  };

  test('V30 a service has its own, a group the largest; capacities add up, and are unknown where one is', () => {
    const ofRegion = metricsOf({ path: ['eu'] });
    expect([ofRegion('CPU', 'eu/shop/'), ofRegion('seats', 'eu/shop/')]).toEqual([0.75, 15]);
    expect(ofRegion('CPU', 'eu/gateway')).toBeNaN();
    const ofWorld = metricsOf({});
    expect([ofWorld('CPU', 'eu/'), ofWorld('seats', 'eu/'), ofWorld('seats', 'us/')]).toEqual([0.75, NaN, NaN]);
    expect(metricsOf({ detail: 'services' })('CPU', 'eu/shop/cart')).toBe(0.5);
  });

  test('V30 rows that a filter leaves out take theirs with them', () => {
    expect(metricsOf({ detail: 'services', nameFilter: 'search' })('CPU', 'eu/shop/search')).toBe(0.75);
    expect(view({}).nodes.metrics).toBeUndefined();
  });
});
