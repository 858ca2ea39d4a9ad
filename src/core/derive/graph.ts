import { edgeId, nodeId } from '../model/ids';

import type { EdgeRegistry } from './edgeRegistry';
import { type NodeRegistry, ROOT_GROUP } from './nodeRegistry';

/** Nodes and edges in their final order, and where each registered edge went. */
export interface Graph {
  readonly nodeIds: readonly string[];
  readonly names: readonly string[];
  readonly groups: ReadonlyArray<readonly string[]>;
  readonly edgeIds: readonly string[];
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly protocols: readonly string[];
  /** Final edge row by registry row; -1 for an edge that nothing proves. */
  readonly edgeRow: Int32Array;
}

/** Two grouped nodes share the name, so that an ungrouped one is neither. */
const AMBIGUOUS = -1;

/**
 * Which node each node stands for: itself, or, for one without a group, the only proven one of its name that has a
 * group.
 */
function resolveUngrouped(nodes: NodeRegistry, edges: EdgeRegistry, proven: readonly boolean[]): Int32Array {
  const grouped = new Map<string, number>();
  const note = (node: number): void => {
    if (nodes.groupOf[node] === ROOT_GROUP) {
      return;
    }
    const name = nodes.names[node];
    const known = grouped.get(name);
    grouped.set(name, known === undefined || known === node ? node : AMBIGUOUS);
  };
  for (let edge = 0; edge < edges.source.length; edge++) {
    if (proven[edge]) {
      note(edges.source[edge]);
      note(edges.target[edge]);
    }
  }
  return Int32Array.from(nodes.names, (name, node) => {
    const only = nodes.groupOf[node] === ROOT_GROUP ? (grouped.get(name) ?? AMBIGUOUS) : AMBIGUOUS;
    return only === AMBIGUOUS ? node : only;
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ranks of texts in ascending order. */
function rankTexts(texts: readonly string[]): Int32Array {
  const order = Array.from(texts, (_, row) => row).sort((a, b) => compareText(texts[a], texts[b]));
  const ranks = new Int32Array(texts.length);
  order.forEach((row, rank) => {
    ranks[row] = rank;
  });
  return ranks;
}

/** Stable counting sort of `order` by an integer key: linear, where comparing would not be. */
function sortByKey(order: Int32Array, key: (row: number) => number, keys: number): Int32Array {
  const start = new Int32Array(keys + 1);
  for (let index = 0; index < order.length; index++) {
    start[key(order[index]) + 1]++;
  }
  for (let index = 0; index < keys; index++) {
    start[index + 1] += start[index];
  }
  const sorted = new Int32Array(order.length);
  for (let index = 0; index < order.length; index++) {
    sorted[start[key(order[index])]++] = order[index];
  }
  return sorted;
}

/** Brings registered nodes and edges into their final, stable order, and drops what nothing proves. */
export function buildGraph(nodes: NodeRegistry, edges: EdgeRegistry, proven: readonly boolean[]): Graph {
  const standsFor = resolveUngrouped(nodes, edges, proven);
  const ids = nodes.names.map((name, node) => nodeId(nodes.groups.paths[nodes.groupOf[node]], name));
  const rank = rankTexts(ids);
  const protocolRank = rankTexts(edges.protocols);
  const sourceRank = (edge: number): number => rank[standsFor[edges.source[edge]]];
  const targetRank = (edge: number): number => rank[standsFor[edges.target[edge]]];

  let order: Int32Array = Int32Array.from(edges.source, (_, edge) => edge);
  order = sortByKey(order, (edge) => protocolRank[edges.protocol[edge]], edges.protocols.length);
  order = sortByKey(order, targetRank, ids.length);
  order = sortByKey(order, sourceRank, ids.length);

  const edgeRow = new Int32Array(order.length).fill(-1);
  const first: number[] = [];
  for (let from = 0; from < order.length;) {
    const head = order[from];
    let to = from;
    let isProven = false;
    while (
      to < order.length &&
      sourceRank(order[to]) === sourceRank(head) &&
      targetRank(order[to]) === targetRank(head) &&
      edges.protocol[order[to]] === edges.protocol[head]
    ) {
      isProven = isProven || proven[order[to]] === true;
      to++;
    }
    if (isProven) {
      for (let index = from; index < to; index++) {
        edgeRow[order[index]] = first.length;
      }
      first.push(head);
    }
    from = to;
  }

  const used = new Uint8Array(ids.length);
  for (const edge of first) {
    used[standsFor[edges.source[edge]]] = 1;
    used[standsFor[edges.target[edge]]] = 1;
  }
  const kept = new Int32Array(ids.length);
  rank.forEach((position, node) => {
    kept[position] = node;
  });
  const keptNodes = Array.from(kept).filter((node) => used[node] === 1);
  const nodeRow = new Int32Array(ids.length).fill(-1);
  keptNodes.forEach((node, row) => {
    nodeRow[node] = row;
  });
  const source = Int32Array.from(first, (edge) => nodeRow[standsFor[edges.source[edge]]]);
  const target = Int32Array.from(first, (edge) => nodeRow[standsFor[edges.target[edge]]]);
  const nodeIds = keptNodes.map((node) => ids[node]);
  const protocols = first.map((edge) => edges.protocols[edges.protocol[edge]]);
  return {
    nodeIds,
    names: keptNodes.map((node) => nodes.names[node]),
    groups: keptNodes.map((node) => nodes.groups.paths[nodes.groupOf[node]]),
    edgeIds: protocols.map((protocol, row) => edgeId(nodeIds[source[row]], nodeIds[target[row]], protocol)),
    source,
    target,
    protocols,
    edgeRow,
  };
}
