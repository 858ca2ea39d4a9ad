import { distance } from '../core/geometry/distance';
import { STATE_DANGER, STATE_WARNING } from '../core/model/state';
import { endLength, wholeness } from './crowding';
import type { Curve } from './curves';
import { between } from './nodeRows';
import type { Picture } from './picture';

/** Both ends of this part of an edge are all of it. */
export const WHOLE_END = 0.5;

/**
 * Part of an edge's way, from either border, that is drawn of it: half where all is. What is in trouble, hovered or
 * selected is always drawn whole.
 */
export function drawnEnd({ edges, part, camera, viewport, marks }: Picture, row: number, curve: Curve): number {
  const state = edges.statesTo[row];
  if (curve.loop > 0 || state === STATE_WARNING || state === STATE_DANGER || (marks?.[row] ?? 0) > 0) {
    return WHOLE_END;
  }
  const length = distance(curve.cx - curve.ax, curve.cy - curve.ay) * (curve.end - curve.start) * camera.scale;
  const stronger = between(edges.strongerFrom[row], edges.strongerTo[row], part) / camera.scale;
  const whole = wholeness(stronger, length / Math.max(viewport.width, viewport.height)) > 0.5;
  return whole ? WHOLE_END : Math.min(WHOLE_END, endLength(length, camera.scale) / length);
}
