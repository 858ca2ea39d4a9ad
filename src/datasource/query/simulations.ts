import type { createSimulation, Simulation, SimulationOptions } from '../../core/simulation';

/** Simulated companies that are remembered: those of the queries that are open. */
const MOST = 4;

/**
 * Gives the simulation of a query, and the same one at each refresh: making a company costs more than what it does in a
 * minute.
 *
 * @param load of the simulation's code, a chunk of its own
 */
export function rememberSimulations(
  load: () => Promise<{ readonly createSimulation: typeof createSimulation }>
): (options: SimulationOptions) => Promise<Simulation> {
  const made = new Map<string, Simulation>();
  return async (options) => {
    const key = JSON.stringify([options.scenario, options.seed, options.services]);
    const { createSimulation: create } = await load();
    const simulation = made.get(key) ?? create(options);
    made.delete(key);
    made.set(key, simulation);
    for (const oldest of [...made.keys()].slice(0, -MOST)) {
      made.delete(oldest);
    }
    return simulation;
  };
}
