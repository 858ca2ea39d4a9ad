export { flowDensities, maximumRate, rateToDensity, type DensityScale } from './density';
export {
  EPOCH_SECONDS,
  epochOf,
  foldPhase,
  LAP_STEP,
  LAPS,
  phaseAt,
  phaseParts,
  secondsInEpoch,
  wholeSpeed,
} from './phase';
export { ENOUGH_PARTICLES, MOST_ON_ONE_EDGE, particlePopulation, type PopulationOptions } from './population';
export { FASTEST, latencyToSpeed, SLOWEST, USUAL_SPEED } from './speed';
export { FLOWING, IDLE, NO_DATA, trafficColumns, type TrafficColumns } from './traffic';
