import { alignSeries, sampleStep, type SampleStamp } from './alignSeries';

const STEP = 60_000;

/** Lays samples, in seconds and values, on six one-minute buckets. */
function aligned(
  samples: ReadonlyArray<readonly [number, number]>,
  ownStepMs: number,
  stamp: SampleStamp
): { values: number[]; outside: number } {
  const times = Float64Array.from({ length: 6 }, (_, index) => (index + 1) * STEP);
  const values = new Float64Array(6).fill(NaN);
  const outside = alignSeries(
    { values, offset: 0, times, stepMs: STEP },
    {
      times: Float64Array.from(samples, ([time]) => time * 1000),
      values: Float64Array.from(samples, ([, value]) => value),
      count: samples.length,
    },
    ownStepMs,
    stamp
  );
  return { values: [...values], outside };
}

describe('alignSeries', () => {
  it('U10: takes a Prometheus timestamp as the end of its interval', () => {
    expect(
      aligned(
        [
          [60, 1],
          [120, 2],
          [360, 6],
        ],
        STEP,
        'end'
      ).values
    ).toEqual([1, 2, NaN, NaN, NaN, 6]);
  });

  it('U10: takes a Graphite timestamp as the start of its interval', () => {
    expect(
      aligned(
        [
          [0, 1],
          [60, 2],
          [300, 6],
        ],
        STEP,
        'start'
      ).values
    ).toEqual([1, 2, NaN, NaN, NaN, 6]);
  });

  it('U10: puts an odd timestamp into the bucket that ends after it', () => {
    expect(
      aligned(
        [
          [61, 5],
          [179, 7],
        ],
        STEP,
        'end'
      ).values
    ).toEqual([NaN, 5, 7, NaN, NaN, NaN]);
  });

  it('U11: takes the mean of several samples of one bucket', () => {
    expect(
      aligned(
        [
          [10, 1],
          [20, 2],
          [30, 6],
          [70, 4],
        ],
        10_000,
        'end'
      ).values
    ).toEqual([3, 4, NaN, NaN, NaN, NaN]);
  });

  it('U12: fills the buckets that a coarse sample covers, and lets the newest stand for two more of its steps', () => {
    expect(aligned([[0, 1]], 2 * STEP, 'start').values).toEqual([1, 1, 1, 1, 1, 1]);
    expect(
      aligned(
        [
          [-120, 1],
          [0, 2],
        ],
        2 * STEP,
        'end'
      ).values
    ).toEqual([2, 2, 2, 2, NaN, NaN]);
  });

  it('U12: fills no gap within a coarse series', () => {
    expect(
      aligned(
        [
          [120, 1],
          [360, 3],
        ],
        2 * STEP,
        'end'
      ).values
    ).toEqual([1, 1, NaN, NaN, 3, 3]);
  });

  it('U12: carries nothing on that is as fine as the grid', () => {
    expect(
      aligned(
        [
          [60, 1],
          [120, 2],
        ],
        STEP,
        'end'
      ).values
    ).toEqual([1, 2, NaN, NaN, NaN, NaN]);
  });

  it('U13: leaves out NaN values and times, and keeps infinite values', () => {
    expect(
      aligned(
        [
          [60, NaN],
          [120, Infinity],
          [NaN, 3],
          [240, -Infinity],
        ],
        STEP,
        'end'
      ).values
    ).toEqual([NaN, Infinity, NaN, -Infinity, NaN, NaN]);
  });

  it('U14: leaves out what lies outside, and counts it', () => {
    expect(
      aligned(
        [
          [-60, 1],
          [60, 2],
          [420, 3],
        ],
        STEP,
        'end'
      )
    ).toEqual({ values: [2, NaN, NaN, NaN, NaN, NaN], outside: 2 });
  });
});

describe('sampleStep', () => {
  it('is the smallest distance, or the fallback for fewer than two times', () => {
    expect(sampleStep([0, 30, 40, 40], 4, 7)).toBe(10);
    expect(sampleStep([5], 1, 7)).toBe(7);
  });
});
