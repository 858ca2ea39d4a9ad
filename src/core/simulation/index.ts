export { createSimulation } from './createSimulation';
export { SCENARIO_NAMES, STATUS_CLASSES } from './types';
export type {
  ByStatus,
  EdgeCounters,
  EdgeTruth,
  ScenarioName,
  ServiceLoad,
  SimulatedEdge,
  SimulatedService,
  SimulatedTables,
  Simulation,
  SimulationOptions,
} from './types';
