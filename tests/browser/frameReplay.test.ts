import type { PageSetup } from '../support/scenePage';
import { useScenePage } from '../support/useScenePage';

jest.setTimeout(60_000);

const scene = useScenePage();
let time = 0;

beforeEach(() => {
  time = 0;
});

/** Draws until nothing eases, and what is sent for a frame is known. */
async function settle(): Promise<void> {
  await scene.drawMany(time, 0.5, 10);
  time += 5.25;
}

/** Draws a frame that is sent again, and keeps it under this name. */
async function keepReplayed(name: string, at: number): Promise<void> {
  const sent = await scene.drawMany(at, 0, 1);
  expect(sent).toEqual({ draws: (await scene.statistics()).drawCalls, uploads: 0, palettes: 0 });
  await scene.keep(name, at);
}

/** Has three draw the same, and keeps it. The first frame after a change is drawn as a whole at every quality. */
async function keepDrawn(name: string, at: number): Promise<void> {
  await scene.panBy(0, 0);
  expect((await scene.drawMany(at, 0, 1)).palettes).toBeGreaterThan(0);
  await scene.drawMany(at + 1, 0.5, 2);
  await scene.panBy(0, 0);
  await scene.draw(at);
  await scene.keep(name, at);
}

async function expectAlike(change: string): Promise<void> {
  await settle();
  await keepReplayed(`${change}: sent again`, time);
  await keepDrawn(`${change}: drawn`, time);
  expect([change, await scene.differing(`${change}: sent again`, `${change}: drawn`)]).toEqual([change, 0]);
  expect([change, await scene.glError()]).toEqual([change, 0]);
  await settle();
}

const SETUP: PageSetup = {
  width: 640,
  height: 400,
  view: { size: 'S', seed: 1 },
  options: { edgeLabel: 'rate', responses: true },
};

describe.each([0, 2])('steady frames at quality step %d', (quality) => {
  it('are sent again without three, to the pixel, whatever changed before', async () => {
    await scene.mount({ ...SETUP, quality });
    await expectAlike('at first');
    await scene.update(1, { kind: 'ease' });
    await expectAlike('new rates');
    await scene.theme('light');
    await expectAlike('theme');
    await scene.options({ edgeLabel: 'p95', particleSize: 4 });
    await expectAlike('options');
    await scene.resize(500, 300, 1);
    await expectAlike('size');
    await scene.zoomBy(1.7, 300, 100);
    await expectAlike('zoom');
    await scene.hover(2);
    await expectAlike('hovered');
    await scene.moveNode(1, 200, 100);
    await expectAlike('moved');
    await scene.go({ scenario: 'states' }, { kind: 'none' });
    await expectAlike('other view');
    await scene.loseContext();
    await expectAlike('context lost and restored');
  });

  it("differ as time goes on, also where the shader's time starts again", async () => {
    await scene.mount({ ...SETUP, quality });
    time = 1020;
    await settle();
    await keepReplayed('before', 1027);
    await keepReplayed('later', 1027.5);
    await keepDrawn('later, drawn', 1027.5);
    expect(await scene.differing('before', 'later', 24)).toBeGreaterThan(200);
    expect(await scene.differing('later', 'later, drawn')).toBe(0);
  });

  it('leave the time as three knows it: it tells the context only what has changed', async () => {
    await scene.mount({ ...SETUP, quality });
    await settle();
    await scene.drawMany(time, 0, 1);
    await scene.panBy(0, 0);
    // What follows is sent for this very time.
    await scene.drawMany(time, 0, 5);
    await scene.keep('sent again', time);
    await keepReplayed('later', time + 3);
    await scene.panBy(0, 0);
    await scene.draw(time);
    await scene.keep('drawn', time);
    expect(await scene.differing('sent again', 'later', 24)).toBeGreaterThan(200);
    expect(await scene.differing('sent again', 'drawn')).toBe(0);
  });
});
