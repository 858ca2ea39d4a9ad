import { STATE_DANGER, STATE_WARNING } from '../core/model/state';
import { viewOf, type ViewEdge, type ViewNode } from '../../tests/support/scenePageViews';
import { crossingsOf, endLength, stillCross, strongerAbout, wholeness } from './crowding';
import { drawnEnd } from './drawnEnd';
import { edgeCurve } from './curves';
import { edgeRows } from './edgeRows';
import { nodeRows } from './nodeRows';
import { pickAt } from './picking';
import type { Picture } from './picture';
import { toScreen } from './camera';
import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';

interface Line {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly rate: number;
  readonly state?: number;
}

/** Each line is an edge between two nodes of its own. */
function rowsOf(lines: readonly Line[]) {
  const nodes = lines.flatMap((_, line): ViewNode[] => [
    { id: `${line} from`, rates: [1, 0, 0] },
    { id: `${line} to`, rates: [1, 0, 0] },
  ]);
  const edges = lines.map(({ rate, state }, line): ViewEdge => ({
    source: `${line} from`,
    target: `${line} to`,
    rates: [rate, 0, 0],
    state,
  }));
  const positions = Float32Array.from(lines.flatMap(({ from, to }) => [...from, ...to]));
  const view = viewOf(nodes, edges);
  const made = nodeRows(view, { positions, bounds: [0, 0, 1, 1] }, SCENE_OPTIONS, undefined, 1);
  return {
    nodes: made.rows,
    edges: edgeRows(view, {
      nodes: made.rows,
      previousNodes: made.previousRows,
      options: SCENE_OPTIONS,
      particles: 100,
      perUnit: 1,
      particlePart: 1,
      previous: undefined,
      part: 1,
      seconds: 0,
    }),
  };
}

/** Eighty strong flows side by side, then these. */
const beside = (...lines: Line[]) => [
  ...Array.from({ length: 80 }, (_, index): Line => ({ from: [index / 2, 0], to: [index / 2, 40], rate: 1000 })),
  ...lines,
];

const pictureOf = (lines: readonly Line[], scale: number, marks?: Uint8Array): Picture => ({
  ...rowsOf(lines),
  part: 1,
  camera: { x: 50, y: 30, scale },
  viewport: { width: 1000, height: 600, pixelRatio: 1 },
  marks,
});

const endOf = (picture: Picture, row: number) =>
  drawnEnd(picture, row, edgeCurve(picture.nodes, picture.edges, row, 1, picture.camera.scale));

describe('what is about an edge', () => {
  const through = { from: [-4, 20], to: [100, 20], rate: 1 } as const;
  const aside = { from: [-4, 70], to: [100, 70], rate: 1 } as const;

  test('is counted in world units of stronger edges on a square world unit', () => {
    const { edges } = rowsOf(beside(through, aside));
    // Two lines a unit, on two fifths of its way, and less than they are since a few are no crowd.
    expect(edges.strongerTo[80]).toBeGreaterThan(0.4);
    expect(edges.strongerTo[80]).toBeLessThan(0.8);
    expect(edges.strongerTo[81]).toBe(0);
    expect(edges.crowding).toBeCloseTo((80 * 40 + 2 * 104) / ((104 + 2.7) * (70 + 2.7)), 2);
  });

  test('nothing is stronger than the strongest, and of equals some come first', () => {
    const { nodes, edges } = rowsOf(beside({ ...through, rate: 1000_000 }));
    expect(edges.strongerTo[80]).toBe(0);
    const equals = Array.from(edges.strongerTo.subarray(0, 80));
    expect(Math.min(...equals)).toBeLessThan(Math.max(...equals) / 4);
    const other = new Float32Array(81);
    strongerAbout(crossingsOf(nodes, edges), new Float32Array(81), new Float32Array(81), other);
    expect(Array.from(other)).toEqual(new Array(81).fill(0));
  });

  test('the squares that edges pass are found anew when a node has moved', () => {
    const { nodes, edges } = rowsOf(beside(through));
    const crossings = crossingsOf(nodes, edges);
    expect(stillCross(crossings, nodes)).toBe(true);
    nodes.placeTo[160] += 60;
    expect(stillCross(crossings, nodes)).toBe(false);
    expect(crossingsOf(nodes, edges).squareOf).not.toEqual(crossings.squareOf);
  });

  test('a busy region leaves calm ones as they are: only what passes through it loses its middle', () => {
    const picture = pictureOf(beside(through, aside), 8);
    expect(endOf(picture, 80)).toBeLessThan(0.2);
    expect(endOf(picture, 81)).toBe(0.5);
  });

  test('zooming in makes room: near neighbours are whole again', () => {
    const lines = beside({ from: [3, 20], to: [15, 20], rate: 1 });
    expect(endOf(pictureOf(lines, 4), 80)).toBeLessThan(0.5);
    expect(endOf(pictureOf(lines, 40), 80)).toBe(0.5);
  });

  test.each([
    ['in warning', STATE_WARNING],
    ['in danger', STATE_DANGER],
  ])('an edge %s is always drawn whole', (_, state) => {
    expect(endOf(pictureOf(beside({ ...through, state }), 8), 80)).toBe(0.5);
  });

  test('so is one that is hovered, selected or found', () => {
    const marks = new Uint8Array(81);
    marks[80] = 8;
    expect(endOf(pictureOf(beside(through), 8, marks), 80)).toBe(0.5);
  });

  test('what is not drawn is not picked', () => {
    const marked = new Uint8Array(82).fill(1, 80);
    for (const [marks, found] of [
      [undefined, undefined],
      [marked, 80],
    ] as const) {
      const picture = pictureOf(beside(through, aside), 8, marks);
      const curve = edgeCurve(picture.nodes, picture.edges, 80, 1, 8);
      const middle = toScreen(picture.camera, picture.viewport, 48, (20 + curve.by) / 2);
      expect(pickAt(picture, middle.x, middle.y)?.row).toBe(found);
      const near = toScreen(picture.camera, picture.viewport, -2, 20);
      expect(pickAt(picture, near.x, near.y)?.row).toBe(80);
    }
  });
});

describe('which edges are drawn whole', () => {
  test('those with room about them; far ones give way before near ones', () => {
    expect(wholeness(0.05, 0.2)).toBe(1);
    expect(wholeness(0.05, 1.2)).toBe(0);
    expect(wholeness(0.2, 0.2)).toBe(0);
    expect(wholeness(0, 5)).toBe(1);
  });

  test('an end is as long as the scale allows, longer on longer edges, and never more than twice that', () => {
    expect(endLength(80, 1)).toBe(14);
    expect(endLength(80, 100)).toBe(44);
    expect(endLength(150, 10)).toBeGreaterThan(endLength(100, 10));
    expect(endLength(100_000, 10)).toBe(40);
  });
});
