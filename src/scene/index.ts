export { createFlowScene } from './flowScene';
export type * from './types';
