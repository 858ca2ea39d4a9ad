import { leftAfter, OF_RENDERER } from '../support/rendererObjects';
import type { PageSetup } from '../support/scenePage';
import { useScenePage } from '../support/useScenePage';

const DANGER = [242, 73, 92] as const;
const WARNING = [255, 152, 48] as const;
const TEXT = [204, 204, 220] as const;
const NORMAL = [138, 184, 255] as const;

/** Seconds after which nothing eases any more. */
const SETTLED = 3;

jest.setTimeout(60_000);

const scene = useScenePage();

const mount = async (setup: Partial<PageSetup> & Pick<PageSetup, 'view'>) => {
  await scene.mount({ width: 640, height: 400, ...setup });
  await scene.draw(0);
  await scene.draw(1);
  await scene.draw(2);
};

describe('scene', () => {
  it('moves with time, and is a function of it', async () => {
    await mount({ view: { size: 'S', seed: 1 } });
    await scene.keep('first', SETTLED);
    await scene.keep('later', SETTLED + 0.5);
    await scene.keep('again', SETTLED);
    expect(await scene.differing('first', 'later')).toBeGreaterThan(200);
    expect(await scene.differing('first', 'again')).toBe(0);
  });

  it('shows the classes of a failing edge in their colours, between its nodes', async () => {
    await mount({ view: { scenario: 'failing' } });
    const middle = await scene.edgeOnScreen(0);
    let seen = { danger: 0, warning: 0, normal: 0 };
    for (let second = 0; second < 4; second++) {
      await scene.keep('frame', SETTLED + second);
      seen = {
        danger: seen.danger + (await scene.near('frame', DANGER, middle.x, middle.y, 50)),
        warning: seen.warning + (await scene.near('frame', WARNING, middle.x, middle.y, 50)),
        normal: seen.normal + (await scene.near('frame', NORMAL, middle.x, middle.y, 50)),
      };
    }
    expect(seen.danger).toBeGreaterThan(seen.warning);
    expect(seen.warning).toBeGreaterThan(0);
    expect(seen.normal).toBeGreaterThan(0);
  });

  it('picks what is drawn: nodes in their middles, edges on their curves', async () => {
    await mount({ view: { scenario: 'states' } });
    const ids = await scene.ids();
    for (let row = 0; row < ids.nodes.length; row++) {
      const at = await scene.nodeOnScreen(row);
      expect(await scene.pick(at.x, at.y)).toEqual({ kind: 'node', row, id: ids.nodes[row] });
    }
    const at = await scene.edgeOnScreen(1);
    expect(await scene.pick(at.x, at.y)).toEqual({ kind: 'edge', row: 1, id: ids.edges[1] });
    expect(await scene.pick(2, 2)).toBeUndefined();
  });

  it('takes new rates without a jump: the frame of the update is the frame before it', async () => {
    await mount({ view: { size: 'S', seed: 1 }, options: { showLabels: false } });
    await scene.keep('before', SETTLED);
    await scene.update(1, { kind: 'ease' });
    await scene.keep('at once', SETTLED);
    await scene.keep('a little later', SETTLED + 0.3);
    await scene.keep('after', SETTLED + 2);
    expect(await scene.differing('before', 'at once', 24)).toBeLessThan(640 * 400 * 0.0005);
    expect(await scene.differing('before', 'after', 24)).toBeGreaterThan(200);
  });

  it('stands still under reduced motion, and says so', async () => {
    await mount({ view: { size: 'S', seed: 1 }, options: { reducedMotion: true } });
    expect(await scene.keep('one', SETTLED)).toBe(false);
    await scene.keep('other', SETTLED + 7);
    expect(await scene.differing('one', 'other')).toBe(0);
    await scene.options({ reducedMotion: false });
    expect(await scene.keep('moving', SETTLED + 8)).toBe(true);
  });

  it('dims what is not hovered, and brings it back', async () => {
    await mount({ view: { scenario: 'states' } });
    await scene.keep('plain', SETTLED);
    await scene.hover(2);
    await scene.draw(SETTLED);
    await scene.keep('hovered', SETTLED + 1);
    const [own, caller, stranger] = [
      await scene.nodeOnScreen(2),
      await scene.nodeOnScreen(1),
      await scene.nodeOnScreen(4),
    ];
    const ring = (name: string, at: { x: number; y: number }) => scene.near(name, NORMAL, at.x, at.y, 16, 60);
    expect(await scene.near('hovered', DANGER, own.x, own.y, 16)).toBeGreaterThan(0);
    expect(await ring('hovered', caller)).toBeGreaterThan(0);
    expect(await ring('plain', stranger)).toBeGreaterThan(0);
    expect(await ring('hovered', stranger)).toBe(0);
    await scene.emphasis({});
    await scene.draw(SETTLED + 1);
    await scene.keep('plain again', SETTLED + 3);
    expect(await ring('plain again', stranger)).toBeGreaterThan(0);
  });

  it('puts a pin on nodes that are pinned, and takes it off', async () => {
    await mount({ view: { scenario: 'states' } });
    await scene.keep('plain', SETTLED);
    const at = await scene.nodeOnScreen(4);
    const pin = (name: string) =>
      scene.near(name, TEXT, at.x - at.radius * 0.76, at.y - at.radius * 0.76, at.radius * 0.4, 30);
    expect(await pin('plain')).toBeLessThan(8);
    await scene.pin(['sessions']);
    await scene.keep('pinned', SETTLED);
    expect(await pin('pinned')).toBeGreaterThan(20);
    await scene.emphasis({});
    await scene.keep('plain again', SETTLED);
    expect(await scene.differing('plain', 'plain again')).toBe(0);
  });

  it('draws with few calls at M, and uploads to the same objects on every update', async () => {
    await mount({ view: { size: 'M', seed: 1 }, options: { edgeLabel: 'rate' } });
    const before = await scene.statistics();
    expect(before.drawCalls).toBeLessThanOrEqual(12);
    expect(before).toMatchObject({ nodes: 100, edges: 400 });
    for (let round = 1; round <= 20; round++) {
      await scene.update(round, { kind: 'ease' });
      await scene.draw(SETTLED + round);
    }
    const after = await scene.statistics();
    expect([after.geometries, after.textures, after.programs]).toEqual([
      before.geometries,
      before.textures,
      before.programs,
    ]);
  });

  it('keeps the labels of a great map until those of new rates are chosen, over several frames', async () => {
    const size = [1_000, 4_000] as const;
    await mount({ view: { size, seed: 3 }, options: { edgeLabel: 'rate' }, allDetail: true, layout: 'grid' });
    await scene.drawMany(SETTLED, 1, 3);
    const lettersIn = (name: string) => scene.near(name, TEXT, 320, 200, 400, 30);
    await scene.keep('before', SETTLED + 3);
    const before = await lettersIn('before');
    expect(before).toBeGreaterThan(200);
    await scene.update(1, { kind: 'ease' });
    await scene.keep('meanwhile', SETTLED + 3 + 1 / 30);
    expect(await lettersIn('meanwhile')).toBeGreaterThan(before * 0.95);
    await scene.drawMany(SETTLED + 4, 0.1, 12);
    await scene.keep('after', SETTLED + 6);
    expect(await lettersIn('after')).toBeGreaterThan(before * 0.8);
    expect(await scene.differing('meanwhile', 'after', 24)).toBeGreaterThan(200);
  });

  it('takes nothing anew when it is told what stands out already, as a panel does with each answer', async () => {
    await mount({ view: { size: 'S', seed: 1 } });
    await scene.hover(3);
    await scene.drawMany(SETTLED, 1, 3);
    await scene.hover(3);
    expect((await scene.drawMany(SETTLED + 4, 0.2, 3)).uploads).toBe(0);
    await scene.hover(4);
    expect((await scene.drawMany(SETTLED + 5, 0.2, 3)).uploads).toBeGreaterThan(0);
  });

  it('has shaders compiled beforehand: the first frame makes no program', async () => {
    const before = await scene.live();
    await scene.mount({ width: 640, height: 400, view: { size: 'S', seed: 1 } });
    await scene.prepareShaders();
    const prepared = await scene.live();
    expect(prepared.programs - before.programs).toBeGreaterThanOrEqual(7);
    await scene.draw(1);
    expect((await scene.live()).programs).toBe(prepared.programs);
    expect((await scene.statistics()).drawCalls).toBeGreaterThan(3);
  });

  it("uploads nothing in a steady frame, not even where the shader's time starts again", async () => {
    await mount({ view: { size: 'L', seed: 1 }, options: { edgeLabel: 'rate' } });
    await scene.drawMany(SETTLED, 0.3, 4);
    await scene.resize(64, 36, 1);
    await scene.drawMany(120, 0.3, 4);
    const frames = 60;
    const { draws, uploads } = await scene.drawMany(122, 0.2, frames);
    expect(uploads).toBe(0);
    expect(draws).toBeLessThanOrEqual(12 * frames);
    expect(draws).toBeGreaterThanOrEqual(3 * frames);
  });

  it('at low quality draws what stands still once: then particles between two pictures of the rest, alike', async () => {
    await mount({ view: { size: 'S', seed: 1 }, options: { edgeLabel: 'rate' }, quality: 2 });
    let time = SETTLED;
    const drawAs = async (name: string, change: () => Promise<unknown>) => {
      await change();
      await scene.drawMany(time, 1, 4);
      time += 4;
      // Whoever takes hold of the map gets frames that are drawn as a whole.
      await scene.panBy(0, 0);
      await scene.keep(`${name}, whole`, time);
      expect((await scene.statistics()).drawCalls).toBeGreaterThan(3);
      await scene.drawMany(time, 0, 1);
      await scene.keep(`${name}, copied`, time);
      expect((await scene.statistics()).drawCalls).toBe(3);
      expect(await scene.differing(`${name}, whole`, `${name}, copied`, 4)).toBe(0);
    };
    await drawAs('at first', () => scene.emphasis({}));
    await drawAs('turned light', () => scene.theme('light'));
    await drawAs('moved', () => scene.panBy(30, 10));
    await drawAs('resized', () => scene.resize(500, 300, 1));
    await drawAs('pinned', async () => scene.pin([(await scene.ids()).nodes[0]]));
    await scene.keep('later', time + 0.5);
    expect(await scene.differing('pinned, copied', 'later', 24)).toBeGreaterThan(200);
    await scene.loseContext();
    await scene.drawMany(time + 0.5, 0, 2);
    await scene.keep('restored', time + 0.5);
    expect((await scene.statistics()).drawCalls).toBe(3);
    expect(await scene.differing('later', 'restored', 4)).toBe(0);
  });

  it("moves no particle where the shader's time starts again", async () => {
    await mount({ view: { size: 'S', seed: 1 } });
    await scene.drawMany(120, 1, 4);
    await scene.keep('before', 1024 - 1e-4);
    await scene.keep('after', 1024 + 1e-4);
    await scene.keep('later', 1024.5);
    expect(await scene.differing('before', 'after', 24)).toBeLessThan(640 * 400 * 0.0005);
    expect(await scene.differing('before', 'later', 24)).toBeGreaterThan(200);
  });

  it('drills in and out between levels, and frees the one that is left', async () => {
    await mount({ view: { scenario: 'regions' } });
    const before = await scene.statistics();
    await scene.keep('outer', SETTLED);
    await scene.go({ scenario: 'states' }, { kind: 'in', nodeId: 'eu-central' });
    await scene.draw(SETTLED);
    expect(await scene.keep('on the way', SETTLED + 0.3)).toBe(true);
    expect((await scene.statistics()).geometries).toBeGreaterThan(before.geometries);
    await scene.go({ scenario: 'regions' }, { kind: 'out', nodeId: 'eu-central' });
    await scene.draw(SETTLED + 0.4);
    await scene.draw(SETTLED + 2);
    await scene.draw(SETTLED + 3);
    expect((await scene.statistics()).geometries).toBe(before.geometries);
    expect((await scene.statistics()).textures).toBe(before.textures);
  });

  it('goes on with a drill when new rates or the final layout come while it is under way', async () => {
    await mount({ view: { scenario: 'regions' } });
    await scene.go({ scenario: 'states' }, { kind: 'in', nodeId: 'eu-central' });
    await scene.draw(SETTLED);
    await scene.draw(SETTLED + 0.3);
    const twice = (await scene.statistics()).drawCalls;
    await scene.go({ scenario: 'states' }, { kind: 'ease' });
    await scene.draw(SETTLED + 0.4);
    expect((await scene.statistics()).drawCalls).toBe(twice);
    await scene.draw(SETTLED + 1.1);
    await scene.draw(SETTLED + 2);
    expect((await scene.statistics()).drawCalls).toBeLessThan(twice);
  });

  it('zooms, pans and fits', async () => {
    await mount({ view: { size: 'S', seed: 1 } });
    const at = await scene.nodeOnScreen(3);
    await scene.zoomBy(2, at.x, at.y);
    await scene.draw(SETTLED);
    const zoomed = await scene.nodeOnScreen(3);
    expect(zoomed.x).toBeCloseTo(at.x, 3);
    expect(zoomed.radius).toBeCloseTo(at.radius * 2, 3);
    await scene.panBy(40, -10);
    await scene.draw(SETTLED + 1);
    expect((await scene.nodeOnScreen(3)).x).toBeCloseTo(at.x + 40, 3);
    await scene.fit();
    await scene.draw(SETTLED + 2);
    expect((await scene.nodeOnScreen(3)).x).toBeCloseTo(at.x, 3);
  });

  it('moves a node by hand with what hangs on it, uploads its row alone, and keeps its place when options change', async () => {
    await mount({ view: { scenario: 'states' } });
    await scene.keep('before', SETTLED);
    const from = await scene.nodeOnScreen(2);
    const others = await Promise.all([0, 1, 3].map((row) => scene.nodeOnScreen(row)));
    await scene.countUploads();
    await scene.moveNode(2, from.x + 30, from.y + 60);
    await scene.keep('moved', SETTLED + 1);
    expect(await scene.uploadedTexels()).toContain(4);
    expect(Math.max(...(await scene.uploadedTexels()))).toBeLessThan(2048);
    const to = await scene.nodeOnScreen(2);
    expect(to.x).toBeCloseTo(from.x + 30, 3);
    expect(to.y).toBeCloseTo(from.y + 60, 3);
    expect(await Promise.all([0, 1, 3].map((row) => scene.nodeOnScreen(row)))).toEqual(others);
    expect(await scene.pick(to.x, to.y)).toMatchObject({ kind: 'node', row: 2 });
    const middle = await scene.edgeOnScreen(1);
    expect(await scene.pick(middle.x, middle.y)).toMatchObject({ kind: 'edge', row: 1 });
    expect(await scene.near('before', DANGER, from.x, from.y, 16)).toBeGreaterThan(20);
    expect(await scene.near('moved', DANGER, to.x, to.y, 16)).toBeGreaterThan(20);
    await scene.options({ particleSize: 3 });
    await scene.draw(SETTLED + 3);
    await scene.draw(SETTLED + 5);
    expect((await scene.nodeOnScreen(2)).y).toBeCloseTo(to.y, 0);
  });

  it('comes back from a lost context with the same picture', async () => {
    await mount({ view: { scenario: 'states' } });
    await scene.keep('before', SETTLED);
    await scene.loseContext();
    expect(await scene.contextEvents()).toEqual([true, false]);
    await scene.keep('after', SETTLED);
    expect(await scene.differing('before', 'after', 2)).toBe(0);
  });

  it('frees all that it made, and may be disposed of twice', async () => {
    await mount({ view: { size: 'S', seed: 1 }, quality: 2 });
    await scene.drawMany(SETTLED, 1, 3);
    const before = await scene.live();
    expect(before.framebuffers).toBe(OF_RENDERER.framebuffers + 2);
    expect(before.buffers).toBeGreaterThan(0);
    await scene.dispose();
    expect(await scene.live()).toEqual(leftAfter(1));
    await scene.dispose();
    expect(await scene.statistics()).toMatchObject({ geometries: 0, textures: 0, programs: 0, particles: 0 });
    await scene.mount({ width: 640, height: 400, view: { scenario: 'failing' } });
    await scene.draw(1);
  });
});

