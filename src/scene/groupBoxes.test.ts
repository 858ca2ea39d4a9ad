import { computeLayout, layoutInput } from '../core/layout';
import type { LayoutName } from '../core/model/layout';
import { graphView } from '../../tests/support/scenePageViews';
import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';
import { groupBoxes } from './groupBoxes';
import { nodeRows } from './nodeRows';

/** The last number: boxes at least, of five graphs. Layers put groups beside each other where it suits them. */
const MAPS = [
  ['layered', 20, 60, 4],
  ['grouped', 20, 60, 10],
  ['grouped', 68, 140, 10],
  ['grouped', 500, 2000, 15],
] as const;

function boxesOf(layoutName: LayoutName, services: number, edges: number, seed: number) {
  const view = graphView([services, edges], seed);
  const layout = computeLayout(layoutName, layoutInput(view), { aspect: 16 / 9 });
  const { rows } = nodeRows(view, layout, SCENE_OPTIONS, undefined, 1);
  return { view, rows, boxes: groupBoxes(view, rows) };
}

describe('boxes about groups', () => {
  it.each(MAPS)(
    'hold all nodes of their group, and do not overlap: %s, %i services, %i edges',
    (layout, services, edges, least) => {
      let drawn = 0;
      for (const seed of [1, 2, 3, 4, 5]) {
        const { view, rows, boxes } = boxesOf(layout, services, edges, seed);
        drawn += boxes.length;
        boxes.forEach(({ name, bounds: [left, top, right, bottom] }, index) => {
          for (let row = 0; row < rows.count; row++) {
            const [x, y] = rows.placeTo.subarray(row * 2, row * 2 + 2);
            const radius = rows.radiusTo[row];
            const within = x - radius > left && x + radius < right && y - radius > top && y + radius < bottom;
            expect(within || view.nodes.paths[row][0] !== name).toBe(true);
          }
          for (const { bounds: other } of boxes.slice(index + 1)) {
            expect(left < other[2] && other[0] < right && top < other[3] && other[1] < bottom).toBe(false);
          }
        });
      }
      expect(drawn).toBeGreaterThanOrEqual(least);
    }
  );
});
