import { TEST_IDS } from '../../src/panel/testIds';
import { nextFrame } from '../support/browser/frameClock';
import { openOptions } from '../support/browser/optionsPane';
import { useSession } from '../support/browser/session';
import { INCIDENT_RANGE, SCENARIO } from '../support/browser/traffic';
import type { WorkbenchPage } from '../support/browser/workbenchPage';

const session = useSession();

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Frames that are waited for before a map counts as restless. */
const MOST_FRAMES = 60;

/** The ring about the node where the keyboard's cursor begins, in CSS pixels of the page, once the map stands still. */
async function ringOf({ page, map }: WorkbenchPage): Promise<Box> {
  const ring = page.getByTestId(TEST_IDS.focusRing).first();
  await map.focus();
  await nextFrame(page);
  // Whatever else is pressed takes the cursor off the map.
  if (!(await ring.isVisible())) {
    await page.keyboard.press('ArrowRight');
  }
  let before: Box | null = null;
  for (let frames = 0; frames < MOST_FRAMES; frames++) {
    await nextFrame(page);
    const now = await ring.boundingBox();
    if (now !== null && before !== null && now.x === before.x && now.y === before.y && now.width === before.width) {
      return now;
    }
    before = now;
  }
  throw new Error('ringOf: the map moves on, or has no cursor');
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

describe('the map', () => {
  it('zooms by buttons, keys and wheel, is panned, and fitted again', async () => {
    const workbench = await session.open({ scenario: 'simulated-small', ...INCIDENT_RANGE, width: 700, height: 360 });
    await workbench.mapReady();
    const { page, map } = workbench;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const fitted = await ringOf(workbench);
    let now = fitted;
    const becomes = async (action: () => Promise<unknown>, compare: 'wider' | 'narrower' | 'as fitted') => {
      const before = now;
      await action();
      now = await ringOf(workbench);
      if (compare === 'as fitted') {
        expect(middle(now).x).toBeCloseTo(middle(fitted).x, 0);
        expect(now.width).toBeCloseTo(fitted.width, 0);
      } else {
        expect(Math.sign(now.width - before.width)).toBe(compare === 'wider' ? 1 : -1);
      }
    };
    await becomes(() => button('Zoom in (+)').click(), 'wider');
    await becomes(() => button('Zoom out (-)').click(), 'narrower');
    await becomes(() => button('Fit everything (0)').click(), 'as fitted');
    await becomes(() => map.press('+'), 'wider');
    await becomes(() => map.press('-'), 'narrower');

    const at = middle(now);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Control');
    await becomes(() => page.mouse.wheel(0, -200), 'wider');
    await page.keyboard.up('Control');
    const zoomed = now;
    // What is under the pointer stays there.
    expect(middle(zoomed).x).toBeCloseTo(at.x, 0);
    await page.mouse.wheel(0, -200);
    await page.getByText('Hold Ctrl and scroll to zoom').waitFor();
    expect(await ringOf(workbench)).toEqual(zoomed);

    const box = (await map.boundingBox())!;
    await page.mouse.move(box.x + 12, box.y + box.height - 12);
    await page.mouse.down();
    await page.mouse.move(box.x + 52, box.y + box.height - 42, { steps: 4 });
    await page.mouse.up();
    const panned = await ringOf(workbench);
    expect(panned.x - zoomed.x).toBeCloseTo(40, 0);
    expect(panned.y - zoomed.y).toBeCloseTo(-30, 0);
    await becomes(() => map.press('0'), 'as fitted');
    expect(workbench.errors.messages).toEqual([]);
  });

  it('tells what is under the pointer, selects on a click, and leads in and out by pointer', async () => {
    const workbench = await session.open({
      scenario: `simulated-${SCENARIO}`,
      ...INCIDENT_RANGE,
      options: { detail: 'groups' },
    });
    await workbench.mapReady();
    const { page, map, details, breadcrumbs } = workbench;
    const position = await workbench.placeOf('us-east');
    await map.hover({ position });
    await page.getByTestId(TEST_IDS.tooltip).getByText('us-east').waitFor();
    await map.click({ position });
    await page.getByLabel('Details of us-east', { exact: true }).waitFor();
    await details.getByRole('button', { name: 'Open this group' }).click();
    await workbench.crumb('us-east').waitFor();
    await workbench.openInTable('shop');
    await workbench.crumb('shop').waitFor();
    await breadcrumbs.getByRole('button', { name: 'us-east', exact: true }).click();
    await workbench.crumb('us-east').waitFor();
    await map.focus();
    await page.keyboard.press('Escape');
    await breadcrumbs.waitFor({ state: 'detached' });
    expect(workbench.errors.messages).toEqual([]);
  });

  it('zooms by the wheel alone, leaves nodes where they are, and goes without toolbar, legend and replay, as told', async () => {
    const { workbench, section, stored } = await openOptions(
      session,
      { width: 620, height: 340 },
      { width: 1100, height: 700 }
    );
    const { page } = workbench;
    const options = section('Map');
    for (const [words, path, part] of [
      ['Toolbar', 'showToolbar', TEST_IDS.toolbar],
      ['Legend', 'showLegend', TEST_IDS.legend],
      ['Replay', 'showReplay', TEST_IDS.replay],
    ]) {
      await page.getByTestId(part).waitFor();
      await options.press(words);
      expect(await stored()).toHaveProperty(path, false);
      await page.getByTestId(part).waitFor({ state: 'detached' });
    }

    await options.press('Zooms');
    expect(await stored()).toHaveProperty('zoomMode', 'greedy');
    const before = await ringOf(workbench);
    await page.mouse.move(middle(before).x, middle(before).y);
    await page.mouse.wheel(0, -200);
    expect((await ringOf(workbench)).width).toBeGreaterThan(before.width);

    await options.press('Drag nodes');
    expect(await stored()).toHaveProperty('moveNodes', false);
    const from = middle(await ringOf(workbench));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 20, { steps: 4 });
    await page.mouse.up();
    expect(middle(await ringOf(workbench)).x).toBeCloseTo(from.x + 30, 0);
    expect(await stored()).toHaveProperty('pins', []);
    expect(workbench.errors.messages).toEqual([]);
  });
});
