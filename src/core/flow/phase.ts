/**
 * Phases wrap at this many laps. A particle's class is drawn anew each lap from `lap × LAP_STEP / LAPS`, so the lap
 * count must survive updates. A power of two wraps by itself in the shader's integers; the step is odd and close to its
 * golden section, so that the draws visit every part and spread evenly.
 */
export const LAPS = 256;
export const LAP_STEP = 157;

/** Seconds after which the time that shaders see starts again from 0, so that single precision always suffices. */
export const EPOCH_SECONDS = 128;

/** Parts of a lap in which phases are told to the shader: 8 bits of laps and 24 of parts. */
const PHASE_PARTS = 2 ** 24;

/** Speeds are multiples of 2⁻²³ laps a second, which single precision holds: an epoch's way is then a whole number of parts. */
const SPEED_PARTS = 2 ** 23;

function wrap(phase: number): number {
  return phase - Math.floor(phase / LAPS) * LAPS;
}

/** Phase in laps, 0–256, at a time in seconds, of what started at `phase` and runs `lapsPerSecond`. */
export function phaseAt(phase: number, lapsPerSecond: number, seconds: number): number {
  return wrap(phase + lapsPerSecond * seconds);
}

/** The starting phase that makes a new speed go on, at `seconds`, from where the old one is. */
export function foldPhase(phase: number, oldSpeed: number, newSpeed: number, seconds: number): number {
  return wrap(phase + (oldSpeed - newSpeed) * seconds);
}

/** The nearest speed, in laps a second below 2, with which no particle drifts however many epochs pass. */
export function wholeSpeed(lapsPerSecond: number): number {
  return Math.round(lapsPerSecond * SPEED_PARTS) / SPEED_PARTS;
}

/** A phase as an unsigned integer of 32 bits, to which the shader adds whole epochs without losing a bit. */
export function phaseParts(phase: number): number {
  return Math.round(wrap(phase) * PHASE_PARTS) >>> 0;
}

/** The number of the epoch of a time in seconds, wrapped as the shader's integers wrap. */
export function epochOf(seconds: number): number {
  return Math.floor(seconds / EPOCH_SECONDS) >>> 0;
}

/** Seconds since the beginning of the epoch of a time. */
export function secondsInEpoch(seconds: number): number {
  return seconds - Math.floor(seconds / EPOCH_SECONDS) * EPOCH_SECONDS;
}
