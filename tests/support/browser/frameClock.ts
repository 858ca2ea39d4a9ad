import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds that every animation frame is told, while frames are held. */
    heldFrameTime?: number;
  }
}

/** Takes over the time that animation frames are given. Call before the page is opened. */
export async function takeOverFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const native = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => native((time) => callback(window.heldFrameTime ?? time));
  });
}

/** From now on every frame is drawn at this time, in seconds, and has been drawn at it once this resolves. */
export async function holdFramesAt(page: Page, seconds: number): Promise<void> {
  await page.evaluate(async (time) => {
    window.heldFrameTime = time;
    for (let frame = 0; frame < 3; frame++) {
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
    }
  }, seconds * 1000);
}

/** Frames follow the display's clock again. */
export async function releaseFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    delete window.heldFrameTime;
  });
}
