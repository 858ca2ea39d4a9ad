export type { VizceralGraph } from './model';
export { readVizceral, type VizceralContent } from './readVizceral';
export { vizceralInput } from './vizceralInput';
export { writeVizceral } from './writeVizceral';
