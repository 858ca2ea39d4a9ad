import { distance } from '../../core/geometry/distance';
import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';
import { MIDDLE } from '../badges';
import { toScreen } from '../camera';
import { alongCurve, edgeCurve, nodeRadius, type Curve } from '../curves';
import { between } from '../nodeRows';
import type { Picture } from '../picture';
import type { Occupancy } from './placement';

/** left, top, right, bottom in CSS pixels. */
export type ScreenBox = readonly [number, number, number, number];

/** Where a node is on the screen, in CSS pixels. */
export interface Spot {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Nodes that keep labels off themselves: where there are more, they are too small to be covered. */
const MOST_OBSTACLES = 3000;

/** Rings of states reach beyond a node's border, in its radii. */
const RIM = 1.16;

/** World units within two nodes, from their middles to their borders, about. */
const BORDERS = 2;

/** Half of the room of a badge on an edge, in CSS pixels. */
export const BADGE_ROOM = 13;
/** CSS pixels a world unit from which edges have badges; as in `programs/badges`. */
const BADGE_SCALE = 7;

export const troubled = (state: number): boolean => state === STATE_WARNING || state === STATE_DANGER;

export function spotOf(picture: Picture, row: number): Spot {
  const { nodes, part, camera, viewport } = picture;
  const at = toScreen(
    camera,
    viewport,
    between(nodes.placeFrom[row * 2], nodes.placeTo[row * 2], part),
    between(nodes.placeFrom[row * 2 + 1], nodes.placeTo[row * 2 + 1], part)
  );
  return { row, ...at, radius: nodeRadius(nodes, row, part, camera.scale) * camera.scale };
}

export function onScreen(spot: Spot, picture: Picture): boolean {
  const { width, height } = picture.viewport;
  return (
    spot.x > -spot.radius && spot.x < width + spot.radius && spot.y > -spot.radius - 20 && spot.y < height + spot.radius
  );
}

/** `roomOn` of an edge without its curve; unlimited for self edges. */
export function roomBetween({ nodes, edges, part }: Picture, row: number): number {
  const [source, target] = [edges.source[row] * 2, edges.target[row] * 2];
  const { placeFrom, placeTo } = nodes;
  const dx = between(placeFrom[target], placeTo[target], part) - between(placeFrom[source], placeTo[source], part);
  const dy =
    between(placeFrom[target + 1], placeTo[target + 1], part) -
    between(placeFrom[source + 1], placeTo[source + 1], part);
  return source === target ? Infinity : distance(dx, dy) - BORDERS;
}

/** World units of an edge between its nodes' borders, about. */
export const roomOn = (curve: Curve): number =>
  curve.loop > 0 ? curve.loop * 6 : distance(curve.cx - curve.ax, curve.cy - curve.ay) - BORDERS;

/** Where on its way an edge has its badge, if it has one. */
export const badgePart = ({ badgeParts }: Picture, row: number): number => badgeParts?.[row] ?? MIDDLE;

/** Takes what texts may not cover: nodes with their rings, self edges, badges of edges. */
export function takeObstacles(picture: Picture, taken: Occupancy): void {
  const { nodes, edges, part, camera, viewport } = picture;
  if (nodes.count > MOST_OBSTACLES) {
    return;
  }
  for (let row = 0; row < nodes.count; row++) {
    const spot = spotOf(picture, row);
    if (onScreen(spot, picture)) {
      const half = spot.radius * (troubled(nodes.states[row]) ? RIM : 1) + 1;
      taken.take(spot.x - half, spot.y - half, spot.x + half, spot.y + half);
    }
  }
  for (let row = 0; row < edges.count; row++) {
    const loops = edges.source[row] === edges.target[row];
    if (!loops && !(troubled(edges.statesTo[row]) && camera.scale > BADGE_SCALE)) {
      continue;
    }
    const curve = edgeCurve(nodes, edges, row, part, camera.scale);
    const world = loops ? { x: curve.bx, y: curve.by } : alongCurve(curve, badgePart(picture, row));
    const at = toScreen(camera, viewport, world.x, world.y);
    const half = loops ? curve.loop * camera.scale + 2 : BADGE_ROOM;
    taken.take(at.x - half, at.y - half, at.x + half, at.y + half);
  }
}
