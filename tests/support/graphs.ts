import type { LayoutInput } from '../../src/core/model/layout';
import type { NodeKind } from '../../src/core/model/history';
import { seededRandom } from './random';

export type GraphSize = 'S' | 'M' | 'L' | 'XL' | 'XXL';

/** Services and edges of each size. */
export const GRAPH_SIZES: Readonly<Record<GraphSize, readonly [number, number]>> = {
  S: [20, 60],
  M: [100, 400],
  L: [500, 2_000],
  XL: [2_000, 8_000],
  XXL: [10_000, 40_000],
};

/** A system of services: what a view or a history is made of in tests and benchmarks. */
export interface TestGraph {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly kinds: readonly NodeKind[];
  /** region, namespace */
  readonly groups: ReadonlyArray<readonly string[]>;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Requests per second of each edge. */
  readonly rate: Float32Array;
}

const REGIONS = ['us-east', 'us-west', 'eu-central', 'ap-south', 'sa-east', 'eu-north', 'ap-east', 'us-central'];
const NAMESPACES = ['shop', 'payments', 'search', 'media', 'accounts', 'delivery', 'insight', 'support'];
const ROLES = ['gateway', 'api', 'service', 'worker', 'store'];
const KINDS: readonly NodeKind[] = ['gateway', 'service', 'service', 'queue', 'database'];

/** Share of edges that call back towards the entry. */
const BACKWARD = 0.03;

/**
 * Services in tiers from a few gateways to databases, in namespaces of regions; most calls stay in the namespace and go
 * one tier further, some services are hubs, some calls go back. Equal arguments give equal graphs.
 */
export function makeGraph(size: GraphSize | readonly [number, number], seed: number): TestGraph {
  const [count, edgeCount] = typeof size === 'string' ? GRAPH_SIZES[size] : size;
  const random = seededRandom(seed * 7919 + count);
  const regions = count < 12 ? 1 : count < 60 ? 2 : count < 1_000 ? 3 : 8;
  const namespaces = Math.max(1, Math.min(40, Math.round(count / regions / 9)));
  const entries = Math.max(1, Math.round(Math.log10(count) * (regions > 1 ? 1.5 : 1)));
  const tierOf = new Int32Array(count);
  const regionOf = new Int32Array(count);
  const namespaceOf = new Int32Array(count);
  const members = new Map<string, number[]>();
  for (let row = 0; row < count; row++) {
    regionOf[row] = row < entries ? row % regions : Math.floor(random() * regions);
    namespaceOf[row] = row < entries ? 0 : Math.floor(random() ** 1.3 * namespaces);
    tierOf[row] = row < entries ? 0 : 1 + Math.floor(((row - entries) / (count - entries)) ** 0.85 * 4);
    for (const key of [
      `${tierOf[row]}`,
      `${tierOf[row]}/${regionOf[row]}`,
      `${tierOf[row]}/${regionOf[row]}/${namespaceOf[row]}`,
    ]) {
      members
        .set(key, members.get(key) ?? [])
        .get(key)
        ?.push(row);
    }
  }
  const seen = new Set<number>();
  const source: number[] = [];
  const target: number[] = [];
  const connect = (from: number, to: number) => {
    if (from !== to && !seen.has(from * count + to)) {
      seen.add(from * count + to);
      source.push(from);
      target.push(to);
    }
  };
  /** A service of a tier, of the same namespace or region if there is one and luck wants it; the first of a list is its hub. */
  const near = (row: number, tier: number): number => {
    const luck = random();
    const own = members.get(`${tier}/${regionOf[row]}/${namespaceOf[row]}`);
    const region = members.get(`${tier}/${regionOf[row]}`);
    const list = (luck < 0.7 && own) || (luck < 0.95 && region) || members.get(`${tier}`) || [0];
    return list[Math.floor(random() ** 1.8 * list.length)];
  };
  for (let row = entries; row < count && source.length < edgeCount; row++) {
    connect(near(row, tierOf[row] - 1), row);
  }
  for (let attempt = 0; source.length < edgeCount && attempt < edgeCount * 30; attempt++) {
    const row = Math.floor(random() ** 1.2 * count);
    const tier = Math.min(4, tierOf[row] + (random() < 0.75 ? 1 : random() < 0.5 ? 2 : 0));
    const callee = near(row, tier);
    connect(...((random() < BACKWARD ? [callee, row] : [row, callee]) as [number, number]));
  }
  // One list a group, as a history has them.
  const paths = REGIONS.map((region) =>
    Array.from({ length: namespaces }, (_, index) => [region, namespaceName(index)])
  );
  const groups = Array.from({ length: count }, (_, row) => paths[regionOf[row]][namespaceOf[row]]);
  const names = Array.from({ length: count }, (_, row) => `${groups[row][1]}-${ROLES[tierOf[row]]}-${row}`);
  return {
    ids: names.map((name, row) => [...groups[row], name].join('/')),
    names,
    kinds: Array.from(tierOf, (tier) => KINDS[tier]),
    groups,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    rate: Float32Array.from(source, (from) => (10 ** (random() * 2.5) * 40) / (1 + tierOf[from])),
  };
}

function namespaceName(index: number): string {
  const round = Math.floor(index / NAMESPACES.length);
  return NAMESPACES[index % NAMESPACES.length] + (round > 0 ? `-${round + 1}` : '');
}

/** A graph as layouts take it; every 17th service is in danger, every 7th warns. */
export function layoutInputOf(graph: TestGraph): LayoutInput {
  return {
    ids: graph.ids,
    source: graph.source,
    target: graph.target,
    weight: graph.rate,
    groups: graph.groups.map((path) => path.join('/')),
    states: Uint8Array.from(graph.ids, (_, row) => (row % 17 === 16 ? 2 : row % 7 === 6 ? 1 : 0)),
  };
}
