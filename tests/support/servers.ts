import { createSimulation, type Simulation } from '../../src/core/simulation';

/** What is in the servers that all integration tests share: the hour's end, with two incidents and two quiet stretches. */
export const SERVER_SCENARIO = 'incidents';
export const SERVER_SEED = 4;
export const SERVER_WINDOW = Object.freeze({
  fromMs: Date.UTC(2026, 5, 1, 11, 38),
  toMs: Date.UTC(2026, 5, 1, 12, 0),
});

/** Where the shared servers listen. */
export interface TestServers {
  readonly prometheusUrl: string;
  readonly graphiteUrl: string;
  readonly carbonPort: number;
}

const VARIABLE = 'TRAFFIC_TEST_SERVERS';

/** Tells the tests of this run where the servers are. */
export function announceServers(servers: TestServers): void {
  process.env[VARIABLE] = JSON.stringify(servers);
}

/** The servers that the setup of the integration tests has started. Throws without them: no test is skipped. */
export function testServers(): TestServers {
  const announced = process.env[VARIABLE];
  if (announced === undefined) {
    throw new Error('The real servers were not started: run npm run test:integration, which has a setup for them.');
  }
  return JSON.parse(announced) as TestServers;
}

/** The traffic that the servers hold. */
export function servedSimulation(): Simulation {
  return createSimulation({ seed: SERVER_SEED, scenario: SERVER_SCENARIO });
}
