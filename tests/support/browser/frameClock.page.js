/**
 * Runs in the page before anything else: animation frames come from here, so that pictures do not depend on how fast
 * they are drawn. Plain JavaScript, since a compiler's helpers would be missing in the page.
 */
(() => {
  /**
   * Milliseconds from one frame to the next, on the clock that frames are told and at least on the wall: neither slow
   * nor fast enough for the map to change its quality, however busy the machine.
   */
  const FRAME_MS = 32;
  const native = window.requestAnimationFrame.bind(window);
  const nextNative = () => new Promise((resolve) => native(resolve));
  const waiting = new Map();
  let lastId = 0;
  let time = 0;
  let timer;

  window.frameClock = {
    held: undefined,
    presented: async () => {
      await nextNative();
      await nextNative();
    },
  };

  const flush = () => {
    timer = undefined;
    time = window.frameClock.held ?? time + FRAME_MS;
    const due = [...waiting.values()];
    waiting.clear();
    for (const callback of due) {
      try {
        callback(time);
      } catch (error) {
        reportError(error);
      }
    }
  };

  window.requestAnimationFrame = (callback) => {
    lastId += 1;
    waiting.set(lastId, callback);
    timer ??= window.setTimeout(flush, FRAME_MS);
    return lastId;
  };
  window.cancelAnimationFrame = (id) => void waiting.delete(id);
})();
