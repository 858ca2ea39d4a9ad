import { seededRandom } from '../../../tests/support/random';
import { particlePopulation } from './population';

const many = (count: number, seed: number) => {
  const random = seededRandom(seed);
  const column = (scale: number) => Float32Array.from({ length: count }, () => random() * scale);
  return { densities: column(1), lengths: column(40), dither: column(1) };
};
const sum = (values: Uint16Array) => values.reduce((total, value) => total + value, 0);

describe('population', () => {
  it('F10: is in proportion to density and length', () => {
    const counts = particlePopulation(Float32Array.of(1, 0.5, 0.5), Float32Array.of(10, 10, 20), new Float32Array(3), {
      maximumParticles: 1000,
      perUnit: 4,
    });
    expect(Array.from(counts)).toEqual([40, 20, 40]);
  });

  it('F11: any traffic shows, none does not', () => {
    const counts = particlePopulation(Float32Array.of(0.001, 0, 1), Float32Array.of(1, 9, 9), new Float32Array(3), {
      maximumParticles: 100,
      perUnit: 1,
    });
    expect(Array.from(counts)).toEqual([1, 0, 9]);
  });

  it('F12: never exceeds the maximum, and keeps relative densities when it shrinks', () => {
    for (const maximumParticles of [0, 50, 400, 3_000]) {
      const { densities, lengths, dither } = many(500, maximumParticles);
      const counts = particlePopulation(densities, lengths, dither, { maximumParticles, perUnit: 3 });
      expect(sum(counts)).toBeLessThanOrEqual(maximumParticles);
      expect(sum(counts)).toBeGreaterThan(maximumParticles * 0.85 - 1);
    }
    const { lengths, dither } = many(2_000, 5);
    const densities = Float32Array.from({ length: 2_000 }, (_, row) => (row % 2 === 0 ? 0.9 : 0.3));
    const counts = particlePopulation(densities, lengths.fill(20), dither, { maximumParticles: 1_200, perUnit: 3 });
    const dense = counts.filter((_, row) => row % 2 === 0);
    const sparse = counts.filter((_, row) => row % 2 === 1);
    expect(sum(dense) / sum(sparse)).toBeGreaterThan(2.4);
    expect(sum(dense) / sum(sparse)).toBeLessThan(3.6);
  });

  it('F15: thins all edges alike, but small pictures not at all', () => {
    const few = [Float32Array.of(1, 0.5), Float32Array.of(10, 10), new Float32Array(2)] as const;
    const whole = { maximumParticles: 20_000, perUnit: 4 };
    expect(particlePopulation(...few, { ...whole, part: 0.06 })).toEqual(particlePopulation(...few, whole));

    const crowd = [new Float32Array(500).fill(0.5), new Float32Array(500).fill(20), new Float32Array(500)] as const;
    expect(sum(particlePopulation(...crowd, whole))).toBe(20_000);
    expect(sum(particlePopulation(...crowd, { ...whole, part: 0.35 }))).toBe(7_000);
    expect(sum(particlePopulation(...crowd, { ...whole, part: 0.01 }))).toBeGreaterThanOrEqual(500);
    expect(sum(particlePopulation(...crowd, { ...whole, part: 0.01 }))).toBeLessThanOrEqual(800);
  });
});
