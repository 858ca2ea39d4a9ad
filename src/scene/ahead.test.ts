import { aheadOf } from './ahead';
import { reachOf } from './reach';

describe('which edges stand out where lines crowd', () => {
  const ahead = new Float32Array(4);
  aheadOf(Float32Array.of(0.2, 1, 0.5, 0), Float32Array.of(10, 20, 30, 40), ahead);

  test('the part of all length that has more traffic, and half of its own', () => {
    expect(Array.from(ahead)).toEqual([0.55, 0.1, 0.35, 0.8].map(Math.fround));
  });

  test('equals are ahead of one another by half', () => {
    const same = new Float32Array(2);
    aheadOf(Float32Array.of(0.4, 0.4), Float32Array.of(7, 7), same);
    expect(Array.from(same)).toEqual([0.5, 0.5]);
  });

  test('edges without length are all at the front', () => {
    const none = new Float32Array(1);
    aheadOf(Float32Array.of(0.4), Float32Array.of(0), none);
    expect(none[0]).toBe(0);
  });
});

describe('how far nodes may grow in small pictures', () => {
  test('by the way to the nearest neighbour, never smaller than they are', () => {
    expect(reachOf(Float32Array.of(0, 0, 10, 0, 30, 0))).toBeCloseTo(2.4);
    expect(reachOf(Float32Array.of(0, 0, 2, 0))).toBe(1);
    expect(reachOf(Float32Array.of(0, 0))).toBe(1);
  });

  test('not at all on large maps', () => {
    expect(reachOf(Float32Array.from({ length: 400 }, (_, index) => index * 20))).toBe(1);
  });
});
