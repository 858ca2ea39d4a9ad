import type { NodeKind } from '../model/history';
import { nodeId } from '../model/ids';

import type { Graph } from './graph';
import type { LinkedNodeMetric } from './linkNodeMetrics';
import { nodeMetricKey, nodeMetricName } from './nodeColumns';
import type { NodeRegistry } from './nodeRegistry';
import { NO_NAMES, QUOTED } from './reportWords';

/** The services of a map, and the nodes that series named while it was made. */
export interface MappedServices {
  readonly nodes: NodeRegistry;
  readonly graph: Graph;
  /** By row of the graph. */
  readonly kinds: readonly NodeKind[];
}

/** How the names in the series of one metric of services fit the services of the map. */
export interface NodeMetricJoin {
  readonly name: string;
  readonly series: number;
  /** Different services, groups included, that the series name. */
  readonly names: number;
  /** Of these, how many are on the map. */
  readonly joined: number;
  /** Whether fewer than half of the services that the definition has on the map got the metric. */
  readonly isThin: boolean;
  /** Ids of some that are not on the map, in order of text; those of `inOtherGroups` alone, where there are any. */
  readonly strangers: readonly string[];
  /** Names that are not on the map, while a service of that name without the metric is, in another group. */
  readonly inOtherGroups: number;
  /** Labels of the series that could name a service, in order of text. */
  readonly labels: readonly string[];
}

/** Services that others run, and people, have no metrics here. */
function isOwn(kind: NodeKind): boolean {
  return kind !== 'external' && kind !== 'user';
}

function countServices({ graph, kinds }: MappedServices, edgeRows: Int32Array): number {
  const services = new Set<number>();
  for (const row of edgeRows) {
    for (const node of [graph.source[row], graph.target[row]]) {
      if (isOwn(kinds[node])) {
        services.add(node);
      }
    }
  }
  return services.size;
}

/** The first of texts in their order. One pass: there may be as many as series. */
function firstOf(texts: readonly string[], count: number): readonly string[] {
  let first: string[] = [];
  for (const text of texts) {
    if (first.length < count || text < first[first.length - 1]) {
      first = [...first, text].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(0, count);
    }
  }
  return first;
}

function labelsOf(linked: readonly LinkedNodeMetric[]): readonly string[] {
  const labels = new Set(linked.flatMap(({ table }) => table.labels.flatMap((each) => Object.keys(each))));
  return [...labels].filter((label) => !NO_NAMES.has(label)).sort();
}

function joinOf(linked: readonly LinkedNodeMetric[], map: MappedServices, services: number): NodeMetricJoin {
  const { nodes, graph } = map;
  const isNamed = new Uint8Array(nodes.names.length);
  for (const { node } of linked) {
    for (const named of node) {
      if (named >= 0) {
        isNamed[named] = 1;
      }
    }
  }
  const hasMetric = new Uint8Array(graph.nodeIds.length);
  const strangers: number[] = [];
  let names = 0;
  isNamed.forEach((named, node) => {
    names += named;
    if (named === 1 && graph.nodeRow[node] < 0) {
      strangers.push(node);
    } else if (named === 1) {
      hasMetric[graph.nodeRow[node]] = 1;
    }
  });
  const without = new Set(strangers.length === 0 ? [] : graph.names.filter((_, row) => hasMetric[row] === 0));
  const elsewhere = strangers.filter((node) => without.has(nodes.names[node]));
  const told = elsewhere.length > 0 ? elsewhere : strangers;
  return {
    name: nodeMetricName(linked[0].metric),
    series: linked.reduce((sum, { table }) => sum + table.labels.length, 0),
    names,
    joined: names - strangers.length,
    isThin: hasMetric.reduce((sum, has) => sum + has, 0) * 2 < services,
    strangers: firstOf(
      told.map((node) => nodeId(nodes.groups.paths[nodes.groupOf[node]], nodes.names[node])),
      QUOTED
    ),
    inOtherGroups: elsewhere.length,
    labels: names === strangers.length ? labelsOf(linked) : [],
  };
}

/**
 * How each metric of services of a definition fits the map; metrics of the same kind and name are one.
 *
 * @param edgeRows rows of the graph's edges that the definition proves
 */
export function joinNodeMetrics(
  nodeMetrics: readonly LinkedNodeMetric[],
  map: MappedServices,
  edgeRows: Int32Array
): readonly NodeMetricJoin[] {
  if (nodeMetrics.length === 0) {
    return [];
  }
  const services = countServices(map, edgeRows);
  const byMetric = new Map<string, LinkedNodeMetric[]>();
  for (const linked of nodeMetrics) {
    const key = nodeMetricKey(linked.metric);
    byMetric.set(key, [...(byMetric.get(key) ?? []), linked]);
  }
  return [...byMetric.values()].map((linked) => joinOf(linked, map, services));
}
