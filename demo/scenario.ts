import { SCENARIO_NAMES, type ScenarioName } from '../src/core/simulation';

/** The scenario of a name; throws with the names there are. */
export function parseScenario(name: string): ScenarioName {
  const scenario = SCENARIO_NAMES.find((known) => known === name);
  if (scenario === undefined) {
    throw new Error(`demo: no scenario "${name}"; there are ${SCENARIO_NAMES.join(', ')}`);
  }
  return scenario;
}
