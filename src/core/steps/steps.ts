/** A computation that can pause: it yields between steps of a few milliseconds each, and returns its result. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** All steps at once. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}
