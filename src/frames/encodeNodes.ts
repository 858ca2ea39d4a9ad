import { FieldColorModeId, FieldType, type Field } from '@grafana/data';

import { groupKey } from '../core/model/ids';
import type { TrafficResult } from '../core/model/result';
import { stateName } from '../core/model/state';
import type { Steps } from '../core/steps/steps';
import { alertField } from './alertField';
import { keysOf, numberField, textField } from './columns';
import {
  ARC_PREFIX,
  BASELINE_FIELD,
  NO_DATA_ARC,
  NODE_METRIC_PREFIX,
  UNIT_BYTES,
  UNIT_RATE,
  UNIT_RATIO,
  UNIT_SECONDS,
} from './contract';
import { labelFields } from './keptLabels';
import { lastStates } from './lastStates';
import { mainStat } from './mainStat';
import type { NodesNow } from './nowMetrics';
import { classColours, NO_DATA_COLOUR, stateFieldConfig } from './stateColours';

/** Fields of the `nodes` frame, one row a node of the history. */
export function* encodeNodes(result: TrafficResult, now: NodesNow): Steps<Field[]> {
  const { nodes, times } = result.history;
  const states = lastStates(result.states.nodes, nodes.ids.length, times.length);
  const kept = yield* labelFields(nodes.labels);
  return [
    textField('id', nodes.ids),
    textField('title', nodes.names, { displayName: 'Service' }),
    textField(
      'subtitle',
      nodes.groups.map((path) => path.join(' / ')),
      { displayName: 'Group' }
    ),
    mainStat(now),
    numberField('secondarystat', now.errorRatio, { displayName: 'Error ratio', unit: UNIT_RATIO }),
    ...arcFields(result, now),
    numberField('state', states, stateFieldConfig()),
    textField('detail__state', Array.from(states, stateName), { displayName: 'State' }),
    numberField('detail__p95', now.p95, { displayName: 'Latency p95', unit: UNIT_SECONDS }),
    ...(now.bytes ? [numberField('detail__bytes', now.bytes, { displayName: 'Bytes', unit: UNIT_BYTES })] : []),
    ...(now.baseline
      ? [numberField(BASELINE_FIELD, now.baseline, { displayName: 'Requests usually', unit: UNIT_RATE })]
      : []),
    ...metricFields(result),
    ...alertField(result, 'node', nodes.ids),
    textField('detail__kind', nodes.kinds, { displayName: 'Kind' }),
    textField('detail__group', keysOf(nodes.groups, groupKey), { displayName: 'Group path' }),
    ...kept,
    textField('detail__seenIn', keysOf(nodes.seenIn, groupKey), { displayName: 'Seen in' }),
  ];
}

/** The newest bucket of the nodes' own metrics. */
function metricFields({ history: { nodes, times } }: TrafficResult): Field[] {
  return (nodes.metrics ?? []).map(({ name, unit, values }) => {
    const now = nodes.ids.map((_, node) => values[(node + 1) * times.length - 1] ?? NaN);
    return numberField(NODE_METRIC_PREFIX + name, now, { displayName: name, unit });
  });
}

/** Shares of the classes in a node's traffic; with the share of no data they sum to 1. */
function arcFields(result: TrafficResult, now: NodesNow): Field[] {
  const { nodes, classes } = result.history;
  const colours = classColours(classes);
  const share = (node: number, index: number): number => {
    let total = 0;
    for (let other = 0; other < classes.length; other++) {
      total += now.classRates[node * classes.length + other];
    }
    return total > 0 ? now.classRates[node * classes.length + index] / total : 0;
  };
  const shares = classes.map((_, index) => nodes.ids.map((__, node) => share(node, index)));
  const idle = nodes.ids.map((_, node) => (shares.some((column) => column[node] > 0) ? 0 : 1));
  const arc = (name: string, displayName: string, values: number[], colour: string): Field => ({
    name,
    type: FieldType.number,
    config: {
      displayName,
      unit: UNIT_RATIO,
      min: 0,
      max: 1,
      color: { mode: FieldColorModeId.Fixed, fixedColor: colour },
    },
    values,
  });
  const named = classes.map(({ name }, index) => arc(ARC_PREFIX + name, name, shares[index], colours[index]));
  return named.some((field) => field.name === NO_DATA_ARC)
    ? named
    : [...named, arc(NO_DATA_ARC, 'no data', idle, NO_DATA_COLOUR)];
}
