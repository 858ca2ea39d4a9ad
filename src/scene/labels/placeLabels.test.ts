import { computeLayout, layoutInput } from '../../core/layout';
import type { LayoutName } from '../../core/model/layout';
import { graphView } from '../../../tests/support/scenePageViews';
import { drawnBounds } from '../drawnBounds';
import { edgeRows } from '../edgeRows';
import { fitCamera, toScreen, zoomCamera } from '../camera';
import { alongCurve, edgeCurve } from '../curves';
import { drawnEnd, WHOLE_END } from '../drawnEnd';
import { groupBoxes, type GroupBox } from '../groupBoxes';
import { nodeRows } from '../nodeRows';
import type { Picture } from '../picture';
import type { SceneOptions } from '../types';
import type { PlacedText } from './glyphRun';
import { labelSize, placeLabels } from './placeLabels';
import { EM } from './atlas';
import { spotOf } from './spots';
import { edgeOrder, nodeOrder } from './wanted';
import { SCENE_OPTIONS } from '../../../tests/support/sceneOptions';

const OPTIONS: SceneOptions = { ...SCENE_OPTIONS, maximumParticles: 1000, edgeLabel: 'rate' };

const VIEWPORT = { width: 1280, height: 720, pixelRatio: 1 };

/** Letters of 0.56 em each, about as wide as those of the panel's font. */
const shape = (text: string) => ({ glyphs: [], pens: [], width: text.length * EM * 0.56 });

interface Placed {
  readonly labels: readonly PlacedText[];
  readonly picture: Picture;
  readonly boxes: readonly GroupBox[];
  readonly names: number;
  readonly spots: ReadonlyArray<{ readonly x: number; readonly y: number; readonly radius: number }>;
}

function place(
  services: number,
  edgeCount: number,
  layoutName: LayoutName,
  zoom = 1,
  textScale = 1,
  right = 0
): Placed {
  const viewport = { ...VIEWPORT, insets: { top: 0, right, bottom: 0, left: 0 } };
  const view = graphView([services, edgeCount], 5);
  const layout = computeLayout(layoutName, layoutInput(view), { aspect: 16 / 9 });
  const { rows: nodes, previousRows } = nodeRows(view, layout, OPTIONS, undefined, 1);
  const edges = edgeRows(view, {
    nodes,
    previousNodes: previousRows,
    options: OPTIONS,
    particles: 1000,
    perUnit: 1,
    particlePart: 1,
    previous: undefined,
    part: 1,
    seconds: 0,
  });
  const fitted = fitCamera(drawnBounds(nodes, edges), viewport);
  const camera = zoomCamera(fitted, viewport, zoom, 500, 300);
  const picture = { nodes, edges, part: 1, camera, viewport };
  const boxes = groupBoxes(view, nodes);
  const labels = placeLabels({
    picture,
    names: view.nodes.names,
    members: view.nodes.members,
    boxes,
    nodeOrder: nodeOrder(nodes),
    edgeOrder: edgeOrder(edges),
    edgeText: (row) => `${Math.round(edges.rates[row])} req/s`,
    meant: new Set(),
    near: [],
    shape,
    textScale,
  });
  return {
    labels,
    picture,
    boxes,
    names: labels.filter(({ key }) => key.startsWith('n')).length,
    spots: view.nodes.ids.map((_, row) => spotOf(picture, row)),
  };
}

/** Pairs of labels one over the other, and labels over a node's circle. */
function collisions({ labels, spots }: Placed): string[] {
  const found: string[] = [];
  const outer = labels.filter(({ within }) => within !== true);
  outer.forEach(({ key, box: [left, top, right, bottom] }, index) => {
    for (const other of outer.slice(index + 1)) {
      const [otherLeft, otherTop, otherRight, otherBottom] = other.box;
      if (left < otherRight && right > otherLeft && top < otherBottom && bottom > otherTop) {
        found.push(`${key} over ${other.key}`);
      }
    }
    for (const { x, y, radius } of spots) {
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      if (away < radius) {
        found.push(`${key} over the node at ${x},${y}`);
      }
    }
  });
  return found;
}

