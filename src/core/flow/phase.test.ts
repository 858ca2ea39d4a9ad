import { seededRandom } from '../../../tests/support/random';
import { EPOCH_SECONDS, foldPhase, LAPS, phaseAt } from './phase';

/** As the shader adds it up: the phase of the epoch and the time within it, in single precision. */
function shaderPhase(phase: number, speed: number, seconds: number): number {
  const epoch = Math.floor(seconds / EPOCH_SECONDS) * EPOCH_SECONDS;
  const within = Math.fround(Math.fround(seconds - epoch) * Math.fround(speed));
  return Math.fround(Math.fround(phaseAt(phase, speed, epoch)) + within);
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
      const [before, after] = [Math.fround(random() * 1.6), Math.fround(random() * 1.6)];
      const seconds = random() * 10 ** (random() * 7);
      const folded = foldPhase(phase, before, after, seconds);
      expect(apart(shaderPhase(phase, before, seconds), shaderPhase(folded, after, seconds), 1)).toBeLessThan(1e-3);
    }
  });

  it('F13: the start of an epoch moves no particle', () => {
    const before = shaderPhase(5.3, 0.7, EPOCH_SECONDS * 9 - 1e-6);
    const after = shaderPhase(5.3, 0.7, EPOCH_SECONDS * 9);
    expect(apart(before, after, LAPS)).toBeLessThan(1e-3);
  });

  it('F14: laps go on over a change of speed', () => {
    const folded = foldPhase(17.25, 0.9, 0.2, 400);
    expect(apart(phaseAt(17.25, 0.9, 400), phaseAt(folded, 0.2, 400), LAPS)).toBeLessThan(1e-9);
  });
});
