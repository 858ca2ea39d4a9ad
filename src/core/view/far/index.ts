export { aggregateView } from './aggregateView';
export { detailLevels, levelAt, type DetailLevel } from './detailLevels';
