import { REGIONS } from './company';
import { effectsOn, type Effect } from './incidents';
import { createNoise, dailyLoad, incidentStrength } from './rhythm';
import type { PlannedEdge } from './topology';
import { createTrack, type Track } from './track';
import type { ScenarioName } from './types';

/** How edges that fare alike fare: shared, so that thousands of edges cost as little as a few dozen. */
export interface Profile {
  /** All requests, the failing and the slow ones among them, as multiples of an edge's base rate. */
  readonly all: Track;
  readonly failing: Track;
  readonly slow: Track;
  /** How many times as long a slow request takes. */
  readonly slowness: number;
  /** Parts of the hour in which the source is gone: start and end. */
  readonly gone: ReadonlyArray<readonly [number, number]>;
}

/** Different noises; edges of one noise breathe together. */
const NOISES = 8;
/** Parts of the hour in which an incident comes and goes: 40 seconds. */
const RAMP = 40 / 3600;
/** Slow requests on a good day, and how slow they are. */
const USUAL_SLOWNESS = 6;
const USUAL_SLOW = 0.012;
/** Requests slow by much are rarer: they would raise the usual p99. */
const RARE_SLOW = 0.002;

/** The profile of each edge, in the order of the edges. */
export function buildProfiles(edges: readonly PlannedEdge[], seed: number, scenario: ScenarioName): readonly Profile[] {
  const noises = Array.from({ length: NOISES + 1 }, (_, index) => createNoise(seed, `noise ${index}`));
  const loads = new Map<string, Float64Array>(REGIONS.map((region) => [region.name, dailyLoad(region.utcOffset)]));
  const shared = new Map<string, Profile>();
  return edges.map((edge) => {
    const effects = effectsOn(edge, scenario);
    const region = edge.source.region || edge.target.region || REGIONS[0].name;
    const noise = Math.floor(edge.median * 1e6) % NOISES;
    const key = JSON.stringify([region, noise, effects]);
    const known = shared.get(key);
    if (known) {
      return known;
    }
    const load = loads.get(region) ?? dailyLoad(0);
    const profile = createProfile(load, noises[noise], noises[NOISES - noise], effects);
    shared.set(key, profile);
    return profile;
  });
}

function createProfile(
  load: Float64Array,
  noise: (hourPart: number) => number,
  slowNoise: (hourPart: number) => number,
  effects: readonly Effect[]
): Profile {
  const slowness = Math.max(USUAL_SLOWNESS, ...effects.map((effect) => effect.slowness));
  const usualSlow = slowness > USUAL_SLOWNESS ? RARE_SLOW : USUAL_SLOW;
  const strengths = (hourPart: number) =>
    effects.map((effect) => ({ effect, strength: incidentStrength(hourPart, effect.start, effect.end, RAMP) }));
  const all = (hourPart: number) =>
    strengths(hourPart).reduce(
      (rate, { effect, strength }) => rate * (1 + (effect.rate - 1) * strength),
      noise(hourPart)
    );
  const failing = (hourPart: number) =>
    all(hourPart) * Math.max(0, ...strengths(hourPart).map(({ effect, strength }) => effect.failing * strength));
  const slow = (hourPart: number) => {
    const more = Math.max(0, ...strengths(hourPart).map(({ effect, strength }) => effect.slow * strength));
    return all(hourPart) * Math.min(1, usualSlow * slowNoise(hourPart) + more);
  };
  return {
    all: createTrack(load, all),
    failing: createTrack(load, failing),
    slow: createTrack(load, slow),
    slowness,
    gone: effects.filter((effect) => effect.gone).map((effect) => [effect.start + RAMP, effect.end - RAMP] as const),
  };
}
