import type { TrafficHistory } from '../../model/history';
import { anchoredPattern } from '../../model/pattern';
import { FEWEST_HUB_CALLERS, type HubRule } from '../../model/shape';

import type { EndMoves, StandInNode } from './mergeNodes';

/** Distinct callers of each node, itself not among them. */
export function callerCounts({ nodes, edges }: TrafficHistory): Int32Array {
  const counts = new Int32Array(nodes.ids.length);
  const pairs = new Set<number>();
  edges.ids.forEach((_, edge) => {
    const pair = edges.source[edge] * nodes.ids.length + edges.target[edge];
    if (edges.source[edge] !== edges.target[edge] && !pairs.has(pair)) {
      pairs.add(pair);
      counts[edges.target[edge]]++;
    }
  });
  return counts;
}

/** Flags of the nodes that are hubs, by name or by the part of all callers that calls them. */
export function findHubs(history: TrafficHistory, { match = '', share }: HubRule): Uint8Array {
  const { nodes, edges } = history;
  const pattern = match === '' ? undefined : anchoredPattern(match);
  const callers = callerCounts(history);
  const calls = new Uint8Array(nodes.ids.length);
  edges.source.forEach((source) => {
    calls[source] = 1;
  });
  const all = calls.reduce((sum, flag) => sum + flag, 0);
  return Uint8Array.from(nodes.names, (name, node) => {
    const others = all - calls[node];
    const enough = Math.max(FEWEST_HUB_CALLERS, (share ?? Infinity) * others);
    return pattern?.test(name) || callers[node] >= enough ? 1 : 0;
  });
}

/** How the callers of hubs become one node for each hub. */
export function gatherCallers(history: TrafficHistory, hubs: Uint8Array): EndMoves {
  const { nodes, edges } = history;
  const callers = callerCounts(history);
  const standIns: StandInNode[] = [];
  const standInOf = new Int32Array(nodes.ids.length).fill(-1);
  hubs.forEach((flag, node) => {
    if (flag === 1 && callers[node] > 1) {
      standInOf[node] = standIns.length;
      standIns.push({
        key: `callers of ${nodes.ids[node]}`,
        name: `${callers[node]} callers`,
        group: [],
        kind: 'service',
      });
    }
  });
  return {
    standIns,
    source: edges.target.map((target, edge) => (edges.source[edge] === target ? -1 : standInOf[target])),
    target: new Int32Array(edges.ids.length).fill(-1),
  };
}
