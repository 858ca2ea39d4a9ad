import { fitCamera, type Bounds, type Viewport } from './camera';
import type { SceneOptions } from './types';

/** Particles a CSS pixel of the busiest edge while everything is in view. */
const PER_PIXEL = 0.1;
const MOST_PER_UNIT = 5;

/** CSS pixels squared that each particle has for itself at least: more of them would run together. */
const ROOM = 90;

/**
 * Particles a world unit of the busiest edge: as many as can be told apart while the whole graph is in view. Depends on
 * the graph's extent and the picture's size, not on the camera, so that zooming neither adds nor takes particles.
 */
export function particlesPerUnit(bounds: Bounds, viewport: Viewport): number {
  return Math.min(MOST_PER_UNIT, fitCamera(bounds, viewport).scale * PER_PIXEL);
}

/** Particles that can be told apart in a picture of this size. */
export function legibleParticles(viewport: Viewport): number {
  return Math.floor((viewport.width * viewport.height) / ROOM);
}

/** Particles of requests that the options allow: where answers are drawn, each has one of its own. */
export function requestsAtMost({ maximumParticles, responses }: SceneOptions): number {
  return responses ? Math.floor(maximumParticles / 2) : maximumParticles;
}
