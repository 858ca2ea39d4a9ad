import { overRows } from './overRows';
import { runInSlices } from './runInSlices';
import { runAtOnce, type Steps } from './steps';

/** Steps of ten milliseconds each on a clock that they move themselves. */
function setUp(count: number, failAt = Infinity) {
  let time = 0;
  let taken = 0;
  const paused: Array<() => void> = [];
  function* steps(): Steps<string> {
    for (; taken < count; taken++) {
      if (taken === failAt) {
        throw new Error('no more');
      }
      time += 10;
      yield;
    }
    return 'done';
  }
  const results: unknown[] = [];
  const cancel = runInSlices(
    steps(),
    { budgetMs: 25, now: () => time, pause: (resume) => paused.push(resume) },
    (result) => results.push(result),
    (error) => results.push(error)
  );
  return { results, cancel, resume: () => paused.shift()?.(), waits: () => paused.length, taken: () => taken };
}

test('P1 what one slice is enough for is done at once', () => {
  const { results, waits } = setUp(2);
  expect(results).toEqual(['done']);
  expect(waits()).toBe(0);
});

test('P2 more work pauses after each slice, and goes on where it was', () => {
  const { results, resume, waits, taken } = setUp(7);
  const seen = [taken()];
  while (waits() > 0) {
    expect(results).toEqual([]);
    resume();
    seen.push(taken());
  }
  expect(seen).toEqual([2, 5, 7]);
  expect(results).toEqual(['done']);
});

test('P3 cancelled work takes no further step and calls nobody', () => {
  const { results, cancel, resume, waits, taken } = setUp(7);
  const before = taken();
  cancel();
  resume();
  expect([taken(), waits(), results]).toEqual([before, 0, []]);
});

test('P4 an error ends the work, in the first slice or in a later one', () => {
  expect(setUp(7, 1).results).toEqual([new Error('no more')]);
  const later = setUp(7, 4);
  later.resume();
  expect(later.results).toEqual([new Error('no more')]);
  expect(later.waits()).toBe(0);
});

test('P5 rows are gone over once each, in order, in steps of about as many cells', () => {
  const gone: Array<readonly [number, number]> = [];
  const steps = overRows(10_000, 100, (from, end) => gone.push([from, end]));
  runAtOnce(steps);
  expect(gone).toEqual([
    [0, 2500],
    [2500, 5000],
    [5000, 7500],
    [7500, 10_000],
  ]);
  const wide: number[] = [];
  runAtOnce(overRows(3, 1e9, (from, end) => wide.push(from, end)));
  expect(wide).toEqual([0, 1, 1, 2, 2, 3]);
  runAtOnce(overRows(3, 0, (from, end) => wide.push(from, end)));
  expect(wide.slice(6)).toEqual([0, 3]);
});
