import type { Scenario } from './scenario';
import { simulatedScenarios } from './simulated';

export const withoutWebGl: Scenario = {
  ...simulatedScenarios[0],
  name: 'no-webgl',
  title: 'A browser without WebGL 2',
  about: 'What a viewer sees whose browser cannot draw the map.',
  withoutWebGl: true,
};
