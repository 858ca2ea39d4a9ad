import type { DeriveInput } from '../../core/derive/deriveTraffic';
import { SIMULATED_DEFINITION } from './completeQuery';
import { createLastAnswers, MAXIMUM_AGE_MS } from './lastAnswers';

const STEP = 60_000;
const GRID = { from: 0, to: 10 * STEP, stepMs: STEP };
const later = (byMs: number) => ({ ...GRID, from: GRID.from + byMs, to: GRID.to + byMs });

function inputOf(samples: number): DeriveInput {
  const times = Float64Array.from({ length: samples }, (_, index) => (index + 1) * STEP);
  const requests = { labels: [{ source: 'a', target: 'b' }], times, values: times.map(() => 3) };
  return { definition: SIMULATED_DEFINITION, tables: { requests } };
}

describe('last answers', () => {
  it('are brought onto the later grid, with their age', () => {
    const answers = createLastAnswers();
    answers.remember('mesh', GRID, inputOf(10));
    const last = answers.recall('mesh', later(2.5 * STEP));
    expect(last).toMatchObject({ since: 10 * STEP, ageMs: 2.5 * STEP });
    expect(last?.input.tables.requests?.times.at(-1)).toBe(12 * STEP);
    expect(last?.input.tables.requests?.values.at(-1)).toBe(3);
    expect(answers.recall('other', GRID)).toBeUndefined();
  });

  it('are forgotten when they are old, and say nothing of an earlier range', () => {
    const answers = createLastAnswers();
    answers.remember('mesh', GRID, inputOf(10));
    expect(answers.recall('mesh', later(MAXIMUM_AGE_MS))).toBeDefined();
    expect(answers.recall('mesh', later(MAXIMUM_AGE_MS + 1))).toBeUndefined();
    expect(answers.recall('mesh', later(-STEP))).toBeUndefined();
  });

  it('are bounded in number and in size: the oldest go first', () => {
    const answers = createLastAnswers();
    for (let index = 0; index < 40; index++) {
      answers.remember(`q${index}`, GRID, inputOf(10));
    }
    const known = Array.from({ length: 40 }, (_, index) => answers.recall(`q${index}`, GRID) !== undefined);
    expect(known.indexOf(true)).toBe(8);
    answers.remember('large', GRID, inputOf(4_999_990));
    expect(answers.recall('q38', GRID)).toBeUndefined();
    expect(answers.recall('q39', GRID)).toBeDefined();
    expect(answers.recall('large', GRID)).toBeDefined();
    answers.remember('too large', GRID, inputOf(5_000_001));
    expect(answers.recall('too large', GRID)).toBeUndefined();
  });
});