/** Names, by key, under which edges pass that are drawn whole, a pixel or more within: CSS pixels of edges under each. */
function crossed({ labels, picture }: Placed): Map<string, number> {
  const { nodes, edges, camera, viewport } = picture;
  const names = labels.filter(({ key }) => key.startsWith('n'));
  const found = new Map<string, number>();
  for (let row = 0; row < edges.count; row++) {
    const curve = edgeCurve(nodes, edges, row, 1, camera.scale);
    if (curve.loop > 0 || drawnEnd(picture, row, curve) < WHOLE_END) {
      continue;
    }
    const length = Math.hypot(curve.cx - curve.ax, curve.cy - curve.ay) * camera.scale;
    for (let at = 0; at <= length; at++) {
      const world = alongCurve(curve, at / length);
      const { x, y } = toScreen(camera, viewport, world.x, world.y);
      for (const { key, box } of names) {
        if (x > box[0] + 1 && x < box[2] - 1 && y > box[1] + 1 && y < box[3] - 1) {
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
    }
  }
  return found;
}

const LAYOUTS = ['layered', 'force', 'ring', 'grid', 'grouped'] as const;
const SIZES = [
  [20, 60],
  [68, 140],
  [100, 400],
  [500, 2000],
] as const;

describe('placing labels', () => {
  it.each(SIZES.flatMap(([services, edges]) => LAYOUTS.map((layout) => [services, edges, layout] as const)))(
    'puts none over another nor over a node: %i services, %i edges, %s',
    (services, edges, layout) => {
      const placed = place(services, edges, layout);
      expect(placed.labels.length).toBeGreaterThan(5);
      expect(collisions(placed)).toEqual([]);
    }
  );

  it('puts none over another when zoomed in, nor with the texts of a wallboard', () => {
    expect(collisions(place(100, 400, 'layered', 4))).toEqual([]);
    expect(collisions(place(68, 140, 'grouped', 1, 2))).toEqual([]);
  });

  it('names every service where there is room: all of 20, and nearly all of 68', () => {
    expect(place(20, 60, 'layered').names).toBe(20);
    expect(place(68, 140, 'layered').names).toBeGreaterThanOrEqual(61);
  });

  it('writes on edges as soon as they are long enough, and on more of them from nearer', () => {
    const written = (zoom: number) =>
      place(68, 140, 'layered', zoom).labels.filter(({ key }) => key.startsWith('e')).length;
    expect(written(1)).toBeGreaterThan(5);
    expect(written(0.1)).toBe(0);
  });

  it('is at least 11 pixels high, and twice as high on a wallboard', () => {
    expect(labelSize(200, 1)).toBe(11);
    expect(labelSize(1080, 2)).toBe(28);
  });

  it('names keep clear of what covers the right side', () => {
    const beyond = ({ labels }: Placed) =>
      labels.filter(({ key, box }) => key.startsWith('n') && box[2] > VIEWPORT.width - 40).length;
    expect(beyond(place(60, 120, 'layered', 1, 1, 40))).toBe(0);
    // The same map has names there where nothing covers them.
    expect(beyond(place(60, 120, 'layered'))).toBeGreaterThan(0);
  });

  it('puts names where few lines pass', () => {
    const all = [...crossed(place(68, 140, 'layered')).values()].reduce((sum, pixels) => sum + pixels, 0);
    // With every name in the first place that is free, they are 4,740.
    expect(all).toBeLessThan(3900);
  });

  it.each([1, 3])('puts a plate under each name that lines cross, at %i times the size', (zoom) => {
    const placed = place(100, 400, 'layered', zoom);
    const under = crossed(placed);
    const bare = placed.labels.filter(({ key, plate }) => under.has(key) && plate === undefined);
    expect(under.size).toBeGreaterThan(5);
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it.each([1, 2, 4])(
    'keeps the names of group boxes in the picture and in their boxes, at %i times the size',
    (zoom) => {
      const { labels, boxes, picture } = place(500, 2000, 'grouped', zoom);
      const titles = labels.filter(({ key }) => key.startsWith('b'));
      expect(titles.length).toBeGreaterThan(0);
      for (const { key, box } of titles) {
        const group = boxes.find(({ name }) => key === `b${name}`)!;
        const { x: left } = toScreen(picture.camera, picture.viewport, group.bounds[0], group.bounds[1]);
        const { x: right } = toScreen(picture.camera, picture.viewport, group.bounds[2], group.bounds[1]);
        expect(Math.min(box[0] - Math.max(0, left), Math.min(VIEWPORT.width, right) - box[2], box[1])).toBeGreaterThan(
          0
        );
      }
    }
  );
});
