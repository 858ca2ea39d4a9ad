/** On maps of more nodes than this there is no room to grow. */
const FEW = 120;

/** Part of the way to its neighbour that a node may take. */
const PART = 0.24;

/**
 * World units that the radius of a usual node, which is 1, may grow to in small pictures, by how far the nearest two
 * nodes (x, y of each) are apart.
 */
export function reachOf(positions: Float32Array): number {
  const count = positions.length / 2;
  if (count > FEW) {
    return 1;
  }
  let nearest = Infinity;
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      const dx = positions[other * 2] - positions[one * 2];
      const dy = positions[other * 2 + 1] - positions[one * 2 + 1];
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
  }
  return nearest < Infinity ? Math.max(1, PART * Math.sqrt(nearest)) : 1;
}
