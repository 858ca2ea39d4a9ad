import { computeLayout, layoutInput } from '../../core/layout';
import { STATE_DANGER, STATE_NORMAL } from '../../core/model/state';
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
import { findingLines } from './lines';
import { labelSize, placeLabels } from './placeLabels';
import { shownLabels } from './shown';
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

interface Asked {
  readonly zoom?: number;
  readonly textScale?: number;
  /** CSS pixels of the right side that something covers. */
  readonly right?: number;
  /** Whether the strongest are the weakest. */
  readonly reversed?: boolean;
  readonly shown?: readonly PlacedText[];
  readonly states?: Uint8Array;
}

function place(services: number, edgeCount: number, layoutName: LayoutName, asked: Asked = {}): Placed {
  const { zoom = 1, textScale = 1, right = 0, reversed = false, shown, states } = asked;
  const viewport = { ...VIEWPORT, insets: { top: 0, right, bottom: 0, left: 0 } };
  const made = graphView([services, edgeCount], 5);
  const rates = (given: Float32Array) => (reversed ? given.slice().reverse() : given);
  const view = {
    ...made,
    nodes: { ...made.nodes, rates: rates(made.nodes.rates), states: states ?? made.nodes.states },
    edges: { ...made.edges, rates: rates(made.edges.rates) },
  };
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
    shown: shown && shownLabels(shown, true),
    shape,
    textScale,
  });
  return {
    labels,
    picture,
    boxes,
    names: namesOf(labels).length,
    spots: view.nodes.ids.map((_, row) => spotOf(picture, row)),
  };
}

const namesOf = (labels: readonly PlacedText[]) => labels.filter((label) => label.of === 'node').map(({ key }) => key);

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
  const names = labels.filter(({ of }) => of === 'node');
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
    expect(collisions(place(100, 400, 'layered', { zoom: 4 }))).toEqual([]);
    expect(collisions(place(68, 140, 'grouped', { textScale: 2 }))).toEqual([]);
  });

  it('names every service where there is room: all of 20, and nearly all of 68', () => {
    expect(place(20, 60, 'layered').names).toBe(20);
    expect(place(68, 140, 'layered').names).toBeGreaterThanOrEqual(61);
  });

  it('writes on edges as soon as they are long enough, and on more of them from nearer', () => {
    const written = (zoom: number) =>
      place(68, 140, 'layered', { zoom }).labels.filter(({ of }) => of === 'edge').length;
    expect(written(1)).toBeGreaterThan(5);
    expect(written(0.1)).toBe(0);
  });

  it('is at least 11 pixels high, and twice as high on a wallboard', () => {
    expect(labelSize(200, 1)).toBe(11);
    expect(labelSize(1080, 2)).toBe(28);
  });

  it('names keep clear of what covers the right side', () => {
    const beyond = ({ labels }: Placed) =>
      labels.filter(({ of, box }) => of === 'node' && box[2] > VIEWPORT.width - 40).length;
    expect(beyond(place(60, 120, 'layered', { right: 40 }))).toBe(0);
    // The same map has names there where nothing covers them.
    expect(beyond(place(60, 120, 'layered'))).toBeGreaterThan(0);
  });

  it('looks at no more places from near than from afar, however long edges are there', () => {
    const costOf = (zoom: number) => {
      const { picture } = place(500, 2000, 'layered', { zoom });
      const finding = findingLines(picture, []);
      let cost = 0;
      for (let step = finding.next(); !step.done; step = finding.next()) {
        cost += step.value;
      }
      return cost;
    };
    expect(costOf(40)).toBeLessThan(costOf(1));
  });

  it('puts names where few lines pass', () => {
    const all = [...crossed(place(68, 140, 'layered')).values()].reduce((sum, pixels) => sum + pixels, 0);
    // With every name in the first place that is free, they are 4,740.
    expect(all).toBeLessThan(3900);
  });

  it.each([1, 3])('puts a plate under each name that lines cross, at %i times the size', (zoom) => {
    const placed = place(100, 400, 'layered', { zoom });
    const under = crossed(placed);
    const bare = placed.labels.filter(({ key, plate }) => under.has(key) && plate === undefined);
    expect(under.size).toBeGreaterThan(5);
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it.each([1, 2, 4])(
    'keeps the names of group boxes in the picture and in their boxes, at %i times the size',
    (zoom) => {
      const { labels, boxes, picture } = place(500, 2000, 'grouped', { zoom });
      const titles = labels.filter(({ of }) => of === 'box');
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

  it('names stay where they are while only rates change, even where half of them would be others', () => {
    const before = place(500, 2000, 'layered');
    const anew = place(500, 2000, 'layered', { reversed: true });
    const after = place(500, 2000, 'layered', { reversed: true, shown: before.labels });
    const shown = new Set(namesOf(before.labels));
    const stayed = (labels: readonly PlacedText[]) => namesOf(labels).filter((key) => shown.has(key)).length;
    expect(stayed(place(500, 2000, 'layered', { shown: before.labels }).labels)).toBe(shown.size);
    // The most important come first nevertheless.
    expect(stayed(after.labels)).toBeGreaterThan(1.5 * stayed(anew.labels));
    expect(after.names).toBeGreaterThanOrEqual(before.names * 0.9);
    expect(collisions(after)).toEqual([]);
  });

  it('what comes into trouble is named before names that are shown', () => {
    const before = place(500, 2000, 'layered');
    const named = new Set(before.labels.filter(({ of }) => of === 'node').map(({ anchor }) => anchor[0]));
    const states = Uint8Array.from(before.spots, (_, row) => (named.has(row) ? STATE_NORMAL : STATE_DANGER));
    const { labels } = place(500, 2000, 'layered', { shown: before.labels, states });
    const troubled = labels.filter(({ of, anchor }) => of === 'node' && !named.has(anchor[0]));
    expect(troubled.length).toBeGreaterThan(10);
  });
});
