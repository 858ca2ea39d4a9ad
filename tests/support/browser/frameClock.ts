import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds that every animation frame is told, while frames are held. */
    heldFrameTime?: number;
  }
}

/**
 * Milliseconds from one frame to the next, both on the clock that frames are told and at least on the wall: neither
 * slow nor fast enough for a picture to change its quality, however busy the machine.
 */
const FRAME_MS = 32;

/** Takes over animation frames, so that pictures do not depend on how fast they are drawn. Call before opening the page. */
export async function takeOverFrames(page: Page): Promise<void> {
  await page.addInitScript((frameMs) => {
    const waiting = new Map<number, FrameRequestCallback>();
    let lastId = 0;
    let time = 0;
    let timer: number | undefined;
    const flush = (): void => {
      timer = undefined;
      time = window.heldFrameTime ?? time + frameMs;
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
      timer ??= window.setTimeout(flush, frameMs);
      return lastId;
    };
    window.cancelAnimationFrame = (id) => void waiting.delete(id);
  }, FRAME_MS);
}

/** Seconds before the wanted time at which frames are drawn first, so that whatever eases has ended by then. */
const EARLIER = [30, 20, 10, 0];

/** From now on every frame is drawn at this time, in seconds, and has been drawn at it once this resolves. */
export async function holdFramesAt(page: Page, seconds: number): Promise<void> {
  const times = EARLIER.map((earlier) => (seconds - earlier) * 1000);
  await page.evaluate(async (steps) => {
    for (const time of steps) {
      window.heldFrameTime = time;
      for (let frame = 0; frame < 2; frame++) {
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
      }
    }
  }, times);
}

/** Frames go on from the time that they were held at. */
export async function releaseFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete window.heldFrameTime;
  });
}
