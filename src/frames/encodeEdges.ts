import type { Field } from '@grafana/data';

import { groupKey } from '../core/model/ids';
import type { TrafficResult } from '../core/model/result';
import { stateName } from '../core/model/state';
import type { Steps } from '../core/steps/steps';
import { alertField } from './alertField';
import { keysOf, numberField, textField } from './columns';
import { BASELINE_FIELD, RATE_PREFIX, STALE_FIELD, UNIT_BYTES, UNIT_RATE, UNIT_RATIO, UNIT_SECONDS } from './contract';
import { labelFields } from './keptLabels';
import { lastStates } from './lastStates';
import { mainStat } from './mainStat';
import type { EdgesNow } from './nowMetrics';
import { STATE_LINE_COLOURS, stateFieldConfig } from './stateColours';

const THINNEST = 1;
const THICKEST = 8;

/** Fields of the `edges` frame, one row an edge of the history. */
export function* encodeEdges(result: TrafficResult, now: EdgesNow): Steps<Field[]> {
  const { nodes, edges, classes, times } = result.history;
  const states = lastStates(result.states.edges, edges.ids.length, times.length);
  const names = Array.from(states, stateName);
  yield;
  const optional = (name: string, displayName: string, unit: string, values: Float64Array | undefined): Field[] =>
    values ? [numberField(name, values, { displayName, unit })] : [];
  const seen = [
    textField('id', edges.ids),
    textField('source', idsOf(edges.source, nodes.ids)),
    textField('target', idsOf(edges.target, nodes.ids)),
    mainStat(now),
    numberField('secondarystat', now.errorRatio, { displayName: 'Error ratio', unit: UNIT_RATIO }),
  ];
  yield;
  const drawn = [
    numberField('thickness', thickness(now), { displayName: 'Thickness' }),
    textField(
      'color',
      names.map((name) => STATE_LINE_COLOURS[name]),
      { displayName: 'Colour' }
    ),
    textField(
      'strokedasharray',
      names.map((name) => (name === 'noData' ? '4 4' : '')),
      { displayName: 'Dashes' }
    ),
  ];
  yield;
  const told = [
    numberField('state', states, stateFieldConfig()),
    textField('detail__state', names, { displayName: 'State' }),
    ...classes.map(({ name }, index) =>
      numberField(RATE_PREFIX + name, now.classRates[index], { displayName: `Requests: ${name}`, unit: UNIT_RATE })
    ),
  ];
  yield;
  const measured = [
    ...optional('detail__p50', 'Latency p50', UNIT_SECONDS, now.p50),
    ...optional('detail__p95', 'Latency p95', UNIT_SECONDS, now.p95),
    ...optional('detail__p99', 'Latency p99', UNIT_SECONDS, now.p99),
    ...optional('detail__bytes', 'Bytes', UNIT_BYTES, now.bytes),
    ...optional(BASELINE_FIELD, 'Requests usually', UNIT_RATE, now.baseline),
    ...staleField(result),
    ...alertField(result, 'edge', edges.ids),
  ];
  yield;
  const kept = yield* labelFields(edges.labels);
  return [
    ...seen,
    ...drawn,
    ...told,
    ...measured,
    textField('detail__protocol', edges.protocols, { displayName: 'Protocol' }),
    ...kept,
    textField('detail__seenIn', keysOf(edges.seenIn, groupKey), { displayName: 'Seen in' }),
  ];
}

/** Age of the numbers of edges whose upstream fails; no field where none does. */
function staleField({ history: { edges, times } }: TrafficResult): Field[] {
  const now = times[times.length - 1];
  return edges.staleSince === undefined
    ? []
    : [
        numberField(
          STALE_FIELD,
          edges.staleSince.map((since) => (now - since) / 1000),
          { displayName: 'Stale for', unit: UNIT_SECONDS }
        ),
      ];
}

function idsOf(rows: Int32Array, ids: readonly string[]): readonly string[] {
  const found = new Array<string>(rows.length);
  for (let row = 0; row < rows.length; row++) {
    found[row] = ids[rows[row]];
  }
  return found;
}

/**
 * By the logarithm of the rate against the largest, so that thin edges stay visible. Where no rate is known by that of the
 * bytes, against the largest of such edges.
 */
function thickness({ rate, bytes }: EdgesNow): Float64Array {
  const lone = rate.map((each, edge) => (bytes !== undefined && Number.isNaN(each) ? bytes[edge] : NaN));
  const [mostRequests, mostBytes] = [largest(rate), largest(lone)];
  return rate.map((each, edge) =>
    lone[edge] > 0 ? thicknessOf(lone[edge], mostBytes) : each > 0 ? thicknessOf(each, mostRequests) : THINNEST
  );
}

function thicknessOf(value: number, most: number): number {
  return THINNEST + (THICKEST - THINNEST) * (Math.log1p(value) / Math.log1p(most));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => (value > most ? value : most), 0);
}
