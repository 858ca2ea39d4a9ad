import { createRandom, seedFor } from './random';

/** Waves an hour of the noise: none divides the next, so that no short pattern shows. */
const NOISE_WAVES: ReadonlyArray<readonly [number, number]> = Object.freeze([
  [2, 0.05],
  [5, 0.04],
  [11, 0.03],
  [23, 0.025],
  [47, 0.015],
]);

/** Smooth noise about 1, between 0.84 and 1.16, over an hour that joins its own start. */
export function createNoise(seed: number, name: string): (hourPart: number) => number {
  const random = createRandom(seedFor(seed, name));
  const phases = NOISE_WAVES.map(() => random());
  return (hourPart) =>
    NOISE_WAVES.reduce(
      (sum, [waves, height], index) => sum + height * Math.sin(2 * Math.PI * (waves * hourPart + phases[index])),
      1
    );
}

/** The load of each full hour of a UTC day, 25 values, the last equal to the first; its mean is about 1. */
export function dailyLoad(utcOffset: number): Float64Array {
  return Float64Array.from({ length: 25 }, (_, hour) => {
    const local = hour + utcOffset;
    const day = Math.cos((2 * Math.PI * (local - 16)) / 24);
    const evening = Math.cos((4 * Math.PI * (local - 20)) / 24);
    return 1 + 0.42 * day + 0.12 * evening;
  });
}

/** How far an incident has come: 0 outside of it, 1 within, even ramps of a given length inside of its ends. */
export function incidentStrength(hourPart: number, start: number, end: number, ramp: number): number {
  return Math.max(0, Math.min(1, (hourPart - start) / ramp, (end - hourPart) / ramp));
}
