/** Particles on one edge at most: slots are counted in 16 bits. */
export const MOST_ON_ONE_EDGE = 65535;

/** A picture of no more particles is never thinned: they cost next to nothing, and fewer would not tell rates apart. */
export const ENOUGH_PARTICLES = 800;

export interface PopulationOptions {
  /** Particles on the whole view at most. */
  readonly maximumParticles: number;
  /** Particles a world unit at density 1, where the maximum allows it. */
  readonly perUnit: number;
  /** Part of them that is drawn at the present quality, 0–1. Absent: all. */
  readonly part?: number;
}

/**
 * Particles of each edge: in proportion to density × length (world units), so that equal rates look equally dense on
 * short and long edges. An edge with any traffic has at least one where the maximum allows it. Where it does not, all
 * shrink alike and the fractions are rounded against each edge's own constant (`dither`, 0–1): relative densities
 * hold on the whole, and equal input gives equal numbers.
 */
export function particlePopulation(
  densities: Float32Array,
  lengths: Float32Array,
  dither: Float32Array,
  options: PopulationOptions
): Uint16Array {
  const part = partDrawn(densities, lengths, options);
  const perUnit = options.perUnit * part;
  const maximumParticles = Math.floor(options.maximumParticles * part);
  const counts = new Uint16Array(densities.length);
  let wanted = 0;
  let flowing = 0;
  for (let row = 0; row < densities.length; row++) {
    if (densities[row] > 0) {
      wanted += Math.max(1, densities[row] * lengths[row] * perUnit);
      flowing++;
    }
  }
  const shrink = wanted > maximumParticles ? maximumParticles / wanted : 1;
  const atLeastOne = flowing <= maximumParticles;
  let left = maximumParticles;
  for (let row = 0; row < densities.length && left > 0; row++) {
    if (!(densities[row] > 0)) {
      continue;
    }
    const exact = Math.max(1, densities[row] * lengths[row] * perUnit) * shrink;
    const rounded = Math.floor(exact + dither[row]);
    const count = Math.min(left, MOST_ON_ONE_EDGE, atLeastOne ? Math.max(1, rounded) : rounded);
    counts[row] = count;
    left -= count;
  }
  return counts;
}

function partDrawn(densities: Float32Array, lengths: Float32Array, options: PopulationOptions): number {
  const { maximumParticles, perUnit, part = 1 } = options;
  let whole = 0;
  for (let row = 0; row < densities.length; row++) {
    whole += densities[row] > 0 ? densities[row] * lengths[row] * perUnit : 0;
  }
  return Math.max(part, Math.min(1, ENOUGH_PARTICLES / Math.min(whole, maximumParticles)));
}
