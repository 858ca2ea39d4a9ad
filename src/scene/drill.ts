import type { Camera } from './camera';

/** A way into or out of one node's group: the level that goes is drawn over the one that comes. */
export interface Drill {
  readonly inwards: boolean;
  /** The node gone into, or come out of, in world units of the outer level. */
  readonly x: number;
  readonly y: number;
  /** How the level that goes was looked at. */
  readonly from: Camera;
}

/** How much greater the outer level is when one is inside. */
const GROWTH = 9;
const LEAST = 0.05;

/** How the level that goes is looked at, at an eased part of the way: it grows about the node, or shrinks into it. */
export function leavingCamera(drill: Drill, part: number): Camera {
  const { from } = drill;
  if (!drill.inwards) {
    return { ...from, scale: from.scale * Math.max(LEAST, 1 - part) };
  }
  const growth = 1 + GROWTH * part;
  // The node stays where it is on the screen for a start, and moves to the middle.
  const held = (1 - part) / growth;
  return {
    x: drill.x + (from.x - drill.x) * held,
    y: drill.y + (from.y - drill.y) * held,
    scale: from.scale * growth,
  };
}

/** How the level that comes is looked at: out of the node when going in, from far within when going out. */
export function comingCamera(drill: Drill, camera: Camera, part: number): Camera {
  if (drill.inwards) {
    return { ...camera, scale: camera.scale * Math.max(LEAST, part) };
  }
  const growth = 1 + GROWTH * (1 - part);
  return {
    x: drill.x + (camera.x - drill.x) * part,
    y: drill.y + (camera.y - drill.y) * part,
    scale: camera.scale * growth,
  };
}
