import { reachOf } from './reach';

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
