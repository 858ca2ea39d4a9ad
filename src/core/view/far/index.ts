export { aggregateView } from './aggregateView';
export { detailLevels, isShownWhole, levelAt, type DetailLevel } from './detailLevels';
