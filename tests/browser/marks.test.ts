import type { Page } from 'playwright-core';
import { THEMES } from '../support/scenePageThemes';
import { callsOf } from '../support/scenePageCalls';
import { startSceneHost, type SceneHost } from '../support/scenePageHost';
import type { PageSetup } from '../support/scenePage';
import { parseColour, type Colour } from '../support/browser/pixels';

/** What docs/panel.md says of each mark on the map, read back from the pixels. */

const COLOURS = {
  normal: parseColour(THEMES.dark.normal),
  warning: parseColour(THEMES.dark.warning),
  danger: parseColour(THEMES.dark.danger),
  background: parseColour(THEMES.dark.background),
};

/** Seconds after which nothing eases any more. */
const SETTLED = 6;

const SIZE = { width: 960, height: 540 } as const;

jest.setTimeout(60_000);

let host: SceneHost;
let page: Page;
let complaints: string[];
let scene: ReturnType<typeof callsOf>;

beforeAll(async () => {
  host = await startSceneHost();
  ({ page, complaints } = await host.open(SIZE.width, SIZE.height));
  scene = callsOf(page);
});
afterAll(() => host.close());
afterEach(async () => {
  expect(await scene.glError()).toBe(0);
  expect(complaints).toEqual([]);
  await scene.dispose();
});

type Point = { readonly x: number; readonly y: number };

async function mount(setup: Pick<PageSetup, 'view' | 'options'>): Promise<void> {
  await scene.mount({ ...SIZE, ...setup, options: { showLabels: false, ...setup.options } });
  for (const second of [0, 1, 2, 3, 4]) {
    await scene.draw(second);
  }
  await scene.keep('now', SETTLED);
}

async function rowsOf(): Promise<{ node: (id: string) => number; edge: (source: string, target: string) => number }> {
  const { nodes, edges } = await scene.ids();
  const rowIn = (ids: readonly string[], id: string) => {
    const row = ids.indexOf(id);
    if (row < 0) {
      throw new Error(`There is no ${id} among ${ids.join(', ')}`);
    }
    return row;
  };
  return {
    node: (id) => rowIn(nodes, id),
    edge: (source, target) => rowIn(edges, `${source}→${target}`),
  };
}

const contrast = (one: Colour, other: Colour) => Math.max(...one.map((value, index) => Math.abs(value - other[index])));

/** Points on a line through the middle of an edge, across or along the line between its ends. */
function lineOf(middle: Point, from: Point, to: Point, way: 'across' | 'along', reach: number): Point[] {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / far, (to.y - from.y) / far];
  const [stepX, stepY] = way === 'along' ? [dx, dy] : [-dy, dx];
  return Array.from({ length: reach * 2 + 1 }, (_, index) => ({
    x: middle.x + stepX * (index - reach),
    y: middle.y + stepY * (index - reach),
  }));
}

async function coloursAt(name: string, points: readonly Point[]): Promise<Colour[]> {
  return Promise.all(points.map(({ x, y }) => scene.colourAt(name, x, y)));
}

/** Pixels across an edge, at its middle, that are not the background. */
async function widthOf(edge: number, from: number, to: number): Promise<number> {
  const [middle, a, b] = [await scene.edgeOnScreen(edge), await scene.nodeOnScreen(from), await scene.nodeOnScreen(to)];
  const colours = await coloursAt('now', lineOf(middle, a, b, 'across', 9));
  return colours.filter((colour) => contrast(colour, COLOURS.background) > 12).length;
}

