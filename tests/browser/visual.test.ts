import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { comparePictures } from '../support/browser/comparePictures';
import { readPicture, smallPng } from '../support/browser/pixels';
import { callsOf } from '../support/scenePageCalls';
import { startSceneHost, type SceneHost } from '../support/scenePageHost';
import { VISUAL_SCENARIOS, type VisualScenario } from '../support/visualScenarios';

const ROOT = join(__dirname, '..', '..');
const REFERENCES = join(ROOT, 'tests/visual/references');
/** What was drawn instead, and where it differs. */
const FAILURES = join(ROOT, '.local/visual');

/** `npm run test:visual:record` stores what is drawn instead of comparing it. */
const RECORDS = process.env.RECORD_PICTURES === '1';

/** Part of a picture that may differ (see comparePictures for what counts): a name that is hinted otherwise, no more. */
const TOLERANCE = 0.004;

const SIZE = { width: 480, height: 270, pixelRatio: 1 } as const;

/** Fonts that the tests install, so that texts are the same everywhere. */
const FONTS = "'DejaVu Sans', 'Noto Sans CJK JP', sans-serif";

/** Seconds at which pictures are taken: nothing eases any more. */
const SETTLED = 6;

const fileOf = (name: string) => `${name.replaceAll(' ', '-')}.png`;

let host: SceneHost;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  host = await startSceneHost();
  ({ page, complaints } = await host.open(SIZE.width, SIZE.height));
  rmSync(FAILURES, { recursive: true, force: true });
});
afterAll(() => host.close());

async function draw({ setup, zoom, hover }: VisualScenario, seconds = SETTLED): Promise<Buffer> {
  const scene = callsOf(page);
  await scene.mount({ ...SIZE, fontFamily: FONTS, ...setup });
  await scene.draw(0);
  if (zoom) {
    const { x, y } = await scene.nodeOnScreen(zoom.row);
    await scene.zoomBy(zoom.factor, x, y);
  }
  if (hover !== undefined) {
    await scene.hover(hover);
  }
  for (const at of [1, 2, 3, 4]) {
    await scene.draw(at);
  }
  const address = await scene.picture(seconds);
  expect(await scene.glError()).toBe(0);
  await scene.dispose();
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

describe('pictures', () => {
  it.each(VISUAL_SCENARIOS)('$name', async (scenario) => {
    const drawn = await draw(scenario);
    const reference = join(REFERENCES, fileOf(scenario.name));
    if (RECORDS) {
      mkdirSync(REFERENCES, { recursive: true });
      writeFileSync(reference, smallPng(drawn));
      return;
    }
    if (!existsSync(reference)) {
      throw new Error(`There is no ${reference}: look at the new picture, and store it by npm run test:visual:record`);
    }
    const { share, picture } = comparePictures(readPicture(readFileSync(reference)), readPicture(drawn));
    if (share > TOLERANCE) {
      mkdirSync(FAILURES, { recursive: true });
      writeFileSync(join(FAILURES, fileOf(`${scenario.name} drawn`)), drawn);
      writeFileSync(join(FAILURES, fileOf(`${scenario.name} difference`)), picture);
    }
    expect(share).toBeLessThanOrEqual(TOLERANCE);
    expect(complaints).toEqual([]);
  });

  it('would tell: half a second later, and another palette, are other pictures', async () => {
    const scenario = VISUAL_SCENARIOS.find(({ name }) => name === 'states dark')!;
    const [now, later, other] = [
      await draw(scenario),
      await draw(scenario, SETTLED + 0.5),
      await draw({ ...scenario, setup: { ...scenario.setup, theme: 'colourBlindDark' } }),
    ].map(readPicture);
    expect(comparePictures(now, now).share).toBe(0);
    expect(comparePictures(now, later).share).toBeGreaterThan(TOLERANCE);
    expect(comparePictures(now, other).share).toBeGreaterThan(TOLERANCE);
  });
});
