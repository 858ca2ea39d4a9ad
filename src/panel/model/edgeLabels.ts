import type { TrafficHistory } from '../../core/model/history';
import type { Notice } from '../../core/model/notice';
import type { SceneOptions } from '../../scene/types';

type EdgeLabel = SceneOptions['edgeLabel'];

const CHOOSE = 'or choose something else under Labels → On edges';

/** What is missing where nothing can be written, and what to do. */
const MISSING: Readonly<Record<Exclude<EdgeLabel, 'none'>, string>> = {
  rate: `nothing flows in this time range, neither requests nor bytes. Choose another time range, ${CHOOSE}.`,
  errorRatio: `the data has no error ratio. Give the query an expression for errors or a class label, ${CHOOSE}.`,
  p95: `the data has no p95 latency. Give the query an expression for it, ${CHOOSE}.`,
  change: `no earlier moment says what is usual. Choose History, or an earlier day or week as Usual rate, in the query, ${CHOOSE}.`,
};

function isWritten({ edges }: TrafficHistory, label: Exclude<EdgeLabel, 'none'>): boolean {
  switch (label) {
    case 'rate':
      return [...edges.rates, ...(edges.bytes ? [edges.bytes] : [])].some((column) => column.some((rate) => rate > 0));
    case 'errorRatio':
      return edges.errorRatio.some((ratio) => ratio >= 0);
    case 'p95':
      return edges.p95?.some((seconds) => seconds >= 0) ?? false;
    case 'change':
      return edges.baseline?.some((rate) => rate > 0) ?? false;
  }
}

/**
 * Says that nothing can be written on edges at any time of the history, where something is asked for.
 *
 * @param history for `change`: with what is usual (V32)
 */
export function edgeLabelNotices(history: TrafficHistory, label: EdgeLabel): readonly Notice[] {
  if (label === 'none' || history.edges.ids.length === 0 || isWritten(history, label)) {
    return [];
  }
  return [{ severity: 'info', text: `Nothing is written on edges: ${MISSING[label]}` }];
}
