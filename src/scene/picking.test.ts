import { fitCamera, toScreen } from './camera';
import { alongCurve, edgeCurve } from './curves';
import { drawnBounds } from './drawnBounds';
import { edgeRows } from './edgeRows';
import { nodeRows } from './nodeRows';
import { pickAt } from './picking';
import type { Picture } from './picture';
import { viewOf } from '../../tests/support/scenePageViews';
import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';

const VIEWPORT = { width: 800, height: 600, pixelRatio: 1 };
function picture(): Picture {
  const rates = [10, 0, 0] as const;
  const view = viewOf(
    [
      { id: 'a', rates },
      { id: 'b', rates },
      { id: 'c', rates },
    ],
    [
      { source: 'a', target: 'b', rates },
      { source: 'b', target: 'a', rates },
      { source: 'c', target: 'c', rates },
      { source: 'b', target: 'c', rates },
    ]
  );
  const layout = { positions: Float32Array.of(0, 0, 20, 0, 10, 15), bounds: [0, 0, 20, 15] as const };
  const { rows: nodes, previousRows } = nodeRows(view, layout, SCENE_OPTIONS, undefined, 1);
  const edges = edgeRows(view, {
    nodes,
    previousNodes: previousRows,
    options: SCENE_OPTIONS,
    particles: 100,
    perUnit: 1,
    particlePart: 1,
    previous: undefined,
    part: 1,
    seconds: 0,
  });
  return { nodes, edges, part: 1, camera: fitCamera(drawnBounds(nodes, edges), VIEWPORT), viewport: VIEWPORT };
}

describe('picking', () => {
  const shown = picture();

  it.each([0, 1, 2])('finds node %i in its middle and at its border', (row) => {
    const x = shown.nodes.placeTo[row * 2];
    const y = shown.nodes.placeTo[row * 2 + 1];
    for (const [dx, dy] of [
      [0, 0],
      [0.95, 0],
      [0, -0.95],
    ]) {
      const at = toScreen(shown.camera, VIEWPORT, x + dx, y + dy);
      expect(pickAt(shown, at.x, at.y)).toEqual({ kind: 'node', row, id: shown.nodes.ids[row] });
    }
  });

  it.each([0, 1, 2, 3])('finds edge %i on its curve: opposite ones apart, self edges on their loops', (row) => {
    const curve = edgeCurve(shown.nodes, shown.edges, row, 1, shown.camera.scale);
    for (const part of [0.3, 0.5, 0.7]) {
      const world = alongCurve(curve, part);
      const at = toScreen(shown.camera, VIEWPORT, world.x, world.y);
      expect(pickAt(shown, at.x, at.y)).toEqual({ kind: 'edge', row, id: shown.edges.ids[row] });
    }
  });

  it('finds nothing where nothing is', () => {
    expect(pickAt(shown, 1, 1)).toBeUndefined();
    const between = toScreen(shown.camera, VIEWPORT, 4, 9);
    expect(pickAt(shown, between.x, between.y)).toBeUndefined();
  });
});