describe('marks of edges', () => {
  it('an idle edge is thin and still', async () => {
    await mount({ view: { scenario: 'states' } });
    const { node, edge } = await rowsOf();
    const idle = edge('catalogue', 'reports');
    const busy = edge('edge', 'sessions');
    expect(await widthOf(idle, node('catalogue'), node('reports'))).toBeGreaterThan(0);
    expect(await widthOf(idle, node('catalogue'), node('reports'))).toBeLessThanOrEqual(4);
    expect(await widthOf(busy, node('edge'), node('sessions'))).toBeGreaterThan(5);
    await scene.keep('later', SETTLED + 0.7);
    const still = async (row: number, from: string, to: string) => {
      const [middle, a, b] = [
        await scene.edgeOnScreen(row),
        await scene.nodeOnScreen(node(from)),
        await scene.nodeOnScreen(node(to)),
      ];
      const points = lineOf(middle, a, b, 'along', 12);
      const [now, later] = [await coloursAt('now', points), await coloursAt('later', points)];
      return now.every((colour, index) => contrast(colour, later[index]) === 0);
    };
    expect(await still(idle, 'catalogue', 'reports')).toBe(true);
    expect(await still(busy, 'edge', 'sessions')).toBe(false);
  });

  it('an edge without data is dashed', async () => {
    await mount({ view: { scenario: 'silent' } });
    const { node, edge } = await rowsOf();
    const [middle, a, b] = [
      await scene.edgeOnScreen(edge('a', 'b')),
      await scene.nodeOnScreen(node('a')),
      await scene.nodeOnScreen(node('b')),
    ];
    // The brightest across the line, so that the curve's bow does not matter.
    const dark: boolean[] = [];
    for (const point of lineOf(middle, a, b, 'along', 20)) {
      const across = await coloursAt('now', lineOf(point, a, b, 'across', 3));
      dark.push(across.every((colour) => contrast(colour, COLOURS.background) < 25));
    }
    const changes = dark.filter((value, index) => index > 0 && value !== dark[index - 1]).length;
    expect(dark).toContain(true);
    expect(dark).toContain(false);
    expect(changes).toBeGreaterThanOrEqual(5);
  });

  it('a self edge is a loop above its node', async () => {
    await mount({ view: { scenario: 'states' } });
    const { node, edge } = await rowsOf();
    const at = await scene.nodeOnScreen(node('orders'));
    const top = await scene.edgeOnScreen(edge('orders', 'orders'));
    expect(Math.abs(top.x - at.x)).toBeLessThan(1);
    expect(at.y - top.y).toBeGreaterThan(at.radius * 1.5);
    expect(await scene.pick(top.x, top.y)).toMatchObject({ kind: 'edge', row: edge('orders', 'orders') });
    const drawn = await coloursAt('now', lineOf(top, at, top, 'along', 3));
    expect(Math.max(...drawn.map((colour) => contrast(colour, COLOURS.background)))).toBeGreaterThan(40);
  });

  it('both directions of a pair are arcs on either side of the line between', async () => {
    await mount({ view: { scenario: 'states' } });
    const { node, edge } = await rowsOf();
    const [a, b] = [await scene.nodeOnScreen(node('edge')), await scene.nodeOnScreen(node('checkout'))];
    const sideOf = ({ x, y }: Point) =>
      ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / Math.hypot(b.x - a.x, b.y - a.y);
    const [there, back] = [
      await scene.edgeOnScreen(edge('edge', 'checkout')),
      await scene.edgeOnScreen(edge('checkout', 'edge')),
    ];
    expect(sideOf(there) * sideOf(back)).toBeLessThan(0);
    expect(Math.abs(sideOf(there) - sideOf(back))).toBeGreaterThan(8);
    // Nothing is drawn half way between the two.
    const between = await scene.colourAt('now', (there.x + back.x) / 2, (there.y + back.y) / 2);
    expect(contrast(between, COLOURS.background)).toBeLessThan(60);
    for (const middle of [there, back]) {
      const drawn = await coloursAt('now', lineOf(middle, a, b, 'across', 2));
      expect(Math.max(...drawn.map((colour) => contrast(colour, COLOURS.background)))).toBeGreaterThan(40);
    }
  });

  it('answers travel back beside the edge, with the class of their requests, where they are asked for', async () => {
    const seen = async (responses: boolean) => {
      await mount({ view: { scenario: 'failing' }, options: { responses } });
      const [middle, a, b] = [await scene.edgeOnScreen(0), await scene.nodeOnScreen(0), await scene.nodeOnScreen(1)];
      const { x, y } = lineOf(middle, a, b, 'across', 30)[30 + (await laneOnScreen())];
      let danger = 0;
      for (let frame = 0; frame < 12; frame++) {
        await scene.keep('frame', SETTLED + frame / 3);
        danger += await scene.near('frame', COLOURS.danger, x, y, 4);
      }
      const { particles } = await scene.statistics();
      await scene.dispose();
      return { danger, particles };
    };
    const without = await seen(false);
    const answered = await seen(true);
    expect(answered.particles).toBe(without.particles * 2);
    expect(answered.danger).toBeGreaterThan(without.danger + 30);
    await mount({ view: { scenario: 'failing' } });
  });
});

