import { DEFAULT_CLASSES } from '../model/definition';
import { FLOWING, IDLE, NO_DATA, trafficColumns } from './traffic';

const RATES = Float32Array.of(6, 3, 1, 0, 0, 0, NaN, NaN, NaN, NaN, 2, NaN, Infinity, 1, 1, NaN, 0, -1);

describe('what flows', () => {
  const columns = trafficColumns(RATES, 6, DEFAULT_CLASSES);

  it('F8: tells flowing, idle and no data apart', () => {
    expect(Array.from(columns.activities)).toEqual([FLOWING, IDLE, NO_DATA, FLOWING, FLOWING, IDLE]);
  });

  it('F9: shares are parts of all known rates', () => {
    expect(Array.from(columns.totals)).toEqual([10, 0, 0, 2, 2, 0]);
    expect(columns.warning[0]).toBeCloseTo(0.3, 6);
    expect(columns.danger[0]).toBeCloseTo(0.1, 6);
    expect([columns.warning[1], columns.danger[2]]).toEqual([0, 0]);
    expect([columns.warning[3], columns.danger[3]]).toEqual([1, 0]);
    expect([columns.warning[4], columns.danger[4]]).toEqual([0.5, 0.5]);
  });
});
