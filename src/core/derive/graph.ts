import { edgeId, nodeId } from '../model/ids';
import type { ServiceKind } from '../model/shape';
import { overRows } from '../steps/overRows';
import type { Steps } from '../steps/steps';

import { countingSort } from './countingSort';
import type { EdgeRegistry } from './edgeRegistry';
import { laterKind, type NodeRegistry } from './nodeRegistry';
import { resolveStandIns } from './standIns';

/** Cells of a table that take as long as the id of one edge, about. */
const ID_WIDTH = 50;

/** Nodes and edges in their final order, and where each registered edge went. */
export interface Graph {
  readonly nodeIds: readonly string[];
  readonly names: readonly string[];
  readonly groups: ReadonlyArray<readonly string[]>;
  /** Where a label told it. */
  readonly kinds: ReadonlyArray<ServiceKind | undefined>;
  readonly edgeIds: readonly string[];
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly protocols: readonly string[];
  /** Final edge row by registry row; -1 for an edge that nothing proves. */
  readonly edgeRow: Int32Array;
  /** Final node row by registry row, of the node that it stands for; -1 for one that no edge proves. */
  readonly nodeRow: Int32Array;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows of texts in ascending order. */
function sortTexts(texts: readonly string[]): Int32Array {
  return Int32Array.from(Array.from(texts, (_, row) => row).sort((a, b) => compareText(texts[a], texts[b])));
}

/** For each row, its place in an order. */
function ranksOf(order: Int32Array): Int32Array {
  const ranks = new Int32Array(order.length);
  for (let rank = 0; rank < order.length; rank++) {
    ranks[order[rank]] = rank;
  }
  return ranks;
}

/** Edges in order of source, target and protocol; those that became equal share one row. */
interface SortedEdges {
  readonly row: Int32Array;
  /** A registry row for each final row. */
  readonly first: Int32Array;
}

function sortEdges(edges: EdgeRegistry, source: Int32Array, target: Int32Array, nodes: number): SortedEdges {
  const protocolRank = ranksOf(sortTexts(edges.protocols));
  const protocol = Int32Array.from(source, (_, edge) => protocolRank[edges.protocol[edge]]);
  let order: Int32Array = Int32Array.from(source, (_, edge) => edge);
  if (edges.protocols.length > 1) {
    order = countingSort(order, protocol, edges.protocols.length);
  }
  order = countingSort(countingSort(order, target, nodes), source, nodes);

  const row = new Int32Array(order.length).fill(-1);
  const first = new Int32Array(order.length);
  let count = 0;
  for (let from = 0; from < order.length;) {
    const head = order[from];
    let proven = 0;
    let to = from;
    while (
      to < order.length &&
      source[order[to]] === source[head] &&
      target[order[to]] === target[head] &&
      protocol[order[to]] === protocol[head]
    ) {
      proven |= edges.proven[order[to]];
      to++;
    }
    for (let index = from; proven === 1 && index < to; index++) {
      row[order[index]] = count;
    }
    if (proven === 1) {
      first[count++] = head;
    }
    from = to;
  }
  return { row, first: first.slice(0, count) };
}

/** Kinds that labels tell, by node that registered nodes stand for; the same whatever their order. */
function toldKinds(nodes: NodeRegistry, standsFor: Int32Array): ReadonlyMap<number, ServiceKind> {
  const told = new Map<number, ServiceKind>();
  for (const [node, kind] of nodes.kinds) {
    told.set(standsFor[node], laterKind(told.get(standsFor[node]), kind));
  }
  return told;
}

/** Brings registered nodes and edges into their final, stable order, and drops what nothing proves. */
export function* buildGraph(nodes: NodeRegistry, edges: EdgeRegistry, joinHosts: boolean): Steps<Graph> {
  const standsFor = resolveStandIns(nodes, edges, joinHosts);
  yield;
  const told = toldKinds(nodes, standsFor);
  const ids = nodes.names.map((name, node) => nodeId(nodes.groups.paths[nodes.groupOf[node]], name));
  yield;
  const order = sortTexts(ids);
  yield;
  const rank = ranksOf(order);
  const source = new Int32Array(edges.count);
  const target = new Int32Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    source[edge] = rank[standsFor[edges.source[edge]]];
    target[edge] = rank[standsFor[edges.target[edge]]];
  }
  const { row: edgeRow, first } = sortEdges(edges, source, target, ids.length);

  yield;
  const used = new Uint8Array(ids.length);
  for (const edge of first) {
    used[source[edge]] = 1;
    used[target[edge]] = 1;
  }
  const nodeRow = new Int32Array(ids.length).fill(-1);
  const kept: number[] = [];
  order.forEach((node, position) => {
    if (used[position] === 1) {
      nodeRow[position] = kept.length;
      kept.push(node);
    }
  });
  const nodeIds = kept.map((node) => ids[node]);
  const finalSource = first.map((edge) => nodeRow[source[edge]]);
  const finalTarget = first.map((edge) => nodeRow[target[edge]]);
  const protocols = Array.from(first, (edge) => edges.protocols[edges.protocol[edge]]);
  const edgeIds = new Array<string>(protocols.length);
  yield* overRows(protocols.length, ID_WIDTH, (from, end) => {
    for (let row = from; row < end; row++) {
      edgeIds[row] = edgeId(nodeIds[finalSource[row]], nodeIds[finalTarget[row]], protocols[row]);
    }
  });
  return {
    nodeIds,
    names: kept.map((node) => nodes.names[node]),
    groups: kept.map((node) => nodes.groups.paths[nodes.groupOf[node]]),
    kinds: kept.map((node) => told.get(node)),
    edgeIds,
    source: finalSource,
    target: finalTarget,
    protocols,
    edgeRow,
    nodeRow: standsFor.map((node) => nodeRow[rank[node]]),
  };
}
