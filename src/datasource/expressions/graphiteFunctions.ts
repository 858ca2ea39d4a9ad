/** Functions of Graphite's render API that make or change series; those that only paint graphs are left out. */
export const GRAPHITE_FUNCTIONS: Readonly<Record<string, readonly string[]>> = Object.freeze({
  combine: [
    ...['aggregate', 'aggregateSeriesLists', 'aggregateWithWildcards', 'applyByNode', 'asPercent', 'averageSeries'],
    ...['averageSeriesWithWildcards', 'countSeries', 'diffSeries', 'diffSeriesLists', 'divideSeries'],
    ...['divideSeriesLists', 'group', 'groupByNode', 'groupByNodes', 'groupByTags', 'isNonNull', 'mapSeries'],
    ...['maxSeries', 'minSeries', 'multiplySeries', 'multiplySeriesLists', 'multiplySeriesWithWildcards'],
    ...['percentileOfSeries', 'rangeOfSeries', 'reduceSeries', 'stddevSeries', 'sumSeries', 'sumSeriesLists'],
    ...['sumSeriesWithWildcards', 'weightedAverage'],
  ],
  transform: [
    ...['absolute', 'add', 'delay', 'derivative', 'exp', 'hitcount', 'integral', 'integralByInterval', 'interpolate'],
    ...['invert', 'keepLastValue', 'log', 'logit', 'minMax', 'nonNegativeDerivative', 'offset', 'offsetToZero'],
    ...['perSecond', 'pow', 'powSeries', 'round', 'scale', 'scaleToSeconds', 'sigmoid', 'smartSummarize'],
    ...['squareRoot', 'summarize', 'timeShift', 'timeSlice', 'timeStack', 'transformNull'],
  ],
  calculate: [
    ...['exponentialMovingAverage', 'holtWintersAberration', 'holtWintersConfidenceBands', 'holtWintersForecast'],
    ...['linearRegression', 'movingAverage', 'movingMax', 'movingMedian', 'movingMin', 'movingSum', 'movingWindow'],
    ...['nPercentile', 'stdev'],
  ],
  filter: [
    ...['averageAbove', 'averageBelow', 'averageOutsidePercentile', 'currentAbove', 'currentBelow', 'exclude'],
    ...['filterSeries', 'grep', 'highest', 'highestAverage', 'highestCurrent', 'highestMax', 'limit', 'lowest'],
    ...['lowestAverage', 'lowestCurrent', 'maximumAbove', 'maximumBelow', 'minimumAbove', 'minimumBelow'],
    ...['mostDeviant', 'removeAbovePercentile', 'removeAboveValue', 'removeBelowPercentile', 'removeBelowValue'],
    ...['removeBetweenPercentile', 'removeEmptySeries', 'unique', 'useSeriesAbove'],
  ],
  sort: ['sortBy', 'sortByMaxima', 'sortByMinima', 'sortByName', 'sortByTotal'],
  name: ['alias', 'aliasByMetric', 'aliasByNode', 'aliasByTags', 'aliasQuery', 'aliasSub'],
  special: [
    ...['changed', 'consolidateBy', 'constantLine', 'cumulative', 'fallbackSeries', 'identity', 'seriesByTag'],
    ...['setXFilesFactor', 'substr'],
  ],
});
