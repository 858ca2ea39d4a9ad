import { flowsOfBytes } from './flowsOfBytes';
import { graphiteStatsd, graphiteTagged } from './graphite';
import { mixed } from './mixed';
import { nodegraph } from './nodegraph';
import { prometheusIstio } from './prometheusIstio';
import { prometheusServiceGraph } from './prometheusServiceGraph';
import type { Scenario } from './scenario';
import { simulatedScenarios } from './simulated';
import { table } from './table';
import { upstreamDown } from './upstreamDown';
import { withoutWebGl } from './withoutWebGl';
import { wrongFrames } from './wrongFrames';

export type { Scenario } from './scenario';

/** In the order in which the workbench lists them. */
export const SCENARIOS: readonly Scenario[] = Object.freeze([
  ...simulatedScenarios,
  prometheusIstio,
  prometheusServiceGraph,
  graphiteStatsd,
  graphiteTagged,
  mixed,
  table,
  flowsOfBytes,
  nodegraph,
  wrongFrames,
  upstreamDown,
  withoutWebGl,
]);

/** Throws when there is no such scenario. */
export function findScenario(name: string): Scenario {
  const found = SCENARIOS.find((scenario) => scenario.name === name);
  if (found === undefined) {
    throw new Error(
      `There is no scenario "${name}"; there are ${SCENARIOS.map((scenario) => scenario.name).join(', ')}`
    );
  }
  return found;
}
