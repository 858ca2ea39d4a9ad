import type { SceneOptions } from '../../src/scene/types';

/** Options of a scene in tests: few particles, no texts at edges. */
export const SCENE_OPTIONS: SceneOptions = Object.freeze({
  maximumParticles: 100,
  particleSize: 4,
  density: 'log',
  speed: 'latency',
  responses: false,
  edgeLabel: 'none',
  showLabels: true,
  textScale: 1,
  sizeByTraffic: false,
  frameRateLimit: 0,
  reducedMotion: false,
});
