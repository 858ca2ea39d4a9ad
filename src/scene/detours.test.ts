import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';
import { viewOf } from '../../tests/support/scenePageViews';
import { CLOSEST } from './camera';
import { alongCurve, edgeCurve } from './curves';
import { drawnBounds } from './drawnBounds';
import { edgeRows } from './edgeRows';
import { nodeRows } from './nodeRows';
import { pickAt } from './picking';

const rates = [10, 0, 0] as const;

/** Services in rows and columns, a world unit of places being `step`, and the edges between these of them. */
function mapOf(places: ReadonlyArray<readonly [number, number]>, pairs: ReadonlyArray<readonly [number, number]>) {
  const view = viewOf(
    places.map((_, row) => ({ id: `${row}`, rates })),
    pairs.map(([source, target]) => ({ source: `${source}`, target: `${target}`, rates }))
  );
  const layout = { positions: Float32Array.from(places.flat()), bounds: [0, 0, 1, 1] as const };
  const { rows: nodes, previousRows } = nodeRows(view, layout, SCENE_OPTIONS, undefined, 1);
  const context = { nodes, previousNodes: previousRows, options: SCENE_OPTIONS, particles: 0, perUnit: 0 };
  const at = { particlePart: 1, part: 1, seconds: 0 };
  const edges = edgeRows(view, { ...context, ...at, previous: undefined });
  const again = () => {
    const later = nodeRows(view, layout, SCENE_OPTIONS, nodes, 1);
    const known = { nodes: later.rows, previousNodes: later.previousRows, previous: edges };
    return edgeRows(view, { ...context, ...at, ...known });
  };
  return { nodes, edges, again };
}

/** World units between an edge and the border of a node; less than 0 where it runs under it. */
function clearance({ nodes, edges }: ReturnType<typeof mapOf>, row: number, node: number): number {
  const curve = edgeCurve(nodes, edges, row, 1, CLOSEST);
  let least = Infinity;
  for (let step = 0; step <= 100; step++) {
    const { x, y } = alongCurve(curve, step / 100);
    least = Math.min(least, Math.hypot(x - nodes.placeTo[node * 2], y - nodes.placeTo[node * 2 + 1]));
  }
  return least - nodes.radiusTo[node];
}

describe('detours', () => {
  const line = mapOf(
    [
      [0, 0],
      [10, -0.8],
      [20, 0],
    ],
    [
      [0, 2],
      [2, 0],
      [0, 1],
    ]
  );

  it('lead edges round a node that is in their way, each direction by a way of its own; others bow as usual', () => {
    expect(clearance(line, 0, 1)).toBeGreaterThan(0.2);
    expect(clearance(line, 1, 1)).toBeGreaterThan(0.2);
    const [there, back, free] = [0, 1, 2].map((row) => line.edges.bowTo[row]);
    expect(there).not.toBeCloseTo(free);
    // Seen from its own source, each is on its left where these differ in sign, or else beyond the other.
    expect(Math.abs(there + back)).toBeGreaterThan(0.1);
    expect(free).toBeCloseTo(0.13);
  });

  it('stay as they are while nothing moves', () => {
    const before = Array.from(line.edges.bowTo);
    expect(Array.from(line.again().bowTo)).toEqual(before);
  });

  it('are in what is drawn, and are found where they are', () => {
    const { nodes, edges } = line;
    const { x, y } = alongCurve(edgeCurve(nodes, edges, 0, 1, 10), 0.5);
    const [, top, , bottom] = drawnBounds(nodes, edges);
    expect(y).toBeGreaterThanOrEqual(top);
    expect(y).toBeLessThanOrEqual(bottom);
    const camera = { x, y, scale: 10 };
    const viewport = { width: 400, height: 200, pixelRatio: 1 };
    const picked = pickAt({ nodes, edges, part: 1, camera, viewport }, 200, 100);
    expect(picked).toMatchObject({ kind: 'edge', row: 0 });
  });

  it('are not taken on maps of many nodes', () => {
    const crowd = Array.from({ length: 61 }, (_, row) => [row * 4, 0] as const);
    const { edges } = mapOf(crowd, [[0, 60]]);
    expect(edges.bowTo[0]).toBeCloseTo(0.13);
  });
});