/** CSS pixels from the middle of the only edge of `failing` to the lane of its answers. */
async function laneOnScreen(): Promise<number> {
  const { radius } = await scene.nodeOnScreen(0);
  return Math.round((0.42 * 0.85 + 0.2) * radius);
}

describe('marks of nodes', () => {
  /** Colours on a circle about a node, clockwise from the top, at a part of its radius. */
  async function circle(id: string, part: number, steps = 90): Promise<Colour[]> {
    const { node } = await rowsOf();
    const { x, y, radius } = await scene.nodeOnScreen(node(id));
    return coloursAt(
      'now',
      Array.from({ length: steps }, (_, step) => {
        const angle = ((step + 0.5) / steps) * 2 * Math.PI;
        return { x: x + Math.sin(angle) * radius * part, y: y - Math.cos(angle) * radius * part };
      })
    );
  }

  const share = (colours: readonly Colour[], colour: Colour, tolerance = 60) =>
    colours.filter((each) => contrast(each, colour) < tolerance).length / colours.length;

  it('the ring shows the shares of the classes, clockwise from the top', async () => {
    await mount({ view: { scenario: 'failing' } });
    const ring = await circle('b', 0.92);
    expect(share(ring, COLOURS.danger)).toBeGreaterThan(0.52);
    expect(share(ring, COLOURS.danger)).toBeLessThan(0.64);
    expect(share(ring, COLOURS.warning)).toBeGreaterThan(0.14);
    expect(share(ring, COLOURS.warning)).toBeLessThan(0.24);
    expect(share(ring.slice(2, 50), COLOURS.danger)).toBeGreaterThan(0.95);
    expect(share(await circle('a', 0.92), COLOURS.danger)).toBe(0);
  });

  it('the arc within tells the volume against the greatest of the view', async () => {
    await mount({ view: { scenario: 'states' }, options: { showLabels: false } });
    const lit = async (id: string) => {
      const { node } = await rowsOf();
      const { x, y } = await scene.nodeOnScreen(node(id));
      await scene.zoomBy(5, x, y);
      for (const second of [7, 8, 9]) {
        await scene.draw(second);
      }
      await scene.keep('now', 10);
      const ring = await circle(id, 0.752);
      await scene.fit();
      for (const second of [11, 12, 13]) {
        await scene.draw(second);
      }
      return ring.map((colour) => contrast(colour, COLOURS.background) > 50);
    };
    const [most, less] = [await lit('internet'), await lit('خدمة الدفع')];
    expect(most.filter(Boolean).length).toBeGreaterThan(80);
    // 30 of 900 requests a second on the logarithmic scale: about half of the way round.
    expect(less.filter(Boolean).length).toBeGreaterThan(35);
    expect(less.filter(Boolean).length).toBeLessThan(60);
    expect(less.slice(0, 35).every(Boolean)).toBe(true);
  });

  it('a node without data is hatched, and has neither ring nor arc', async () => {
    await mount({ view: { scenario: 'silent' } });
    const { node } = await rowsOf();
    const { x, y, radius } = await scene.nodeOnScreen(node('a'));
    // Along the diagonal that crosses the stripes, beside the icon.
    const line = Array.from({ length: 80 }, (_, step) => {
      const at = (step / 79 - 0.5) * radius;
      return { x: x + at * 0.7 + radius * 0.34, y: y + at * 0.7 - radius * 0.34 };
    });
    const colours = await coloursAt('now', line);
    const bright = colours.map((colour) => contrast(colour, colours[0]) > 12);
    expect(bright.filter((value, index) => index > 0 && value !== bright[index - 1]).length).toBeGreaterThanOrEqual(3);
    expect(share(await circle('a', 0.92), COLOURS.normal)).toBe(0);
  });
});
