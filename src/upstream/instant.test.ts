import { graphiteLookback, latestBucket, latestTables, recentBuckets } from './instant';

const GRID = { from: 5000, to: 61_000, stepMs: 10_000 };
const TIMES = Float64Array.of(40_000, 50_000, 60_000);
const table = (...rows: number[][]) => ({
  labels: rows.map((_, row) => ({ row: String(row) })),
  times: TIMES,
  values: Float64Array.from(rows.flat()),
});

describe('an instant', () => {
  it('U7: is the last bucket of a grid; where it may be late, the last three are read', () => {
    expect(latestBucket(GRID)).toEqual({ from: 50_000, to: 60_000, stepMs: 10_000 });
    expect(recentBuckets(GRID)).toEqual({ from: 30_000, to: 60_000, stepMs: 10_000 });
  });

  it('U7: Graphite is asked about ten minutes, or four buckets where that is longer', () => {
    expect(graphiteLookback(10_000)).toEqual({ lengthMs: 600_000, maxDataPoints: 120 });
    expect(graphiteLookback(300_000)).toEqual({ lengthMs: 1_200_000, maxDataPoints: 8 });
  });

  it('U7: all expressions take the last bucket that has requests, each series in its place', () => {
    const tables = latestTables({
      requests: table([1, 2, NaN], [NaN, NaN, NaN]),
      p95: table([0.1, 0.2, 0.3]),
    });
    expect(tables.requests).toEqual({
      labels: [{ row: '0' }, { row: '1' }],
      times: Float64Array.of(60_000),
      values: Float64Array.of(2, NaN),
    });
    expect(tables.p95?.values).toEqual(Float64Array.of(0.2));
  });

  it('U7: what has no requests at all is silent, and not late', () => {
    const tables = latestTables({ requests: table([NaN, NaN, NaN]), p95: table([0.1, 0.2, 0.3]) });
    expect(tables.requests?.values).toEqual(Float64Array.of(NaN));
    expect(tables.p95?.values).toEqual(Float64Array.of(0.3));
    expect(latestTables({ p95: table([0.1, 0.2, NaN]) }).p95?.values).toEqual(Float64Array.of(NaN));
    expect(latestTables({})).toEqual({});
  });
});
