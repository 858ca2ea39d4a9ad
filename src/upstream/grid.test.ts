import { fitGrid, gridTimes } from './grid';

const MINUTE = 60_000;

describe('gridTimes', () => {
  it('U1: ends buckets at the multiples of the step after from, up to and with to', () => {
    expect([...gridTimes({ from: 0, to: 3 * MINUTE, stepMs: MINUTE })]).toEqual([MINUTE, 2 * MINUTE, 3 * MINUTE]);
    expect([...gridTimes({ from: 30_000, to: 170_000, stepMs: MINUTE })]).toEqual([MINUTE, 2 * MINUTE]);
  });

  it('U1: gives one bucket where the range holds none', () => {
    expect([...gridTimes({ from: 61_000, to: 62_000, stepMs: MINUTE })]).toEqual([MINUTE]);
    expect([...gridTimes({ from: MINUTE, to: MINUTE, stepMs: MINUTE })]).toEqual([MINUTE]);
  });

  it.each([
    { from: 0, to: MINUTE, stepMs: 0 },
    { from: 0, to: MINUTE, stepMs: NaN },
    { from: MINUTE, to: 0, stepMs: 1000 },
    { from: 0, to: Infinity, stepMs: 1000 },
  ])('U1: throws on %j and shows it', (grid) => {
    expect(() => gridTimes(grid)).toThrow(`step ${grid.stepMs}`);
  });
});

describe('fitGrid', () => {
  it('U2: leaves a range of 11,000 buckets as it is', () => {
    const grid = { from: 0, to: 11_000_000, stepMs: 1000 };
    expect(fitGrid(grid)).toEqual({ grid, notices: [] });
  });

  it('U2: raises the step to a round one beyond, and says so', () => {
    const fitted = fitGrid({ from: 0, to: 24 * 60 * MINUTE, stepMs: 1000 });
    expect(fitted.grid.stepMs).toBe(10_000);
    expect(gridTimes(fitted.grid).length).toBeLessThanOrEqual(11_000);
    expect(fitted.notices).toEqual([
      expect.objectContaining({ severity: 'info', text: expect.stringContaining('from 1 s to 10 s') }),
    ]);
  });

  it('U2: finds a step for a range of years', () => {
    const fitted = fitGrid({ from: 0, to: 60 * 365 * 24 * 60 * MINUTE, stepMs: 1000 });
    expect(gridTimes(fitted.grid).length).toBeLessThanOrEqual(11_000);
  });
});
