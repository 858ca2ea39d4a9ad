import { fitCamera, type Bounds, type Viewport } from './camera';

/** Particles a CSS pixel of the busiest edge while everything is in view. */
const PER_PIXEL = 0.13;
const FEWEST = 0.4;
const MOST = 5;

/**
 * Particles a world unit of the busiest edge: as many as can be told apart while the whole graph is in view. Depends on
 * the graph's extent and the picture's size, not on the camera, so that zooming neither adds nor takes particles.
 */
export function particlesPerUnit(bounds: Bounds, viewport: Viewport): number {
  return Math.min(MOST, Math.max(FEWEST, fitCamera(bounds, viewport).scale * PER_PIXEL));
}
