import { distance } from '../core/geometry/distance';
import { bowOf } from './bow';
import type { EdgeRows } from './edgeRows';
import { between, type NodeRows } from './nodeRows';

/** Mirrors programs/common/curves.glsl: what is drawn is what is picked and labelled. */
export interface Curve {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly cx: number;
  readonly cy: number;
  /** Radius of a self edge's circle about b; 0 for a curve from a to c. */
  readonly loop: number;
  /** Parts of the way at which the borders of the two nodes are. */
  readonly start: number;
  readonly end: number;
}

const LEAST_RADIUS_PIXELS = 2.2;
const LEGIBLE_RADIUS_PIXELS = 9;

/** Radius of a node in world units as drawn at `scale` CSS pixels a world unit. */
export function nodeRadius(nodes: NodeRows, row: number, part: number, scale: number): number {
  const grown = Math.max(1, Math.min(LEGIBLE_RADIUS_PIXELS / scale, nodes.reach));
  return Math.max(between(nodes.radiusFrom[row], nodes.radiusTo[row], part) * grown, LEAST_RADIUS_PIXELS / scale);
}

/** The curve of an edge at a part of the nodes' way. */
export function edgeCurve(nodes: NodeRows, edges: EdgeRows, row: number, part: number, scale: number): Curve {
  const source = edges.source[row];
  const target = edges.target[row];
  const ax = between(nodes.placeFrom[source * 2], nodes.placeTo[source * 2], part);
  const ay = between(nodes.placeFrom[source * 2 + 1], nodes.placeTo[source * 2 + 1], part);
  const sourceRadius = nodeRadius(nodes, source, part, scale);
  if (source === target) {
    const loop = sourceRadius * 0.62 + 0.2;
    return { ax, ay, bx: ax, by: ay - sourceRadius - loop * 0.72, cx: ax, cy: ay, loop, start: 0.12, end: 0.88 };
  }
  const cx = between(nodes.placeFrom[target * 2], nodes.placeTo[target * 2], part);
  const cy = between(nodes.placeFrom[target * 2 + 1], nodes.placeTo[target * 2 + 1], part);
  const far = Math.max(distance(cx - ax, cy - ay), 1e-4);
  const bow = bowOf(between(edges.bowFrom[row], edges.bowTo[row], part), far);
  const bx = (ax + cx) / 2 + ((cy - ay) / far) * bow;
  const by = (ay + cy) / 2 - ((cx - ax) / far) * bow;
  const targetRadius = nodeRadius(nodes, target, part, scale);
  const start = Math.min(0.45, (sourceRadius * 1.06) / Math.max(2 * distance(bx - ax, by - ay), 1e-4));
  const end = 1 - Math.min(0.45, (targetRadius * 1.06) / Math.max(2 * distance(cx - bx, cy - by), 1e-4));
  return { ax, ay, bx, by, cx, cy, loop: 0, start, end };
}

/** The point at a part of the way between the nodes' borders, in world units. */
export function alongCurve(curve: Curve, part: number): { readonly x: number; readonly y: number } {
  const u = between(curve.start, curve.end, part);
  if (curve.loop > 0) {
    const angle = u * 2 * Math.PI;
    return { x: curve.bx + curve.loop * Math.sin(angle), y: curve.by + curve.loop * Math.cos(angle) };
  }
  const v = 1 - u;
  return {
    x: v * v * curve.ax + 2 * v * u * curve.bx + u * u * curve.cx,
    y: v * v * curve.ay + 2 * v * u * curve.by + u * u * curve.cy,
  };
}
