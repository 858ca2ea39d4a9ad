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

async function mount(setup: Omit<PageSetup, 'width' | 'height'>): Promise<void> {
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

  it('of weak flows through a crowd only the ends are drawn, until they are meant; others are whole', async () => {
    await mount({
      view: { scenario: 'crowded' },
      positions: [
        ...Array.from({ length: 80 }, (_, x) => [x / 2, 0, x / 2, 40]).flat(),
        ...[-4, 30, 100, 30, -4, 20, 100, 20, -4, 60, 100, 60],
      ],
    });
    const { node, edge } = await rowsOf();
    const drawn = async (points: readonly Point[]) =>
      Math.max(...(await coloursAt('now', points)).map((colour) => contrast(colour, COLOURS.background)));
    /** At the middle, and beside the border of the source. */
    const seen = async (name: string) => {
      const [a, b] = [await scene.nodeOnScreen(node(`${name} from`)), await scene.nodeOnScreen(node(`${name} to`))];
      const middle = await scene.edgeOnScreen(edge(`${name} from`, `${name} to`));
      const beside = { x: a.x + a.radius + 5, y: a.y };
      return [await drawn(lineOf(middle, a, b, 'across', 4)), await drawn(lineOf(beside, a, b, 'across', 6))];
    };
    const [middle, end] = await seen('through');
    expect(middle).toBeLessThan(4);
    expect(end).toBeGreaterThan(25);
    for (const name of ['aside', 'failing']) {
      expect(Math.min(...(await seen(name)))).toBeGreaterThan(25);
    }
    await scene.emphasis({ selected: { kind: 'node', row: node('through to'), id: 'through to' } });
    for (const second of [7, 8, 9]) {
      await scene.draw(second);
    }
    await scene.keep('now', 10);
    expect(Math.min(...(await seen('through')))).toBeGreaterThan(25);
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

describe('marks of particles', () => {
  /** Heights of a particle at its back, middle and front, as parts of the greatest of the three. */
  type Outline = readonly [number, number, number];

  /** Outlines of the particles of one class that stand alone near the middle of its edge, over several frames. */
  async function outlinesOf(name: 'normal' | 'warning' | 'danger'): Promise<Outline[]> {
    const { node, edge } = await rowsOf();
    const [a, b] = [await scene.nodeOnScreen(node(`${name} caller`)), await scene.nodeOnScreen(node(name))];
    const middle = await scene.edgeOnScreen(edge(`${name} caller`, name));
    const width = (b.x - a.x) * 0.4;
    const outlines: Outline[] = [];
    for (let frame = 0; frame < 8; frame++) {
      await scene.keep('frame', SETTLED + frame * 0.37);
      const around = { x: middle.x - width / 2, y: middle.y - 30, width, height: 60 };
      const columns = await scene.columns('frame', parseColour(THEMES.light[name]), around);
      let from = -1;
      columns.forEach((height, column) => {
        if (height > 1 && from < 0) {
          from = columns[column - 1] === 0 || columns[column - 1] === 1 ? column : -2;
        } else if (height <= 1 && from !== -1) {
          const long = column - from;
          if (from >= 0 && long >= 12 && long <= 34) {
            const at = (part: number) => columns[from + Math.round((long - 1) * part)];
            const heights = [at(0.15), at(0.5), at(0.85)];
            const greatest = Math.max(...heights);
            outlines.push([heights[0] / greatest, heights[1] / greatest, heights[2] / greatest]);
          }
          from = -1;
        }
      });
    }
    return outlines;
  }

  const typical = (outlines: readonly Outline[]) =>
    [0, 1, 2].map((part) => outlines.map((each) => each[part]).sort((x, y) => x - y)[outlines.length >> 1]);

  it('normal requests are round, warnings triangles that point ahead, and dangers diamonds', async () => {
    await mount({
      view: { scenario: 'classes' },
      theme: 'light',
      quality: 4,
      particlesPerUnit: 0.25,
      options: { particleSize: 14 },
    });
    const [round, triangle, diamond] = [
      await outlinesOf('normal'),
      await outlinesOf('warning'),
      await outlinesOf('danger'),
    ];
    for (const outlines of [round, triangle, diamond]) {
      expect(outlines.length).toBeGreaterThan(3);
    }
    const [[roundBack, roundMiddle, roundFront], [back, middle, front], [behind, waist, ahead]] = [
      typical(round),
      typical(triangle),
      typical(diamond),
    ];
    expect(roundMiddle).toBe(1);
    expect(Math.min(roundBack, roundFront)).toBeGreaterThan(0.6);
    expect(back).toBeGreaterThan(0.9);
    expect(middle).toBeLessThan(0.75);
    expect(front).toBeLessThan(0.4);
    expect(waist).toBe(1);
    expect(Math.max(behind, ahead)).toBeLessThan(0.55);
  });
});

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

  /** Looks at one node from so near that its badge has its full size; where it is then. */
  async function approach(id: string) {
    const { node } = await rowsOf();
    const { x, y } = await scene.nodeOnScreen(node(id));
    await scene.zoomBy(3, x, y);
    for (const second of [7, 8, 9]) {
      await scene.draw(second);
    }
    await scene.keep('now', 10);
    const near = await scene.nodeOnScreen(node(id));
    await scene.fit();
    for (const second of [11, 12, 13]) {
      await scene.draw(second);
    }
    return near;
  }

  it('a badge tells a state by its shape: a triangle for a warning, cut corners for danger, none without trouble', async () => {
    await mount({ view: { scenario: 'states' } });
    /** Pixels of the state's colour along the top, and along the bottom, of the badge. */
    const edges = async (id: string, colour: Colour) => {
      const { x, y, radius } = await approach(id);
      const line = async (part: number) => {
        const points = Array.from({ length: 21 }, (_, index) => ({
          x: x + radius * 0.76 + index - 10,
          y: y - radius * 0.76 + part * 13,
        }));
        return (await coloursAt('now', points)).filter((each) => contrast(each, colour) < 50).length;
      };
      return [await line(-0.62), await line(0.66)];
    };
    const [warningTop, warningBottom] = await edges('catalogue', COLOURS.warning);
    const [dangerTop, dangerBottom] = await edges('checkout', COLOURS.danger);
    expect(warningBottom).toBeGreaterThan(10);
    expect(warningTop).toBeLessThan(warningBottom / 2);
    expect(dangerBottom).toBeGreaterThan(10);
    expect(Math.abs(dangerTop - dangerBottom)).toBeLessThanOrEqual(3);
    expect(await edges('sessions', COLOURS.danger)).toEqual([0, 0]);
  });

  it('a pin stands at the other shoulder of a node that was put where it is', async () => {
    await mount({ view: { scenario: 'states' } });
    const head = async () => {
      const { x, y, radius } = await approach('sessions');
      return scene.near('now', parseColour(THEMES.dark.text), x - radius * 0.76, y - radius * 0.76, 11);
    };
    expect(await head()).toBe(0);
    await scene.pin(['sessions']);
    expect(await head()).toBeGreaterThan(150);
  });

  it('a node in danger glows', async () => {
    await mount({ view: { scenario: 'states' } });
    const glow = async (id: string) => {
      const ring = await circle(id, 1.26, 60);
      return ring.filter(([red, green]) => red - green > 25).length / ring.length;
    };
    expect(await glow('checkout')).toBeGreaterThan(0.8);
    expect(await glow('sessions')).toBeLessThan(0.1);
  });
});
