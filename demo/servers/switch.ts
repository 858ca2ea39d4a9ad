/** Something that can be started and stopped again and again, one step at a time. */
export interface Switch {
  /** Starts what is not running. */
  start(): Promise<void>;
  /** Stops what is running. */
  stop(): Promise<void>;
}

/** Makes a switch of a function that starts something. A step waits for the one before it, and runs even if that failed. */
export function createSwitch(begin: () => Promise<{ stop(): Promise<void> }>): Switch {
  let running: { stop(): Promise<void> } | undefined;
  let last: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<void> => {
    last = last.catch(() => undefined).then(step);
    return last;
  };
  return {
    start: () =>
      next(async () => {
        running ??= await begin();
      }),
    stop: () =>
      next(async () => {
        const stopped = running;
        running = undefined;
        await stopped?.stop();
      }),
  };
}
