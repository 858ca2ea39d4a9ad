import { flowDensities, trafficColumns } from '../core/flow';
import type { NodeKind } from '../core/model/history';
import type { LayoutResult } from '../core/model/layout';
import type { TrafficView } from '../core/model/view';
import { idsThatStay, matchRows, vanishedRows, withVanished } from './matchRows';
import { reachOf } from './reach';
import type { SceneOptions } from './types';

/** Kinds by code, as `programs/nodes/icons.glsl` numbers them. */
export const KIND_ORDER: readonly NodeKind[] = [
  'service',
  'gateway',
  'database',
  'cache',
  'queue',
  'external',
  'user',
  'group',
];

/** Nodes to draw: those of the view, and after them those that vanished and are fading. What was, and what is. */
export interface NodeRows {
  /** Of the view; the rows beyond are fading. */
  readonly count: number;
  readonly ids: readonly string[];
  /** x, y in world units. */
  readonly placeFrom: Float32Array;
  readonly placeTo: Float32Array;
  readonly radiusFrom: Float32Array;
  readonly radiusTo: Float32Array;
  readonly alphaFrom: Float32Array;
  readonly alphaTo: Float32Array;
  /** warning, danger, density of each row. */
  readonly shares: Float32Array;
  /** 1 where the third of these is the load by a known capacity, rather than the density of its requests. */
  readonly loaded: Uint8Array;
  readonly kinds: Uint8Array;
  readonly states: Uint8Array;
  readonly activities: Uint8Array;
  readonly outside: Uint8Array;
  readonly rates: Float32Array;
  /** World units that a usual node may grow to where it would be too small to read: there is room for that much. */
  readonly reach: number;
}

export const NO_NODES: NodeRows = {
  count: 0,
  ids: [],
  placeFrom: new Float32Array(0),
  placeTo: new Float32Array(0),
  radiusFrom: new Float32Array(0),
  radiusTo: new Float32Array(0),
  alphaFrom: new Float32Array(0),
  alphaTo: new Float32Array(0),
  shares: new Float32Array(0),
  loaded: new Uint8Array(0),
  kinds: new Uint8Array(0),
  states: new Uint8Array(0),
  activities: new Uint8Array(0),
  outside: new Uint8Array(0),
  rates: new Float32Array(0),
  reach: 1,
};

/** Between two values of a row, at an eased part of the way. */
export const between = (from: number, to: number, part: number) => from + (to - from) * part;

const GROUP_RADIUS = 1.5;
const OUTSIDE_RADIUS = 0.85;

function radiusOf(kind: NodeKind, outside: boolean, density: number, options: SceneOptions): number {
  const size = options.sizeByTraffic ? 0.65 + 0.75 * density : 1;
  return size * (kind === 'group' ? GROUP_RADIUS : 1) * (outside ? OUTSIDE_RADIUS : 1);
}

/**
 * Nodes of a view at their places, easing from where and what they are now (`previous` at `part` of its own way).
 * Without `previous` everything is in its place at once.
 */
export function nodeRows(
  view: TrafficView,
  layout: LayoutResult,
  options: SceneOptions,
  previous: NodeRows | undefined,
  part: number
): { readonly rows: NodeRows; readonly previousRows: Int32Array } {
  const { nodes, classes } = view;
  const matched = previous ? matchRows(idsThatStay(previous, part), nodes.ids) : new Int32Array(nodes.count).fill(-1);
  const vanished = previous ? vanishedRows(previous.alphaTo, matched) : [];
  const total = nodes.count + vanished.length;
  const previousRows = withVanished(matched, vanished);
  const rows: NodeRows = {
    count: nodes.count,
    ids: vanished.length === 0 ? nodes.ids : [...nodes.ids, ...vanished.map((row) => previous!.ids[row])],
    placeFrom: new Float32Array(total * 2),
    placeTo: new Float32Array(total * 2),
    radiusFrom: new Float32Array(total),
    radiusTo: new Float32Array(total),
    alphaFrom: new Float32Array(total),
    alphaTo: new Float32Array(total),
    shares: new Float32Array(total * 3),
    loaded: new Uint8Array(total),
    kinds: new Uint8Array(total),
    states: new Uint8Array(total),
    activities: new Uint8Array(total),
    outside: new Uint8Array(total),
    rates: new Float32Array(total),
    reach: reachOf(layout.positions),
  };
  const traffic = trafficColumns(nodes.rates, nodes.count, classes, nodes.bytes);
  rows.rates.set(traffic.totals);
  rows.activities.set(traffic.activities);
  const densities = flowDensities(traffic, 'log');
  const load = nodes.metrics?.find(({ kind }) => kind === 'load')?.values;
  for (let row = 0; row < nodes.count; row++) {
    const density = densities[row];
    const kind = nodes.kinds[row];
    rows.shares[row * 3] = traffic.warning[row];
    rows.shares[row * 3 + 1] = traffic.danger[row];
    // Against its own capacity where that is known, else against the greatest of the view.
    const known = load !== undefined && load[row] >= 0;
    rows.loaded[row] = known ? 1 : 0;
    rows.shares[row * 3 + 2] = known ? Math.min(1, load[row]) : density;
    rows.kinds[row] = Math.max(0, KIND_ORDER.indexOf(kind));
    rows.states[row] = nodes.states[row];
    rows.outside[row] = nodes.outside[row];
    rows.placeTo[row * 2] = layout.positions[row * 2];
    rows.placeTo[row * 2 + 1] = layout.positions[row * 2 + 1];
    rows.radiusTo[row] = radiusOf(kind, nodes.outside[row] === 1, density, options);
    rows.alphaTo[row] = 1;
  }
  for (let row = 0; row < total; row++) {
    const old = previousRows[row];
    if (!previous || old < 0) {
      rows.placeFrom[row * 2] = rows.placeTo[row * 2];
      rows.placeFrom[row * 2 + 1] = rows.placeTo[row * 2 + 1];
      rows.radiusFrom[row] = rows.radiusTo[row];
      rows.alphaFrom[row] = previous ? 0 : 1;
      continue;
    }
    rows.placeFrom[row * 2] = between(previous.placeFrom[old * 2], previous.placeTo[old * 2], part);
    rows.placeFrom[row * 2 + 1] = between(previous.placeFrom[old * 2 + 1], previous.placeTo[old * 2 + 1], part);
    rows.radiusFrom[row] = between(previous.radiusFrom[old], previous.radiusTo[old], part);
    rows.alphaFrom[row] = between(previous.alphaFrom[old], previous.alphaTo[old], part);
    if (row >= nodes.count) {
      rows.placeTo.set(rows.placeFrom.subarray(row * 2, row * 2 + 2), row * 2);
      rows.radiusTo[row] = rows.radiusFrom[row];
      rows.shares.set(previous.shares.subarray(old * 3, old * 3 + 3), row * 3);
      rows.loaded[row] = previous.loaded[old];
      rows.kinds[row] = previous.kinds[old];
      rows.states[row] = previous.states[old];
      rows.activities[row] = previous.activities[old];
      rows.outside[row] = previous.outside[old];
    }
  }
  return { rows, previousRows };
}
