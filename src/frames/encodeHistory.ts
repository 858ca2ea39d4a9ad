import type { Field } from '@grafana/data';

import type { EdgeColumn } from '../core/model/history';
import type { TrafficResult } from '../core/model/result';
import { rawField } from './columns';
import {
  CONTRACT_VERSION,
  HISTORY_RATE_PREFIX,
  UNIT_BYTES,
  UNIT_RATE,
  UNIT_RATIO,
  UNIT_SECONDS,
  type HistoryMark,
} from './contract';

/** Fields of the `history` frame, one row an edge and bucket. The columns are the history's own, not copies. */
export function encodeHistory({ history, states }: TrafficResult): Field[] {
  const { edges, classes } = history;
  const optional = (name: string, unit: string, column: EdgeColumn | undefined): Field[] =>
    column ? [rawField(name, column, { unit })] : [];
  return [
    ...classes.map(({ name }, index) => rawField(HISTORY_RATE_PREFIX + name, edges.rates[index], { unit: UNIT_RATE })),
    rawField('errorRatio', edges.errorRatio, { unit: UNIT_RATIO }),
    ...optional('p50', UNIT_SECONDS, edges.p50),
    ...optional('p95', UNIT_SECONDS, edges.p95),
    ...optional('p99', UNIT_SECONDS, edges.p99),
    ...optional('bytes', UNIT_BYTES, edges.bytes),
    ...optional('baseline', UNIT_RATE, edges.baseline),
    rawField('state', states.edges),
  ];
}

/** What goes with the columns. */
export function historyMark(result: TrafficResult): HistoryMark {
  const { history, states, thresholds, counts, shape, alerts } = result;
  return {
    trafficIntuition: CONTRACT_VERSION,
    part: 'history',
    times: Array.from(history.times),
    classes: history.classes,
    edgeIds: history.edges.ids,
    nodeIds: history.nodes.ids,
    nodeStates: states.nodes,
    ...(history.nodes.metrics ? { nodeMetrics: history.nodes.metrics } : {}),
    ...(history.edges.labels ? { edgeLabels: history.edges.labels } : {}),
    ...(history.nodes.labels ? { nodeLabels: history.nodes.labels } : {}),
    groupPaths: states.groupPaths,
    groupStates: states.groups,
    transitions: states.transitions,
    thresholds,
    counts,
    ...(shape ? { shape } : {}),
    ...(alerts?.length ? { alerts } : {}),
  };
}
