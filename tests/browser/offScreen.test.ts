import type { Page } from 'playwright-core';
import { holdFramesAt, releaseFrames } from '../support/browser/frameClock';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE } from '../support/browser/traffic';
import { TEST_IDS } from '../../src/panel/testIds';

const session = useSession();

const ADDRESS = { scenario: 'simulated-bad-deploy', ...INCIDENT_RANGE } as const;

/** Counts draw calls from now on, by the canvas that they were made for. */
async function countDraws(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counts = new Map<unknown, number>();
    const prototype = WebGL2RenderingContext.prototype;
    const drawElementsInstanced = prototype.drawElementsInstanced;
    prototype.drawElementsInstanced = function (...all) {
      counts.set(this.canvas, (counts.get(this.canvas) ?? 0) + 1);
      drawElementsInstanced.apply(this, all);
    };
    Object.assign(window, { drawCounts: counts });
  });
}

/** Draw calls since counting began on the canvas of a panel. */
function drawn(page: Page, panel: number): Promise<number> {
  return page.evaluate(
    ([index, panelId, canvasId]) => {
      const { drawCounts } = window as unknown as { drawCounts: ReadonlyMap<unknown, number> };
      const found = document.querySelectorAll(`[data-testid="${panelId}"]`)[index];
      return drawCounts.get(found?.querySelector(`[data-testid="${canvasId}"]`)) ?? 0;
    },
    [panel, TEST_IDS.panel, TEST_IDS.canvas] as const
  );
}

/** Until a panel draws on. */
async function drawsOn(page: Page, panel: number): Promise<void> {
  const before = await drawn(page, panel);
  while ((await drawn(page, panel)) <= before) {
    await page.waitForTimeout(50);
  }
}

/** Draw calls in the frames that are asked for now: of canvases that are scrolled into view, and of others. */
async function drawnInFrames(page: Page): Promise<{ readonly seen: number; readonly unseen: number }> {
  await page.evaluate(() => {
    const { drawCounts } = window as unknown as { drawCounts: ReadonlyMap<unknown, number> };
    Object.assign(window, { countsBefore: new Map(drawCounts) });
  });
  await holdFramesAt(page, 100);
  const counted = await page.evaluate(() => {
    const { drawCounts, countsBefore } = window as unknown as Record<string, ReadonlyMap<HTMLCanvasElement, number>>;
    const sums = { seen: 0, unseen: 0 };
    for (const [canvas, count] of drawCounts) {
      const { top, bottom, height } = canvas.getBoundingClientRect();
      const inView = canvas.isConnected && height > 0 && top < window.innerHeight && bottom > 0;
      sums[inView ? 'seen' : 'unseen'] += count - (countsBefore.get(canvas) ?? 0);
    }
    return sums;
  });
  await releaseFrames(page);
  return counted;
}

describe('maps that nobody sees', () => {
  it('draw no frame in a hidden tab, and go on when it is shown', async () => {
    const { page, mapReady } = await session.open(ADDRESS);
    await mapReady();
    await countDraws(page);
    const hide = (hidden: boolean) =>
      page.evaluate((is) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await drawsOn(page, 0);
    await hide(true);
    expect(await drawnInFrames(page)).toEqual({ seen: 0, unseen: 0 });
    await hide(false);
    await drawsOn(page, 0);
  });

  it('draw no frame off screen; of 24 on one dashboard each draws when scrolled to, and few hold contexts', async () => {
    const panels = 24;
    const { page, mapReady, errors } = await session.open({ ...ADDRESS, panels, width: 1100, height: 300 });
    await mapReady();
    await countDraws(page);
    const show = (panel: number) => page.getByTestId(TEST_IDS.panel).nth(panel).scrollIntoViewIfNeeded();
    for (let panel = 0; panel < panels; panel++) {
      await show(panel);
      await drawsOn(page, panel);
    }
    const { seen, unseen } = await drawnInFrames(page);
    expect(unseen).toBe(0);
    expect(seen).toBeGreaterThan(0);
    // The first gave its context, and its canvas, back long ago.
    expect(await page.getByTestId(TEST_IDS.canvas).count()).toBeLessThan(8);
    await show(0);
    await drawsOn(page, 0);
    expect(errors.messages).toEqual([]);
  });
});
