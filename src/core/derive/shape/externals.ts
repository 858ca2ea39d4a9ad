import type { TrafficHistory } from '../../model/history';
import { groupKey } from '../../model/ids';
import type { Steps } from '../../steps/steps';

import { meanBytes, meanRates } from './edgeTotals';
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

/** What comes in and goes out of each node, of a number an edge. */
function atNodes({ nodes, edges }: TrafficHistory, ofEdges: Float64Array): Float64Array {
  const sums = new Float64Array(nodes.ids.length);
  ofEdges.forEach((each, edge) => {
    sums[edges.source[edge]] += each;
    sums[edges.target[edge]] += each;
  });
  return sums;
}

/**
 * How external nodes beyond a number go together, those with fewest requests first, of equals those with fewest bytes;
 * and how many do.
 */
export function* surplusExternals(
  history: TrafficHistory,
  most: number
): Steps<EndMoves & { readonly merged: number }> {
  const { nodes, edges } = history;
  const rates = atNodes(history, yield* meanRates(history));
  const bytes = atNodes(history, yield* meanBytes(history));
  const standInOf = new Int32Array(nodes.ids.length).fill(-1);
  const standIns: StandInNode[] = [];
  let merged = 0;
  for (const members of externalsByGroup(history).values()) {
    // One alone is no crowd: a node that stands for it would take its place.
    if (members.length <= most + 1) {
      continue;
    }
    const surplus = [...members].sort((a, b) => rates[b] - rates[a] || bytes[b] - bytes[a] || a - b).slice(most);
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
