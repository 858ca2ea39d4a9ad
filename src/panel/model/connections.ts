import type { TrafficView } from '../../core/model/view';
import { sumOfRow } from './describe';

/** One line of a node's table of callers or callees. */
export interface Connection {
  readonly edge: number;
  readonly node: number;
  /** Requests per second. */
  readonly rate: number;
}

export interface Connections {
  readonly incoming: readonly Connection[];
  readonly outgoing: readonly Connection[];
}

/** Callers and callees of a node, busiest first. */
export function connectionsOf(view: TrafficView, node: number): Connections {
  const { source, target, rates, count } = view.edges;
  const incoming: Connection[] = [];
  const outgoing: Connection[] = [];
  for (let edge = 0; edge < count; edge++) {
    const rate = sumOfRow(rates, edge, view.classes.length);
    if (target[edge] === node) {
      incoming.push({ edge, node: source[edge], rate });
    }
    if (source[edge] === node) {
      outgoing.push({ edge, node: target[edge], rate });
    }
  }
  return { incoming: incoming.sort(byRate), outgoing: outgoing.sort(byRate) };
}

function byRate(a: Connection, b: Connection): number {
  return (b.rate || 0) - (a.rate || 0) || a.edge - b.edge;
}
