import { OF_RENDERER } from '../support/rendererObjects';
import { useScenePage } from '../support/useScenePage';

jest.setTimeout(60_000);

/** Many frames: enough to fill a level in steps, one a frame, and to fade it in. */
const FRAMES = 60;

const scene = useScenePage();

const great = {
  width: 480,
  height: 300,
  view: { size: [1_100, 4_400] as const, seed: 3 },
  options: { maximumParticles: 1_000 },
};

/** Draws frames until a level of this many nodes is drawn; how many frames that took. */
async function framesUntil(nodes: number, from: number): Promise<number> {
  for (let frame = 1; frame <= FRAMES; frame++) {
    await scene.draw(from + frame / 60);
    if ((await scene.statistics()).nodes === nodes) {
      return frame;
    }
  }
  throw new Error(`no level of ${nodes} nodes after ${FRAMES} frames`);
}

describe('a level of thousands of edges', () => {
  beforeEach(async () => {
    await scene.mount(great);
    await scene.draw(0);
    await scene.draw(1);
  });

  test('is filled over several frames, the one from afar being drawn meanwhile', async () => {
    const far = (await scene.statistics()).nodes;
    expect(far).toBeLessThan(100);
    await scene.zoomBy(20, 240, 150);
    expect(await scene.draw(2)).toBe(true);
    expect((await scene.statistics()).nodes).toBe(far);
    expect(await framesUntil(1_100, 2)).toBeGreaterThan(4);
    await scene.draw(4);
    await scene.keep('near', 5);
    expect((await scene.shown()).members).toBe(1_100);
    expect((await scene.statistics()).particles).toBeGreaterThan(0);
  });

  test('is given up when one zooms out again before it is there, and leaves nothing', async () => {
    const far = (await scene.statistics()).nodes;
    await scene.drawMany(2, 1 / 60, FRAMES);
    const before = await scene.live();
    await scene.zoomBy(20, 240, 150);
    await scene.drawMany(4, 1 / 60, 4);
    await scene.fit();
    await scene.drawMany(5, 1 / 60, FRAMES);
    expect((await scene.statistics()).nodes).toBe(far);
    expect(await scene.live()).toEqual(before);
  });

  test('has the rates and what stands out of the moment in which it is shown, and does not fade in still pictures', async () => {
    await scene.dispose();
    await scene.mount({ ...great, options: { ...great.options, reducedMotion: true } });
    await scene.draw(0);
    const keep = async (name: string, from: number) => {
      await scene.drawMany(from, 0.2, 8);
      await scene.keep(name, from + 2);
    };
    await scene.zoomBy(20, 240, 150);
    await scene.drawMany(2, 1 / 60, 4);
    await scene.update(1, { kind: 'none' });
    await scene.drawMany(2.1, 1 / 60, 4);
    await scene.hover(3);
    const frames = await framesUntil(1_100, 2.2);
    await scene.keep('first', 2.2 + (frames + 1) / 60);
    await keep('dimmed', 6);
    // Names may be chosen some frames after the level.
    expect(await scene.differing('first', 'dimmed', 24)).toBeLessThan(480 * 300 * 0.05);
    await scene.emphasis({});
    await keep('whole', 10);
    expect(await scene.differing('dimmed', 'whole', 24)).toBeGreaterThan(480 * 300 * 0.02);
    await scene.update(1, { kind: 'none' });
    await keep('same rates', 14);
    await scene.update(0, { kind: 'none' });
    await keep('other rates', 18);
    expect(await scene.differing('whole', 'same rates')).toBe(0);
    expect(await scene.differing('whole', 'other rates')).toBeGreaterThan(0);
  });

  test('is freed with the scene, even before it is there', async () => {
    await scene.zoomBy(20, 240, 150);
    await scene.drawMany(2, 1 / 60, 4);
    await scene.dispose();
    expect((await scene.live()).buffers).toBe(0);
    expect((await scene.live()).textures).toBe(OF_RENDERER.textures);
    await scene.mount({ ...great, view: { scenario: 'failing' } });
  });
});
