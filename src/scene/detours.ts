import { distance } from '../core/geometry/distance';
import { bowOf } from './bow';
import type { NodeRows } from './nodeRows';

/** Maps with more nodes or edges have no detours: where hundreds of edges cross, one more way round is no clearer. */
const MOST_NODES = 60;
const MOST_EDGES = 200;
/** World units beside a node that an edge keeps clear of. */
const MARGIN = 0.3;
/** How much farther edges bow aside, in this order, where a node is in their way; less than 0: to the other side. */
const DETOURS = [0.16, 0.32, -0.4, 0.48, -0.56, 0.64];
/** Places along an edge at which it is looked whether a node is in the way. */
const PLACES = 14;

/** Edges between rows of nodes, and how far each bows aside. */
export interface EdgesToBow {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly bowTo: Float32Array;
}

/** How deep an edge of this bow runs through nodes that are not its ends, in world units, all places together. */
function depthOf(nodes: NodeRows, source: number, target: number, bow: number): number {
  const { placeTo, radiusTo } = nodes;
  const [ax, ay] = [placeTo[source * 2], placeTo[source * 2 + 1]];
  const [cx, cy] = [placeTo[target * 2], placeTo[target * 2 + 1]];
  const far = Math.max(distance(cx - ax, cy - ay), 1e-4);
  const aside = bowOf(bow, far);
  const bx = (ax + cx) / 2 + ((cy - ay) / far) * aside;
  const by = (ay + cy) / 2 - ((cx - ax) / far) * aside;
  let depth = 0;
  for (let row = 0; row < nodes.count; row++) {
    if (row === source || row === target) {
      continue;
    }
    const clear = radiusTo[row] + MARGIN;
    for (let place = 1; place < PLACES; place++) {
      const u = place / PLACES;
      const v = 1 - u;
      const dx = v * v * ax + 2 * v * u * bx + u * u * cx - placeTo[row * 2];
      const dy = v * v * ay + 2 * v * u * by + u * u * cy - placeTo[row * 2 + 1];
      depth += Math.max(0, clear - Math.sqrt(dx * dx + dy * dy));
    }
  }
  return depth;
}

/**
 * Bows edges of small maps round nodes that are no ends of theirs: an edge that runs under a node looks as if it ended
 * there. Of ways that all meet one, it takes the clearest.
 */
export function takeDetours(nodes: NodeRows, edges: EdgesToBow): void {
  if (nodes.count > MOST_NODES || edges.count > MOST_EDGES) {
    return;
  }
  for (let row = 0; row < edges.count; row++) {
    const source = edges.source[row];
    const target = edges.target[row];
    const usual = edges.bowTo[row];
    let least = source === target ? 0 : depthOf(nodes, source, target, usual);
    for (let at = 0; at < DETOURS.length && least > 0; at++) {
      const depth = depthOf(nodes, source, target, usual + DETOURS[at]);
      if (depth < least) {
        edges.bowTo[row] = usual + DETOURS[at];
        least = depth;
      }
    }
  }
}