describe('level of detail', () => {
  const far = { view: { size: [600, 2_400] as const, seed: 3 } };

  test('V22 from afar groups are drawn, zooming opens them, and out again closes them', async () => {
    await mount(far);
    await scene.draw(0);
    const whole = (await scene.statistics()).nodes;
    expect(whole).toBeLessThan(100);
    expect((await scene.shown()).members).toBe(600);
    await scene.zoomBy(12, 320, 200);
    await scene.keep('fading', 1);
    // While one level fades into the other both are drawn, then one.
    const twice = (await scene.statistics()).drawCalls;
    await scene.keep('near', 1 + SETTLED);
    expect((await scene.statistics()).nodes).toBe(600);
    expect((await scene.statistics()).drawCalls).toBeLessThan(twice);
    expect(await scene.differing('fading', 'near', 8)).toBeGreaterThan(0);
    await scene.fit();
    await scene.draw(10);
    await scene.draw(10 + SETTLED);
    expect((await scene.statistics()).nodes).toBe(whole);
  });

  test('L71 rough places become the final ones without a jump, groups staying where they are', async () => {
    const large = { view: { size: [1_200, 3_600] as const, seed: 3 } };
    await scene.prepare({ width: 640, height: 400, ...large });
    await mount(large);
    const groups = (await scene.statistics()).nodes;
    const rough = await scene.nodeOnScreen(0);
    await scene.keep('rough', SETTLED);
    await scene.relayout();
    await scene.keep('at once', SETTLED);
    await scene.draw(SETTLED + 1);
    await scene.keep('final', SETTLED + 2);
    const final = await scene.nodeOnScreen(0);
    expect((await scene.statistics()).nodes).toBe(groups);
    expect(Math.hypot(final.x - rough.x, final.y - rough.y)).toBeLessThan(10);
    expect(await scene.differing('rough', 'at once', 24)).toBeLessThan(640 * 400 * 0.0005);
    expect(await scene.differing('rough', 'final', 24)).toBeGreaterThan(0);
  });

  test('V26 what is picked from afar is a group, whose trouble is seen', async () => {
    await mount({ ...far, options: { reducedMotion: true } });
    await scene.draw(0);
    const { row, id } = (await scene.shown()).danger;
    const { x, y } = await scene.nodeOnScreen(row);
    await scene.keep('far', SETTLED);
    expect(await scene.pick(x, y)).toMatchObject({ kind: 'node', row, id });
    expect(await scene.near('far', DANGER, x, y, 30)).toBeGreaterThan(10);
  });

  test('nodes that are revealed are shown by themselves, and in the middle', async () => {
    await mount(far);
    await scene.draw(0);
    await scene.reveal([17]);
    await scene.draw(1);
    await scene.draw(1 + SETTLED);
    expect((await scene.statistics()).nodes).toBe(600);
    const { x, y } = await scene.nodeOnScreen(17);
    expect(Math.hypot(x - 320, y - 200)).toBeLessThan(5);
  });
});
