/**
 * Phases wrap at this many laps. A particle's class is drawn anew each lap from `lap × LAP_STEP / LAPS`, so the lap
 * count must survive updates; a Fibonacci number makes the draws spread evenly.
 */
export const LAPS = 233;
export const LAP_STEP = 144;

/** Seconds after which the time that shaders see starts again from 0, so that single precision always suffices. */
export const EPOCH_SECONDS = 128;

function wrap(phase: number): number {
  return phase - Math.floor(phase / LAPS) * LAPS;
}

/** Phase in laps, 0–233, at a time in seconds, of what started at `phase` and runs `lapsPerSecond`. */
export function phaseAt(phase: number, lapsPerSecond: number, seconds: number): number {
  return wrap(phase + lapsPerSecond * seconds);
}

/** The starting phase that makes a new speed go on, at `seconds`, from where the old one is. */
export function foldPhase(phase: number, oldSpeed: number, newSpeed: number, seconds: number): number {
  return wrap(phase + (oldSpeed - newSpeed) * seconds);
}
