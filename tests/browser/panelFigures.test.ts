import type { Page } from 'playwright-core';
import { TEST_IDS } from '../../src/panel/testIds';
import { openOptions } from '../support/browser/optionsPane';
import { useSession } from '../support/browser/session';

const session = useSession();

/** How many of the frames at these times, in milliseconds, the map draws. */
async function drawnOf(page: Page, times: readonly number[]): Promise<number> {
  return page.evaluate(async (steps) => {
    const prototype = WebGL2RenderingContext.prototype;
    const { drawElementsInstanced } = prototype;
    let calls = 0;
    let drawn = 0;
    prototype.drawElementsInstanced = function (...all) {
      calls++;
      drawElementsInstanced.apply(this, all);
    };
    for (const step of steps) {
      const before = calls;
      await window.frameClock?.hold([step]);
      drawn += calls > before ? 1 : 0;
    }
    prototype.drawElementsInstanced = drawElementsInstanced;
    window.frameClock?.release();
    return drawn;
  }, times);
}

describe('figures in the panel', () => {
  it('have the unit and the decimals of choice, and links of the field lead on', async () => {
    const { workbench, pane, section, stored, fieldDefaults } = await openOptions(
      session,
      { width: 620, height: 340 },
      { width: 1100, height: 700 }
    );
    const { page, details } = workbench;
    await workbench.namesInTable();
    await workbench.table.getByRole('button', { name: 'orders', exact: true }).click();
    const rate = details.locator('dt', { hasText: /^Requests$/ }).locator('xpath=following-sibling::dd[1]');
    await rate.getByText(/req\/s$/).waitFor();

    await pane.getByLabel('Unit of rates').click();
    await page.keyboard.type('ops/sec');
    await page.getByRole('option', { name: 'Throughput / ops/sec (ops)' }).click();
    expect(await stored()).toHaveProperty('labels.rateUnit', 'ops');
    await rate.getByText(/ops\/s$/).waitFor();

    await section('Standard options').write('Decimals', '3');
    expect(await fieldDefaults()).toHaveProperty('decimals', 3);
    await rate.getByText(/\.\d{3} ops\/s$/).waitFor();

    await section('Standard options').button('Add link');
    await section('Standard options').write('Link title', 'Logs');
    await section('Standard options').write('Link address', '/logs?service=${__data.fields.title}');
    expect(await fieldDefaults()).toHaveProperty('links', [
      { title: 'Logs', url: '/logs?service=${__data.fields.title}' },
    ]);
    const link = details.getByRole('link', { name: 'Logs', exact: true });
    expect(await link.getAttribute('href')).toBe('/logs?service=orders');
    await section('Standard options').write('Link address', 'javascript:alert(1)');
    await link.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('tell what drawing costs, and frames are as many as the option says', async () => {
    const { workbench, section, stored } = await openOptions(session);
    const { page } = workbench;
    await section('Look').press('Statistics');
    expect(await stored()).toHaveProperty('showStatistics', true);
    const statistics = page.getByTestId(TEST_IDS.statistics);
    await statistics.getByText('draw calls').waitFor();
    const nodes = statistics.locator('dt', { hasText: 'nodes' }).locator('xpath=following-sibling::dd[1]');
    await nodes.getByText('5', { exact: true }).waitFor();

    const times = (from: number) => Array.from({ length: 20 }, (_, index) => from + index * 50);
    expect(await drawnOf(page, times(100_000))).toBe(20);
    await section('Particles').choose('Frame rate', '5 a second');
    expect(await stored()).toHaveProperty('particles.frameRateLimit', 5);
    const capped = await drawnOf(page, times(200_000));
    expect(capped).toBeGreaterThanOrEqual(4);
    expect(capped).toBeLessThanOrEqual(6);
    await section('Look').press('Statistics');
    await statistics.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });
});
