import { distance } from '../core/geometry/distance';
import { bowOf } from './bow';
import type { Bounds } from './camera';
import type { EdgeRows } from './edgeRows';
import type { NodeRows } from './nodeRows';

/** What is drawn about a node, in its radii: rings, glow, badge. */
const REACH = 1.35;
/** How far a self edge rises above a node's middle, in its radii, and beside that. */
const LOOP_REACH = 2.7;
const LOOP_ROOM = 0.45;
/** Edges that bow no more than this lie among the nodes. */
const FAR_ASIDE = 0.25;

/** left, top, right, bottom of all that is drawn once everything is in its place; right < left when there is nothing. */
export function drawnBounds(nodes: NodeRows, edges: EdgeRows): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < nodes.count; row++) {
    const x = nodes.placeTo[row * 2];
    const y = nodes.placeTo[row * 2 + 1];
    const reach = nodes.radiusTo[row] * REACH;
    left = Math.min(left, x - reach);
    right = Math.max(right, x + reach);
    top = Math.min(top, y - reach);
    bottom = Math.max(bottom, y + reach);
  }
  for (let row = 0; row < edges.count; row++) {
    const source = edges.source[row];
    const target = edges.target[row];
    if (source === target) {
      top = Math.min(top, nodes.placeTo[source * 2 + 1] - nodes.radiusTo[source] * LOOP_REACH - LOOP_ROOM);
    } else if (Math.abs(edges.bowTo[row]) > FAR_ASIDE) {
      const dx = nodes.placeTo[target * 2] - nodes.placeTo[source * 2];
      const dy = nodes.placeTo[target * 2 + 1] - nodes.placeTo[source * 2 + 1];
      const far = Math.max(distance(dx, dy), 1e-4);
      // A curve comes half as near as the point that pulls it.
      const aside = bowOf(edges.bowTo[row], far) / 2 / far;
      const x = nodes.placeTo[source * 2] + dx / 2 + dy * aside;
      const y = nodes.placeTo[source * 2 + 1] + dy / 2 - dx * aside;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return [left, top, right, bottom];
}
