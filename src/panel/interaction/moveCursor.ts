import type { LayoutResult } from '../../core/model/layout';
import { STATE_NO_DATA } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import { sumOfRow } from '../model/describe';
import type { Direction } from './keyboard';

/** x and y that each arrow leads along; y grows downwards. */
export const HEADINGS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** A node further off than this many degrees from the arrow's heading does not lie in its direction. */
const WIDEST_DEGREES = 65;

/**
 * The node that an arrow key leads to: along an edge where one leads that way, else the nearest node that way.
 * Undefined when nothing lies there.
 */
export function moveCursor(
  view: TrafficView,
  layout: LayoutResult,
  from: number,
  direction: Direction
): number | undefined {
  const connected = connectedTo(view, from);
  return (
    nearestTowards(layout, from, direction, connected) ??
    nearestTowards(
      layout,
      from,
      direction,
      view.nodes.ids.map((_, row) => row)
    )
  );
}

/** Where the cursor starts: the node in the worst state, the busiest of those. Undefined in an empty view. */
export function firstCursor(view: TrafficView): number | undefined {
  const rows = view.nodes.ids.map((_, row) => row);
  const severity = (row: number) => (view.nodes.states[row] === STATE_NO_DATA ? -1 : view.nodes.states[row]);
  const rate = (row: number) => sumOfRow(view.nodes.rates, row, view.classes.length) || 0;
  return rows.sort((a, b) => severity(b) - severity(a) || rate(b) - rate(a) || a - b)[0];
}

function connectedTo(view: TrafficView, node: number): readonly number[] {
  const { source, target, count } = view.edges;
  const found = new Set<number>();
  for (let edge = 0; edge < count; edge++) {
    if (source[edge] === node) {
      found.add(target[edge]);
    }
    if (target[edge] === node) {
      found.add(source[edge]);
    }
  }
  return [...found];
}

function nearestTowards(
  { positions }: LayoutResult,
  from: number,
  direction: Direction,
  candidates: readonly number[]
): number | undefined {
  const [headingX, headingY] = HEADINGS[direction];
  let best: number | undefined;
  let bestCost = Infinity;
  for (const row of candidates) {
    const dx = positions[2 * row] - positions[2 * from];
    const dy = positions[2 * row + 1] - positions[2 * from + 1];
    const distance = Math.hypot(dx, dy);
    if (row === from || distance === 0) {
      continue;
    }
    const degrees = (Math.acos(Math.min(1, (dx * headingX + dy * headingY) / distance)) * 180) / Math.PI;
    const cost = distance * (1 + degrees / WIDEST_DEGREES);
    if (degrees <= WIDEST_DEGREES && cost < bestCost) {
      best = row;
      bestCost = cost;
    }
  }
  return best;
}
