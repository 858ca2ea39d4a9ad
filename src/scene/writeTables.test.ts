import { wholeSpeed } from '../core/flow';
import { viewOf } from '../../tests/support/scenePageViews';
import { edgeRows, type EdgeRows } from './edgeRows';
import { nodeRows } from './nodeRows';
import { ROW_CELLS, writeEdges } from './writeTables';
import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';

function twoEdges(): EdgeRows {
  const view = viewOf(
    [
      { id: 'a', rates: [1, 0, 0] },
      { id: 'b', rates: [1, 0, 0] },
    ],
    [
      { source: 'a', target: 'b', rates: [70, 20, 10], p50: 0.1, state: 2 },
      { source: 'b', target: 'b', rates: [99.99, 0, 0.01], p50: 0.1 },
    ]
  );
  const layout = { positions: Float32Array.of(0, 0, 12, 0), bounds: [0, 0, 12, 0] as const };
  const { rows: nodes, previousRows } = nodeRows(view, layout, SCENE_OPTIONS, undefined, 1);
  return edgeRows(view, {
    nodes,
    previousNodes: previousRows,
    options: SCENE_OPTIONS,
    particles: 100,
    perUnit: 2,
    particlePart: 1,
    previous: undefined,
    part: 1,
    seconds: 0,
  });
}

describe('tables for the shaders', () => {
  const edges = twoEdges();
  const cells = new Uint32Array(2 * ROW_CELLS);
  writeEdges(cells, edges);
  const floats = new Float32Array(cells.buffer);

  it('packs ends, states, activity and shares of an edge', () => {
    expect([cells[0], cells[1]]).toEqual([0, 1]);
    expect(cells[3] & 1).toBe(0);
    expect((cells[3] >> 3) & 3).toBe(2);
    expect((cells[3] >> 5) & 3).toBe(0);
    expect(cells[3] >>> 16).toBeGreaterThan(0);
    expect([(cells[7] >> 16) & 255, cells[7] >>> 24]).toEqual([51, 26]);
    expect(cells[ROW_CELLS + 3] & 1).toBe(1);
  });

  it('a share above nothing is never written as nothing', () => {
    expect(cells[ROW_CELLS + 7] >>> 24).toBe(1);
  });

  it('writes phases as parts of laps, and speeds that run for ever without a drift', () => {
    expect(cells[4] / 2 ** 24).toBeCloseTo(edges.phase[0], 6);
    expect(floats[5]).toBe(edges.speed[0]);
    expect(wholeSpeed(floats[5])).toBe(floats[5]);
  });
});
