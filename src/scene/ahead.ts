/** Densities, 0–1, are told apart in so many steps: no order of thousands of edges is needed for how faint they are. */
const STEPS = 256;

/**
 * Writes, for each edge, the part of the length of all edges (0–1) that those of a greater density have, and half of its
 * equals. Two passes, no sorting: it is done at every update.
 */
export function aheadOf(densities: Float32Array, lengths: Float32Array, ahead: Float32Array): void {
  const lengthAt = new Float64Array(STEPS);
  let whole = 0;
  for (let row = 0; row < densities.length; row++) {
    lengthAt[stepOf(densities[row])] += lengths[row];
    whole += lengths[row];
  }
  const partAt = new Float64Array(STEPS);
  let above = 0;
  for (let step = STEPS - 1; step >= 0; step--) {
    partAt[step] = whole > 0 ? (above + lengthAt[step] / 2) / whole : 0;
    above += lengthAt[step];
  }
  for (let row = 0; row < densities.length; row++) {
    ahead[row] = partAt[stepOf(densities[row])];
  }
}

function stepOf(density: number): number {
  return Math.min(STEPS - 1, Math.floor(density * STEPS));
}
