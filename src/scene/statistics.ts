import type { SceneStatistics } from './types';

const FRAMES = 60;

/** Of a scene that was disposed of. */
export const NO_STATISTICS: SceneStatistics = {
  framesPerSecond: 0,
  scriptMs: 0,
  drawCalls: 0,
  particles: 0,
  nodes: 0,
  edges: 0,
  qualityStep: 0,
  geometries: 0,
  textures: 0,
  programs: 0,
};

/** Means over the last frames, kept in place: a frame allocates nothing. */
export interface FrameMeter {
  /** Milliseconds of script, and seconds since the frame before (0 for none). */
  frame(scriptMs: number, interval: number): void;
  scriptMs(): number;
  framesPerSecond(): number;
}

export function createFrameMeter(): FrameMeter {
  const script = new Float64Array(FRAMES);
  const intervals = new Float64Array(FRAMES);
  let count = 0;
  const mean = (values: Float64Array) => {
    const filled = Math.min(count, FRAMES);
    let sum = 0;
    let known = 0;
    for (let index = 0; index < filled; index++) {
      sum += values[index];
      known += values[index] > 0 ? 1 : 0;
    }
    return known > 0 ? sum / known : 0;
  };
  return {
    frame(scriptMs, interval) {
      script[count % FRAMES] = scriptMs;
      intervals[count % FRAMES] = interval;
      count++;
    },
    scriptMs: () => mean(script),
    framesPerSecond: () => {
      const interval = mean(intervals);
      return interval > 0 ? 1 / interval : 0;
    },
  };
}
