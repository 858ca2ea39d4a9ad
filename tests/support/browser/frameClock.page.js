/**
 * Runs in the page before anything else: animation frames come from here, so that pictures do not depend on how fast
 * they are drawn. Plain JavaScript, since a compiler's helpers would be missing in the page.
 */
(() => {
  /**
   * Milliseconds from one frame to the next on the clock that frames are told: neither slow nor fast enough for the map
   * to change its quality, however busy the machine.
   */
  const FRAME_MS = 32;
  /** Milliseconds from one frame to the next on the wall, at least: painting in software leaves time for the rest. */
  const PAUSE_MS = 100;
  const native = window.requestAnimationFrame.bind(window);
  const nextNative = () => new Promise((resolve) => native(resolve));
  const waiting = new Map();
  let lastId = 0;
  let time = 0;
  let timer;
  let held = false;

  /** Since when a frame is being drawn, on the wall. Whoever asks for the time meanwhile is told that of frames. */
  let begun;
  const wall = performance.now.bind(performance);
  performance.now = () => (begun === undefined ? wall() : time + wall() - begun);

  const runFrame = () => {
    const due = [...waiting.values()];
    waiting.clear();
    begun = wall();
    for (const callback of due) {
      try {
        callback(time);
      } catch (error) {
        reportError(error);
      }
    }
    begun = undefined;
  };

  const schedule = () => {
    timer ??= window.setTimeout(() => {
      timer = undefined;
      if (!held) {
        time += FRAME_MS;
        runFrame();
      }
    }, PAUSE_MS);
  };

  window.requestAnimationFrame = (callback) => {
    lastId += 1;
    waiting.set(lastId, callback);
    if (!held) {
      schedule();
    }
    return lastId;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);

  window.frameClock = {
    /** Draws two frames at each of the times, in milliseconds, and then none until released. */
    hold: async (times) => {
      held = true;
      for (const next of times) {
        time = next;
        runFrame();
        await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
        runFrame();
      }
      await nextNative();
      await nextNative();
    },
    release: () => {
      held = false;
      schedule();
    },
  };
})();
