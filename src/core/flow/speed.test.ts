import { FASTEST, latencyToSpeed, SLOWEST, USUAL_SPEED } from './speed';

describe('speed', () => {
  it('F6: falls by the same factor each decade, between its ends', () => {
    expect(latencyToSpeed(0)).toBeCloseTo(FASTEST, 12);
    expect(latencyToSpeed(0.001)).toBeCloseTo(FASTEST, 12);
    expect(latencyToSpeed(60)).toBeCloseTo(SLOWEST, 12);
    const factor = latencyToSpeed(0.1) / latencyToSpeed(0.01);
    expect(latencyToSpeed(1) / latencyToSpeed(0.1)).toBeCloseTo(factor, 12);
    expect(factor).toBeLessThan(1);
  });

  it('F7: is the usual one where latency is unknown', () => {
    expect(latencyToSpeed(NaN)).toBe(USUAL_SPEED);
    expect(USUAL_SPEED).toBeGreaterThan(SLOWEST);
    expect(USUAL_SPEED).toBeLessThan(FASTEST);
  });
});
