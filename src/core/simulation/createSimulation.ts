import { createQuantiles, edgeCounters, edgeTruth, meansBetween, type Means, type Quantiles } from './edgeTraffic';
import { loadedServices, serviceLoads } from './serviceLoad';
import { DEFAULT_WINDOW_MS, buildingTables, type SimulatedBucket } from './tables';
import { buildTopology, companySize } from './topology';
import { buildProfiles, type Profile } from './traffic';
import {
  SCENARIO_NAMES,
  type EdgeTruth,
  type ScenarioName,
  type ServiceLoad,
  type Simulation,
  type SimulationOptions,
} from './types';

const SMALL_SERVICES = 5;
const LARGE_SERVICES = 2000;

/** Makes a company and its traffic. Throws a RangeError for a scenario or a number of services that makes no sense. */
export function createSimulation({ seed, scenario, services }: SimulationOptions): Simulation {
  if (!SCENARIO_NAMES.includes(scenario)) {
    throw new RangeError(`simulation: no scenario "${String(scenario)}"; there are ${SCENARIO_NAMES.join(', ')}`);
  }
  if (!Number.isInteger(seed)) {
    throw new RangeError(`simulation: the seed must be an integer, not ${seed}`);
  }
  const count = services ?? servicesOf(scenario);
  if (!Number.isInteger(count) || count < 2) {
    throw new RangeError(`simulation: the number of services must be an integer of 2 or more, not ${count}`);
  }
  const topology = buildTopology(seed, count);
  const edges = scenario === 'empty' ? [] : topology.edges;
  const profiles = buildProfiles(edges, seed, scenario);
  const distinct = [...new Set(profiles)];
  const quantiles = quantilesOf(distinct);

  const loaded = loadedServices(topology.services, edges, profiles, seed);

  function meansOfAll(fromMs: number, toMs: number): ReadonlyMap<Profile, Means> {
    return new Map(distinct.map((profile) => [profile, meansBetween(profile, fromMs, toMs)]));
  }

  function truthOf(means: ReadonlyMap<Profile, Means>): readonly EdgeTruth[] {
    return edges.map((edge, index) => {
      const profile = profiles[index];
      return edgeTruth(edge, means.get(profile)!, quantiles.get(profile)!);
    });
  }

  function loadsOf(means: ReadonlyMap<Profile, Means>, fromMs: number, toMs: number): readonly ServiceLoad[] {
    return serviceLoads(loaded, edges, profiles, (profile) => means.get(profile)!, (fromMs + toMs) / 2);
  }

  function bucketOf(fromMs: number, toMs: number): SimulatedBucket {
    const means = meansOfAll(fromMs, toMs);
    return { truths: truthOf(means), loads: loadsOf(means, fromMs, toMs) };
  }

  return {
    services: topology.services,
    edges,
    truth: (timeMs, windowMs = DEFAULT_WINDOW_MS) => truthOf(meansOfAll(timeMs - windowMs, timeMs)),
    loads: (timeMs, windowMs = DEFAULT_WINDOW_MS) =>
      loadsOf(meansOfAll(timeMs - windowMs, timeMs), timeMs - windowMs, timeMs),
    cumulative: (edge, timeMs) => {
      if (edges[edge] === undefined) {
        throw new RangeError(`simulation: no edge ${edge}; there are ${edges.length}`);
      }
      return edgeCounters(edges[edge], profiles[edge], timeMs);
    },
    tables: (times) =>
      buildingTables(
        edges,
        loaded.map(({ service }) => service),
        times,
        bucketOf
      ),
  };
}

function servicesOf(scenario: ScenarioName): number {
  switch (scenario) {
    case 'small':
      return SMALL_SERVICES;
    case 'large':
      return LARGE_SERVICES;
    default:
      return companySize();
  }
}

function quantilesOf(profiles: readonly Profile[]): ReadonlyMap<Profile, Quantiles> {
  const bySlowness = new Map<number, Quantiles>();
  return new Map(
    profiles.map((profile) => {
      const known = bySlowness.get(profile.slowness) ?? createQuantiles(profile.slowness);
      bySlowness.set(profile.slowness, known);
      return [profile, known];
    })
  );
}
