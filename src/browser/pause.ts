/**
 * Calls back once the browser has had a turn for input and frames. A message is not put off in hidden tabs, as timers
 * are.
 */
export function pause(resume: () => void): void {
  if (typeof MessageChannel === 'undefined') {
    setTimeout(resume);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resume();
  };
  port2.postMessage(undefined);
}

/** A slice, with the step that ends it, stays well below what is felt as a halt (50 ms). */
const SLICE_MS = 12;

/** How work is sliced on the browser's main thread. */
export const MAIN_THREAD = Object.freeze({ budgetMs: SLICE_MS, now: () => performance.now(), pause });
