import { DEFAULT_CLASSES } from '../model/definition';
import { flowDensities, maximumRate, rateToDensity } from './density';
import { FLOWING, IDLE, NO_DATA, trafficColumns } from './traffic';

describe('density', () => {
  it('F1: is 0 without traffic and 1 at the maximum and above', () => {
    for (const scale of ['log', 'linear'] as const) {
      expect([0, -1, NaN].map((rate) => rateToDensity(rate, 100, scale))).toEqual([0, 0, 0]);
      expect(rateToDensity(100, 100, scale)).toBeCloseTo(1, 12);
      expect(rateToDensity(1e9, 100, scale)).toBeCloseTo(1, 12);
      expect(rateToDensity(5, 0, scale)).toBe(0);
    }
  });

  it('F2: log tells three decades apart', () => {
    const decades = [1, 10, 100, 1000].map((rate) => rateToDensity(rate, 1000, 'log'));
    expect(decades[0]).toBeCloseTo(Math.log(2) / Math.log(1001), 12);
    const steps = decades.slice(1).map((density, index) => density - decades[index]);
    steps.forEach((step) => expect(step).toBeGreaterThan(0.2));
  });

  it('F3: linear is the part of the maximum', () => {
    expect(rateToDensity(25, 100, 'linear')).toBeCloseTo(0.25, 12);
  });

  it('F4: is monotone in the rate', () => {
    for (const scale of ['log', 'linear'] as const) {
      let last = 0;
      for (let rate = 0.001; rate < 2000; rate *= 1.3) {
        const density = rateToDensity(rate, 1000, scale);
        expect(density).toBeGreaterThanOrEqual(last);
        last = density;
      }
    }
  });

  it('F5: infinite and unknown rates are no maximum', () => {
    expect(maximumRate(Float32Array.of(1, NaN, Infinity, 7))).toBe(7);
    expect(maximumRate(Float32Array.of(NaN))).toBe(0);
  });

  it('F17: bytes stand in where no request rate is known, on a scale of their own', () => {
    const rates = Float32Array.of(8, NaN, NaN, 4, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0, 0, 0);
    const bytes = Float32Array.of(1e9, NaN, 2e6, 1e6, 5e9);
    const traffic = trafficColumns(rates, 5, DEFAULT_CLASSES, bytes);
    expect(Array.from(traffic.bytes)).toEqual([0, 0, 2e6, 1e6, 0]);
    expect(Array.from(traffic.totals)).toEqual([8, 4, 0, 0, 0]);
    expect(Array.from(traffic.activities)).toEqual([FLOWING, FLOWING, FLOWING, FLOWING, IDLE]);
    expect(Array.from(flowDensities(traffic, 'linear'))).toEqual([1, 0.5, 1, 0.5, 0]);
    const none = trafficColumns(rates.fill(NaN), 5, DEFAULT_CLASSES, Float32Array.of(0, NaN, Infinity, -1, NaN));
    expect(Array.from(none.activities)).toEqual([IDLE, NO_DATA, NO_DATA, NO_DATA, NO_DATA]);
    expect(Array.from(flowDensities(none, 'log'))).toEqual([0, 0, 0, 0, 0]);
  });
});
