import { type Steps } from '../../src/core/steps/steps';

/** CPU milliseconds of all threads, those of the garbage collector too, and what the work gave. */
export function cpuMs<Result>(work: () => Result): readonly [number, Result] {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return [(used.user + used.system) / 1000, result];
}

/** CPU milliseconds of the longest step: what can block the main thread at once where it pauses between steps. */
export function longestStepMs(steps: Steps<unknown>): number {
  let longest = 0;
  for (let done = false; !done;) {
    const [ms, step] = cpuMs(() => steps.next());
    longest = Math.max(longest, ms);
    done = step.done === true;
  }
  return longest;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
