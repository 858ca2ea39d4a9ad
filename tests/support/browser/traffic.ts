import { createSimulation, type SimulatedService, type Simulation } from '../../../src/core/simulation';

/** What the tests' pages show: a service answers with errors from the tenth minute of the hour to the fiftieth. */
export const SCENARIO = 'bad-deploy';

/** Of the workbench's simulated scenarios. */
export const SEED = 1;

/** Twenty minutes in the midst of the incident. */
export const INCIDENT = Object.freeze({ fromMs: Date.UTC(2026, 5, 1, 12, 20), toMs: Date.UTC(2026, 5, 1, 12, 40) });

/** For the page's address. */
export const INCIDENT_RANGE = Object.freeze({ from: String(INCIDENT.fromMs), to: String(INCIDENT.toMs) });

export const simulation = (): Simulation => createSimulation({ scenario: SCENARIO, seed: SEED });

/** Names of services, each once, sorted. */
export const namesOf = (services: readonly SimulatedService[]): readonly string[] =>
  [...new Set(services.map(({ name }) => name))].sort();
