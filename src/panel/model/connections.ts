import type { TrafficView } from '../../core/model/view';
import { sumOfRow } from './describe';
import { byVolume, type Flow } from './volume';

/** One line of a node's table of callers or callees. */
export interface Connection extends Flow {
  readonly edge: number;
  readonly node: number;
}

export interface Connections {
  readonly incoming: readonly Connection[];
  readonly outgoing: readonly Connection[];
}

/** Callers and callees of a node, busiest first. */
export function connectionsOf(view: TrafficView, node: number): Connections {
  const { source, target, rates, bytes, count } = view.edges;
  const incoming: Connection[] = [];
  const outgoing: Connection[] = [];
  for (let edge = 0; edge < count; edge++) {
    const flow: Flow = { rate: sumOfRow(rates, edge, view.classes.length), bytes: bytes[edge] };
    if (target[edge] === node) {
      incoming.push({ edge, node: source[edge], ...flow });
    }
    if (source[edge] === node) {
      outgoing.push({ edge, node: target[edge], ...flow });
    }
  }
  return { incoming: incoming.sort(busiest), outgoing: outgoing.sort(busiest) };
}

function busiest(a: Connection, b: Connection): number {
  return byVolume(a, b) || a.edge - b.edge;
}
