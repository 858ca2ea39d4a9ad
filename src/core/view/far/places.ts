import { distance } from '../../geometry/distance';
import { boundsOf } from '../../layout/bounds';
import { separate } from '../../layout/force/separate';
import type { Clusters } from './clusters';

/** The boxes of groups may overlap by this part of their areas, as those of neighbours whose members interlock do. */
const OVERLAP = 0.15;

/** World units from one node to the next, if all were spread evenly over the picture. */
export function spacingOf(places: Float32Array): number {
  const count = places.length / 2;
  const [left, top, right, bottom] = boundsOf(places);
  const columns = Math.max(1, Math.sqrt(count));
  // What the outermost nodes have beyond their middles is as wide as a gap.
  const width = (right - left) * (1 + 1 / columns);
  const height = (bottom - top) * (1 + 1 / columns);
  return count > 1 ? Math.max(1, Math.sqrt(Math.max(width, 3) * Math.max(height, 3)) / columns) : Infinity;
}

/** The middle of the bounds of each cluster's members: x, y. */
export function middles(clusters: Clusters, positions: Float32Array): Float32Array {
  const extents = extentsOf(clusters, positions);
  const places = new Float32Array(clusters.ids.length * 2);
  for (let index = 0; index < clusters.ids.length; index++) {
    places[index * 2] = (extents[index * 4] + extents[index * 4 + 2]) / 2;
    places[index * 2 + 1] = (extents[index * 4 + 1] + extents[index * 4 + 3]) / 2;
  }
  return places;
}

/** Part of the usual spacing that there is between any two nodes from afar. */
const LEAST_APART = 0.27;

/** The same places, those that would be drawn over each other pushed apart. */
export function apart(places: Float32Array): Float32Array {
  const count = places.length / 2;
  const x = Float64Array.from({ length: count }, (_, index) => places[index * 2]);
  const y = Float64Array.from({ length: count }, (_, index) => places[index * 2 + 1]);
  const least = count > 1 ? spacingOf(places) * LEAST_APART : 0;
  separate(x, y, least, least);
  return places.map((_, at) => (at % 2 === 0 ? x : y)[at >> 1]);
}

/** Whether clusters lie beside each other, so that each can be drawn as one node in the middle of its members. */
export function areApart(clusters: Clusters, positions: Float32Array): boolean {
  const extents = extentsOf(clusters, positions);
  const order = Array.from(clusters.ids, (_, index) => index).sort((a, b) => extents[a * 4] - extents[b * 4]);
  let area = 0;
  let shared = 0;
  for (let place = 0; place < order.length; place++) {
    const [left, top, right, bottom] = extents.subarray(order[place] * 4, order[place] * 4 + 4);
    area += (right - left) * (bottom - top);
    for (let next = place + 1; next < order.length && extents[order[next] * 4] < right; next++) {
      const at = order[next] * 4;
      const width = Math.min(right, extents[at + 2]) - extents[at];
      const height = Math.min(bottom, extents[at + 3]) - Math.max(top, extents[at + 1]);
      shared += height > 0 ? width * height : 0;
    }
  }
  return shared <= area * OVERLAP;
}

/** Units from one node to the next on a picture that looks its best. */
const BEST_SPACING = 7;

/** The nearest two nodes are this far apart, where that does not make all others tiny. */
const LEAST_SPACING = 3.6;

/** Steps by which the unit grows to its double. */
const UNIT_STEPS = 4;

/** World units to draw as one, so that a picture of nodes at these places is neither crowded nor empty. */
export function unitOf(places: Float32Array): number {
  const best = spacingOf(places) / BEST_SPACING;
  const unit = Math.min(best, Math.max(nearest(places) / LEAST_SPACING, best / 2));
  // In steps, so that a node that comes or goes does not change the size of all others.
  return 2 ** (Math.floor(Math.log2(unit) * UNIT_STEPS) / UNIT_STEPS);
}

/** Distance of the two places that are nearest to each other. */
function nearest(places: Float32Array): number {
  const order = Array.from({ length: places.length / 2 }, (_, index) => index).sort(
    (a, b) => places[a * 2] - places[b * 2]
  );
  let least = Infinity;
  for (let place = 0; place < order.length; place++) {
    const x = places[order[place] * 2];
    const y = places[order[place] * 2 + 1];
    for (let next = place + 1; next < order.length && places[order[next] * 2] - x < least; next++) {
      least = Math.min(least, distance(places[order[next] * 2] - x, places[order[next] * 2 + 1] - y));
    }
  }
  return least;
}

/** left, top, right, bottom of each cluster's members, and a node's radius about them. */
function extentsOf({ ids, of }: Clusters, positions: Float32Array): Float64Array {
  const extents = new Float64Array(ids.length * 4);
  for (let index = 0; index < ids.length; index++) {
    extents.set([Infinity, Infinity, -Infinity, -Infinity], index * 4);
  }
  for (let row = 0; row < of.length; row++) {
    const at = of[row] * 4;
    const x = positions[row * 2];
    const y = positions[row * 2 + 1];
    extents[at] = Math.min(extents[at], x - 1);
    extents[at + 1] = Math.min(extents[at + 1], y - 1);
    extents[at + 2] = Math.max(extents[at + 2], x + 1);
    extents[at + 3] = Math.max(extents[at + 3], y + 1);
  }
  return extents;
}
