import type { TrafficHistory } from '../../model/history';
import { groupKey } from '../../model/ids';

import { meanRates } from './edgeTotals';
import { type EndMoves, type StandInNode, standInId } from './mergeNodes';

const KEY = 'others';

/** The external nodes of each group, without one that already stands for others; by the group's key. */
function externalsByGroup({ nodes }: TrafficHistory): ReadonlyMap<string, number[]> {
  const byGroup = new Map<string, number[]>();
  nodes.kinds.forEach((kind, node) => {
    const group = nodes.groups[node];
    if (kind !== 'external' || nodes.ids[node] === standInId({ key: KEY, name: '', group, kind })) {
      return;
    }
    const members = byGroup.get(groupKey(group));
    if (members) {
      members.push(node);
    } else {
      byGroup.set(groupKey(group), [node]);
    }
  });
  return byGroup;
}

/** Requests that come in and go out of each node, per second. */
function nodeRates(history: TrafficHistory): Float64Array {
  const rates = new Float64Array(history.nodes.ids.length);
  meanRates(history).forEach((rate, edge) => {
    rates[history.edges.source[edge]] += rate;
    rates[history.edges.target[edge]] += rate;
  });
  return rates;
}

/** How external nodes beyond a number go together, those with fewest requests first; and how many do. */
export function surplusExternals(history: TrafficHistory, most: number): EndMoves & { readonly merged: number } {
  const { nodes, edges } = history;
  const rates = nodeRates(history);
  const standInOf = new Int32Array(nodes.ids.length).fill(-1);
  const standIns: StandInNode[] = [];
  let merged = 0;
  for (const members of externalsByGroup(history).values()) {
    // One alone is no crowd: a node that stands for it would take its place.
    if (members.length <= most + 1) {
      continue;
    }
    const surplus = [...members].sort((a, b) => rates[b] - rates[a] || a - b).slice(most);
    surplus.forEach((node) => {
      standInOf[node] = standIns.length;
    });
    merged += surplus.length;
    standIns.push({ key: KEY, name: `${surplus.length} others`, group: nodes.groups[members[0]], kind: 'external' });
  }
  return {
    standIns,
    merged,
    source: edges.source.map((node) => standInOf[node]),
    target: edges.target.map((node) => standInOf[node]),
  };
}
