import { toWorld } from './camera';
import { drawnEnd } from './drawnEnd';
import { alongCurve, edgeCurve, nodeRadius, type Curve } from './curves';
import { between } from './nodeRows';
import type { Picture } from './picture';
import type { ScenePick } from './types';

/** CSS pixels beside a node or an edge that still count as on it. */
const NODE_SLACK = 3;
const EDGE_SLACK = 6;
const STEPS = 8;

function nearestNode(picture: Picture, x: number, y: number): number {
  const { nodes, part, camera } = picture;
  const slack = NODE_SLACK / camera.scale;
  let best = -1;
  let bestAway = Infinity;
  for (let row = 0; row < nodes.count; row++) {
    const dx = between(nodes.placeFrom[row * 2], nodes.placeTo[row * 2], part) - x;
    const dy = between(nodes.placeFrom[row * 2 + 1], nodes.placeTo[row * 2 + 1], part) - y;
    const radius = nodeRadius(nodes, row, part, camera.scale);
    const away = Math.sqrt(dx * dx + dy * dy);
    if (away <= radius + slack && away - radius < bestAway) {
      best = row;
      bestAway = away - radius;
    }
  }
  return best;
}

function squaredToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const at = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return (x - ax - at * dx) ** 2 + (y - ay - at * dy) ** 2;
}

function squaredToPiece(curve: Curve, from: number, to: number, x: number, y: number): number {
  let best = Infinity;
  let last = alongCurve(curve, from);
  for (let step = 1; step <= STEPS; step++) {
    const next = alongCurve(curve, from + ((to - from) * step) / STEPS);
    best = Math.min(best, squaredToSegment(x, y, last.x, last.y, next.x, next.y));
    last = next;
  }
  return best;
}

/** To what is drawn of a curve: this part of it from either end. */
function squaredToCurve(curve: Curve, end: number, x: number, y: number): number {
  return Math.min(squaredToPiece(curve, 0, end, x, y), squaredToPiece(curve, 1 - end, 1, x, y));
}

/** Whether a point is in the box about two ends, wide enough for the curve between them to bow. */
function mayTouch(picture: Picture, row: number, x: number, y: number, slack: number): boolean {
  const { nodes, edges, part } = picture;
  const source = edges.source[row];
  const target = edges.target[row];
  const ax = between(nodes.placeFrom[source * 2], nodes.placeTo[source * 2], part);
  const ay = between(nodes.placeFrom[source * 2 + 1], nodes.placeTo[source * 2 + 1], part);
  const cx = between(nodes.placeFrom[target * 2], nodes.placeTo[target * 2], part);
  const cy = between(nodes.placeFrom[target * 2 + 1], nodes.placeTo[target * 2 + 1], part);
  const room =
    source === target
      ? slack + nodes.radiusTo[source] * 4
      : slack +
        Math.max(Math.abs(edges.bowFrom[row]), Math.abs(edges.bowTo[row])) *
          (Math.abs(cx - ax) + Math.abs(cy - ay)) *
          0.5;
  return (
    x >= Math.min(ax, cx) - room &&
    x <= Math.max(ax, cx) + room &&
    y >= Math.min(ay, cy) - room &&
    y <= Math.max(ay, cy) + room
  );
}

function nearestEdge(picture: Picture, x: number, y: number): number {
  const { nodes, edges, part, camera } = picture;
  const slack = EDGE_SLACK / camera.scale;
  let best = -1;
  let bestAway = Infinity;
  for (let row = 0; row < edges.count; row++) {
    if (!mayTouch(picture, row, x, y, slack + edges.widthTo[row])) {
      continue;
    }
    const curve = edgeCurve(nodes, edges, row, part, camera.scale);
    const away = Math.sqrt(squaredToCurve(curve, drawnEnd(picture, row, curve), x, y)) - edges.widthTo[row] / 2;
    if (away <= slack && away < bestAway) {
      best = row;
      bestAway = away;
    }
  }
  return best;
}

/** What is at a point in CSS pixels; nodes win over edges. Costs under a millisecond at any size: no index is kept. */
export function pickAt(picture: Picture, screenX: number, screenY: number): ScenePick | undefined {
  const { x, y } = toWorld(picture.camera, picture.viewport, screenX, screenY);
  const node = nearestNode(picture, x, y);
  if (node >= 0) {
    return { kind: 'node', row: node, id: picture.nodes.ids[node] };
  }
  const edge = nearestEdge(picture, x, y);
  return edge >= 0 ? { kind: 'edge', row: edge, id: picture.edges.ids[edge] } : undefined;
}
