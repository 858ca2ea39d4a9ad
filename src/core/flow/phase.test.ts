import { seededRandom } from '../../../tests/support/random';
import {
  EPOCH_SECONDS,
  epochOf,
  foldPhase,
  LAP_STEP,
  LAPS,
  phaseAt,
  phaseParts,
  secondsInEpoch,
  wholeSpeed,
} from './phase';

/** As the shader adds it up: whole epochs in integers of 32 bits, the time within one in single precision. */
function shaderPhase(phase: number, speed: number, seconds: number): number {
  const start = (phaseParts(phase) + (Math.imul(epochOf(seconds), Math.fround(speed) * 2 ** 23) << 8)) >>> 0;
  const within = Math.fround(Math.fround(secondsInEpoch(seconds)) * Math.fround(speed));
  return Math.fround((start >>> 8) / 65536 + within);
}

const apart = (a: number, b: number, around: number) => {
  const away = Math.abs(a - b) % around;
  return Math.min(away, around - away);
};

describe('phase', () => {
  it('F13: a change of speed moves no particle by more than 1/1000 of an edge', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 2_000; round++) {
      const phase = random() * LAPS;
      const [before, after] = [wholeSpeed(random() * 1.6), wholeSpeed(random() * 1.6)];
      const seconds = random() * 10 ** (random() * 7);
      const folded = foldPhase(phase, before, after, seconds);
      expect(apart(shaderPhase(phase, before, seconds), shaderPhase(folded, after, seconds), 1)).toBeLessThan(1e-3);
    }
  });

  it('F13: the start of an epoch moves no particle', () => {
    const before = shaderPhase(5.3, wholeSpeed(0.7), EPOCH_SECONDS * 9 - 1e-6);
    const after = shaderPhase(5.3, wholeSpeed(0.7), EPOCH_SECONDS * 9);
    expect(apart(before, after, LAPS)).toBeLessThan(1e-3);
  });

  it('F16: particles are where they should be after a year, and laps are counted on', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 500; round++) {
      const speed = wholeSpeed(random() * 1.6);
      const seconds = Math.floor(random() * 86_400 * 365);
      const shown = shaderPhase(0, speed, seconds);
      expect(apart(shown, phaseAt(0, speed, seconds), LAPS)).toBeLessThan(1e-3);
    }
  });

  it('F14: over all laps a particle draws each part once', () => {
    const draws = new Set(Array.from({ length: LAPS }, (_, lap) => (lap * LAP_STEP) % LAPS));
    expect(draws.size).toBe(LAPS);
  });

  it('F14: laps go on over a change of speed', () => {
    const folded = foldPhase(17.25, 0.9, 0.2, 400);
    expect(apart(phaseAt(17.25, 0.9, 400), phaseAt(folded, 0.2, 400), LAPS)).toBeLessThan(1e-9);
  });
});
