import type { Bounds } from './camera';
import type { EdgeRows } from './edgeRows';
import type { NodeRows } from './nodeRows';

/**
 * World units of edge on a square world unit. Divided by the camera's scale it is the part of the picture that lines a
 * pixel wide cover: where that is much, edges that are well are drawn fainter, so that those in trouble stay visible.
 */
export function crowdingOf(nodes: NodeRows, edges: EdgeRows, bounds: Bounds): number {
  const [left, top, right, bottom] = bounds;
  let length = 0;
  for (let row = 0; row < edges.count; row++) {
    const source = edges.source[row] * 2;
    const target = edges.target[row] * 2;
    const dx = nodes.placeTo[target] - nodes.placeTo[source];
    const dy = nodes.placeTo[target + 1] - nodes.placeTo[source + 1];
    length += Math.sqrt(dx * dx + dy * dy);
  }
  return right > left && bottom > top ? length / ((right - left) * (bottom - top)) : 0;
}
