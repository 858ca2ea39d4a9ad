import path from 'node:path';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Set by `frameClock.page.js`. */
    frameClock?: {
      /** Milliseconds that every animation frame is told; absent: they go on. */
      held?: number;
      /** Resolves once what has been drawn is on the screen. */
      readonly presented: () => Promise<void>;
    };
  }
}

/** Takes over the page's animation frames. Call before the page is opened. */
export async function takeOverFrames(page: Page): Promise<void> {
  await page.addInitScript({ path: path.join(__dirname, 'frameClock.page.js') });
}

/** Seconds before the wanted time at which frames are drawn first, so that whatever eases has ended by then. */
const EARLIER = [30, 20, 10, 0];

/** From now on every frame is drawn at this time, in seconds, and is on the screen so once this resolves. */
export async function holdFramesAt(page: Page, seconds: number): Promise<void> {
  const times = EARLIER.map((earlier) => (seconds - earlier) * 1000);
  await page.evaluate(async (steps) => {
    const { frameClock } = window;
    if (frameClock === undefined) {
      throw new Error('frames were not taken over before the page was opened');
    }
    for (const time of steps) {
      frameClock.held = time;
      for (let frame = 0; frame < 2; frame++) {
        await new Promise((resolve) => window.requestAnimationFrame(resolve));
      }
    }
    await frameClock.presented();
  }, times);
}

/** Frames go on from the time that they were held at. */
export async function releaseFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.frameClock !== undefined) {
      window.frameClock.held = undefined;
    }
  });
}
