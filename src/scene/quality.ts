import { ENOUGH_PARTICLES } from '../core/flow';

/** What is drawn at one quality. */
export interface Quality {
  /** Part of the particles; all edges keep theirs in proportion, so that densities still compare. */
  readonly particles: number;
  /** Device pixels a CSS pixel at most. */
  readonly pixelRatio: number;
  /** Strength of the particles' glow, which is what most fragments are drawn for. */
  readonly glow: number;
  /** The same where particles are few, so that their glow costs little. */
  readonly glowOfFew: number;
}

/** Each step draws less. Texts, states and relative densities stay true at every one. */
export const QUALITY_STEPS: readonly Quality[] = [
  { particles: 1, pixelRatio: 2, glow: 1, glowOfFew: 1 },
  { particles: 1, pixelRatio: 1.5, glow: 0.6, glowOfFew: 1 },
  { particles: 0.6, pixelRatio: 1, glow: 0.35, glowOfFew: 0.7 },
  { particles: 0.35, pixelRatio: 1, glow: 0, glowOfFew: 0.35 },
  { particles: 0.15, pixelRatio: 1, glow: 0, glowOfFew: 0 },
  { particles: 0.06, pixelRatio: 0.75, glow: 0, glowOfFew: 0 },
];

/** From as many particles as are never thinned, the glow falls to that of many at twice as many. */
export function glowOf(quality: Quality, particles: number): number {
  const many = Math.min(1, Math.max(0, particles / ENOUGH_PARTICLES - 1));
  return quality.glowOfFew + (quality.glow - quality.glowOfFew) * many;
}

const percent = (part: number) => `${Math.round(part * 100)}%`;

/** A step in words, for a picture with this many particles: which it is, and what it draws less than full quality. */
export function describeQuality(step: number, particles: number): string {
  const full = QUALITY_STEPS[0];
  const quality = QUALITY_STEPS[step] ?? full;
  const glow = glowOf(quality, particles);
  const less = [
    // Few are not thinned, whatever the step.
    quality.particles < full.particles && particles > ENOUGH_PARTICLES
      ? `${percent(quality.particles)} of particles`
      : '',
    quality.pixelRatio < full.pixelRatio ? `resolution up to ${quality.pixelRatio}×` : '',
    glow < full.glow ? (glow > 0 ? `${percent(glow)} of glow` : 'no glow') : '',
  ].filter((part) => part !== '');
  return `${step} of ${QUALITY_STEPS.length - 1}: ${less.length > 0 ? less.join(', ') : 'full'}`;
}

/** Where rendering without a GPU starts. */
export const SOFTWARE_STEP = 2;

/** Seconds a frame: slower than this steps down, faster than that steps up again. */
const SLOW = 1 / 22;
const FAST = 1 / 50;
const WINDOW = 24;
/** A window of very slow frames is judged by these few. */
const FEW = 4;
const LONG_ENOUGH = 1.5;
/** Longer than any frame: somebody looked away. */
const PAUSE = 4;
/** Seconds of fast frames before a step up; doubled each time that one did not last. */
const PATIENCE = 10;

export interface Governor {
  step(): number;
  /** Tells of a frame; true when the step changed. `interval` in seconds since the frame before. */
  frame(interval: number): boolean;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Watches the time between frames and steps quality down while they are slow, up again when they are fast for long. */
export function createGovernor(start: number, frameRateLimit: () => number): Governor {
  let step = start;
  let intervals: number[] = [];
  let sum = 0;
  let fastFor = 0;
  let patience = PATIENCE;
  let wentUp = false;
  return {
    step: () => step,
    frame(interval) {
      if (!(interval > 0) || interval > PAUSE) {
        return false;
      }
      intervals.push(interval);
      sum += interval;
      if (intervals.length < WINDOW && !(intervals.length >= FEW && sum > LONG_ENOUGH)) {
        return false;
      }
      const limit = frameRateLimit();
      const usual = median(intervals);
      const seconds = sum;
      intervals = [];
      sum = 0;
      if (usual > Math.max(SLOW, limit > 0 ? 1.6 / limit : 0) && step < QUALITY_STEPS.length - 1) {
        patience = wentUp ? patience * 2 : patience;
        wentUp = false;
        fastFor = 0;
        step++;
        return true;
      }
      fastFor = usual < Math.max(FAST, limit > 0 ? 1.2 / limit : 0) ? fastFor + seconds : 0;
      if (fastFor >= patience && step > 0) {
        wentUp = true;
        fastFor = 0;
        step--;
        return true;
      }
      return false;
    },
  };
}

/** Whether a renderer's name tells that there is no GPU. */
export function isSoftware(rendererName: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(rendererName);
}
