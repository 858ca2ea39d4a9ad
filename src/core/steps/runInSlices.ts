import type { Steps } from './steps';

/** How work is cut into slices that leave room for input and frames in between. */
export interface Slicing {
  /** A slice ends with the first step after so many milliseconds. What is done within one ends without any pause. */
  readonly budgetMs: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Calls back later, once others have had their turn. */
  readonly pause: (resume: () => void) => void;
}

/**
 * Runs steps, the first of them at once, and pauses between slices.
 *
 * @param onDone gets the result, once; before this returns, where one slice is enough
 * @param onError gets what a step throws, in place of a result
 * @returns ends the work: no step runs and nothing is called back after that
 */
export function runInSlices<Result>(
  steps: Steps<Result>,
  { budgetMs, now, pause }: Slicing,
  onDone: (result: Result) => void,
  onError: (error: unknown) => void
): () => void {
  let cancelled = false;
  const slice = (): void => {
    if (cancelled) {
      return;
    }
    const end = now() + budgetMs;
    let step: IteratorResult<undefined, Result>;
    try {
      do {
        step = steps.next();
      } while (step.done !== true && now() < end);
    } catch (error) {
      onError(error);
      return;
    }
    if (step.done === true) {
      onDone(step.value);
    } else {
      pause(slice);
    }
  };
  slice();
  return () => {
    cancelled = true;
  };
}
