import { DEFAULT_CLASSES } from '../model/definition';
import { activityOf, severityShares, totalRate } from './traffic';

const RATES = Float32Array.of(6, 3, 1, 0, 0, 0, NaN, NaN, NaN, NaN, 2, NaN, Infinity, 1, 1);

describe('what flows', () => {
  it('F8: tells flowing, idle and no data apart', () => {
    expect([0, 1, 2, 3].map((row) => activityOf(RATES, row, 3))).toEqual(['flowing', 'idle', 'noData', 'flowing']);
  });

  it('F9: shares are parts of all known rates', () => {
    const shares = severityShares(RATES, 0, DEFAULT_CLASSES);
    expect(shares.total).toBe(10);
    expect(shares.warning).toBeCloseTo(0.3, 6);
    expect(shares.danger).toBeCloseTo(0.1, 6);
    expect(severityShares(RATES, 1, DEFAULT_CLASSES)).toEqual({ total: 0, warning: 0, danger: 0 });
    expect(severityShares(RATES, 3, DEFAULT_CLASSES)).toEqual({ total: 2, warning: 1, danger: 0 });
    expect(totalRate(RATES, 4, 3)).toBe(2);
  });
});
