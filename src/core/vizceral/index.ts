export type { VizceralGraph } from './model';
export { writeVizceral } from './writeVizceral';
