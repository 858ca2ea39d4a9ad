import path from 'node:path';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Set by `frameClock.page.js`. */
    frameClock?: {
      readonly hold: (times: readonly number[]) => Promise<void>;
      readonly release: () => void;
    };
  }
}

/** Takes over the page's animation frames. Call before the page is opened. */
export async function takeOverFrames(page: Page): Promise<void> {
  await page.addInitScript({ path: path.join(__dirname, 'frameClock.page.js') });
}

/** Seconds before the wanted time at which frames are drawn first, so that whatever eases has ended by then. */
const EARLIER = [30, 20, 10, 0];

/** Draws frames up to this time, in seconds, and no more. Resolves once the last is on the screen. */
export async function holdFramesAt(page: Page, seconds: number): Promise<void> {
  const times = EARLIER.map((earlier) => (seconds - earlier) * 1000);
  await page.evaluate(async (steps) => {
    if (window.frameClock === undefined) {
      throw new Error('frames were not taken over before the page was opened');
    }
    await window.frameClock.hold(steps);
  }, times);
}

/** Frames go on from the time that they were held at. */
export async function releaseFrames(page: Page): Promise<void> {
  await page.evaluate(() => window.frameClock?.release());
}

/** Resolves when what is asked for now has been drawn; frames must not be held. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  );
}
