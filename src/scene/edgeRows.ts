import {
  flowDensities,
  foldPhase,
  LAPS,
  latencyToSpeed,
  particlePopulation,
  trafficColumns,
  type TrafficColumns,
  USUAL_SPEED,
  wholeSpeed,
} from '../core/flow';
import { distance } from '../core/geometry/distance';
import type { TrafficView, ViewEdges } from '../core/model/view';
import { runAtOnce, type Steps } from '../core/steps/steps';
import { bowOf } from './bow';
import { crossingsOf, stillCross, strongerAbout, type Crossings } from './crowding';
import { takeDetours } from './detours';
import { hashText } from './hash';
import { matchEdges } from './matchEdges';
import { isInOrder, rowsNow, vanishedRows, withVanished } from './matchRows';
import { between, type NodeRows } from './nodeRows';
import type { SceneOptions } from './types';

/** Edges to draw: those of the view, and after them those that vanished and are fading. What was, and what is. */
export interface EdgeRows {
  readonly count: number;
  /** Whether the rows are those that were before, one for one. */
  readonly inOrder: boolean;
  /** Row of each among those before, or −1. */
  readonly previousRows: Int32Array;
  readonly ids: readonly string[];
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** How far the curve bows aside, as a part of its length. */
  readonly bowFrom: Float32Array;
  readonly bowTo: Float32Array;
  /** 0–1, the edge's own constant, from its id. */
  readonly dither: Float32Array;
  readonly activities: Uint8Array;
  readonly statesFrom: Uint8Array;
  readonly statesTo: Uint8Array;
  /** Laps at time 0, and laps a second. */
  readonly phase: Float64Array;
  readonly speed: Float32Array;
  /** Particles. */
  readonly liveFrom: Uint16Array;
  readonly liveTo: Uint16Array;
  /** Shares of warning and danger. */
  readonly sharesFrom: Float32Array;
  readonly sharesTo: Float32Array;
  /** World units. */
  readonly widthFrom: Float32Array;
  readonly widthTo: Float32Array;
  readonly alphaFrom: Float32Array;
  readonly alphaTo: Float32Array;
  /** Requests per second; and bytes per second of those of which no request rate is known, 0 for others. */
  readonly rates: Float32Array;
  readonly bytes: Float32Array;
  /** World units of edges with more traffic on a square world unit about it: where they crowd, only its ends are drawn. */
  readonly strongerFrom: Float32Array;
  readonly strongerTo: Float32Array;
  /** World units of all edges on a square world unit of the map. */
  readonly crowding: number;
  /** What `strongerTo` was counted by, for the next rows in the same places. */
  readonly crossings: Crossings | undefined;
}

const NO_ROWS = new Int32Array(0);

/** Rows to fill. What stays as it was, and what was (`ended`: the rows before, all at the end of their way), is shared. */
function rowsToFill(count: number, ids: readonly string[], kept?: EdgeRows, ended?: EdgeRows): EdgeRows {
  const total = ids.length;
  return {
    count,
    inOrder: false,
    previousRows: NO_ROWS,
    ids,
    source: new Uint32Array(total),
    target: new Uint32Array(total),
    bowFrom: ended?.bowTo ?? new Float32Array(total),
    bowTo: new Float32Array(total),
    dither: kept?.dither ?? new Float32Array(total),
    activities: new Uint8Array(total),
    statesFrom: ended?.statesTo ?? new Uint8Array(total),
    statesTo: new Uint8Array(total),
    phase: new Float64Array(total),
    speed: new Float32Array(total),
    liveFrom: ended?.liveTo ?? new Uint16Array(total),
    liveTo: new Uint16Array(total),
    sharesFrom: ended?.sharesTo ?? new Float32Array(total * 2),
    sharesTo: new Float32Array(total * 2),
    widthFrom: ended?.widthTo ?? new Float32Array(total),
    widthTo: new Float32Array(total),
    alphaFrom: ended?.alphaTo ?? new Float32Array(total),
    alphaTo: new Float32Array(total),
    rates: new Float32Array(total),
    bytes: new Float32Array(total),
    strongerFrom: ended?.strongerTo ?? new Float32Array(total),
    strongerTo: new Float32Array(total),
    crowding: 0,
    crossings: undefined,
  };
}

export const NO_EDGES: EdgeRows = rowsToFill(0, []);

const BOW = 0.13;

/** Width in world units by density. */
const THINNEST = 0.04;
const WIDEST = 0.42;

/** How much is left of an edge whose numbers are of an earlier time. Its particles stand still. */
const STALE_ALPHA = 0.4;

/** Laps a second at most, however short the edge. */
const FASTEST_LAP = 1.6;

function sameEnds(rows: EdgeRows, previous: EdgeRows): boolean {
  if (rows.count !== previous.count) {
    return false;
  }
  for (let row = 0; row < rows.count; row++) {
    if (rows.source[row] !== previous.source[row] || rows.target[row] !== previous.target[row]) {
      return false;
    }
  }
  return true;
}

function isStale({ staleSince }: ViewEdges, row: number): boolean {
  return staleSince !== undefined && !Number.isNaN(staleSince[row]);
}

function lengthOf(nodes: NodeRows, rows: EdgeRows, row: number): number {
  const source = rows.source[row];
  const target = rows.target[row];
  if (source === target) {
    return 2 * Math.PI * (nodes.radiusTo[source] * 0.62 + 0.2) * 0.76;
  }
  const dx = nodes.placeTo[target * 2] - nodes.placeTo[source * 2];
  const dy = nodes.placeTo[target * 2 + 1] - nodes.placeTo[source * 2 + 1];
  const far = distance(dx, dy);
  const bow = bowOf(rows.bowTo[row], far);
  const sag = far > 0 ? (2 * bow * bow) / (3 * far) : 0;
  return Math.max(0.5, far + sag - nodes.radiusTo[source] - nodes.radiusTo[target]);
}

export interface EdgeRowsContext {
  readonly nodes: NodeRows;
  /** Row of each node in the previous rows, or −1. */
  readonly previousNodes: Int32Array;
  readonly options: SceneOptions;
  /** Particles at most. */
  readonly particles: number;
  /** Particles a world unit at the view's greatest rate. */
  readonly perUnit: number;
  /** Part of them that is drawn at the present quality, 0–1. */
  readonly particlePart: number;
  readonly previous: EdgeRows | undefined;
  /** How far the previous rows are on their own way, 0–1. */
  readonly part: number;
  /** Time of the last frame. */
  readonly seconds: number;
}

/** Edges of a view, easing from what they are now. Particles of edges that stay go on from where they are. */
export function edgeRows(view: TrafficView, context: EdgeRowsContext): EdgeRows {
  return runAtOnce(edgeRowsInSteps(view, context));
}

/** `edgeRows` in steps, for maps that would hold up a frame. */
export function* edgeRowsInSteps(view: TrafficView, context: EdgeRowsContext): Steps<EdgeRows> {
  const { nodes, options, previous, part, seconds } = context;
  const { edges, classes } = view;
  const matched = previous
    ? matchEdges(previous, edges, context.previousNodes, part)
    : new Int32Array(edges.count).fill(-1);
  const inOrder = previous !== undefined && isInOrder(matched, previous.count);
  // Rows beyond those of the previous view were fading already.
  const vanished = previous && !inOrder ? vanishedRows(previous.alphaTo, matched) : [];
  const previousRows = withVanished(matched, vanished);
  const ids = vanished.length === 0 ? edges.ids : [...edges.ids, ...vanished.map((row) => previous!.ids[row])];
  const kept = inOrder && previous.ids.length === previous.count ? previous : undefined;
  const ended = part === 1 ? kept : undefined;
  const rows = rowsToFill(edges.count, ids, kept, ended);
  yield;

  const traffic = trafficColumns(edges.rates, edges.count, classes, edges.bytes);
  rows.source.set(edges.source);
  rows.target.set(edges.target);
  rows.rates.set(traffic.totals);
  rows.bytes.set(traffic.bytes);
  rows.activities.set(traffic.activities);
  rows.statesTo.set(edges.states);
  yield;
  if (!kept) {
    fillDither(rows, previous, matched);
    yield;
  }
  const endsStay = previous !== undefined && sameEnds(rows, previous);
  const known = kept && endsStay && kept.crossings && stillCross(kept.crossings, nodes) ? kept.crossings : undefined;
  if (known && previous) {
    rows.bowTo.set(previous.bowTo.subarray(0, rows.count));
  } else {
    rows.bowTo.fill(BOW, 0, rows.count);
    takeDetours(nodes, rows);
    yield;
  }
  const densities = flowDensities(traffic, options.density);
  const lengths = fillLooks(rows, edges, nodes, traffic, densities, options.speed === 'latency');
  yield;
  const crossings = known ?? crossingsOf(nodes, rows);
  yield;
  const crowding = strongerAbout(crossings, rows.dither, densities, rows.strongerTo);
  yield;
  rows.liveTo.set(
    particlePopulation(densities, lengths, rows.dither.subarray(0, edges.count), {
      maximumParticles: context.particles,
      perUnit: context.perUnit,
      part: context.particlePart,
    })
  );
  yield;
  if (ended) {
    for (let row = 0; row < rows.count; row++) {
      rows.phase[row] = foldPhase(ended.phase[row], ended.speed[row], rows.speed[row], seconds);
    }
  } else {
    carryOver(rows, previousRows, context);
  }
  return { ...rows, inOrder, previousRows, crowding, crossings };
}

function fillDither(rows: EdgeRows, previous: EdgeRows | undefined, matched: Int32Array): void {
  for (let row = 0; row < rows.count; row++) {
    const old = matched[row];
    rows.dither[row] = previous && old >= 0 ? previous.dither[old] : hashText(rows.ids[row]);
  }
}

/** What is seen of each edge; gives its length in world units. */
function fillLooks(
  rows: EdgeRows,
  edges: ViewEdges,
  nodes: NodeRows,
  traffic: TrafficColumns,
  densities: Float32Array,
  byLatency: boolean
): Float32Array {
  const lengths = new Float32Array(rows.count);
  for (let row = 0; row < rows.count; row++) {
    const stale = isStale(edges, row);
    const density = densities[row];
    const latency = Number.isNaN(edges.p50[row]) ? edges.p95[row] : edges.p50[row];
    const speed = byLatency ? latencyToSpeed(latency) : USUAL_SPEED;
    lengths[row] = lengthOf(nodes, rows, row);
    rows.sharesTo[row * 2] = traffic.warning[row];
    rows.sharesTo[row * 2 + 1] = traffic.danger[row];
    rows.alphaTo[row] = stale ? STALE_ALPHA : 1;
    rows.speed[row] = stale ? 0 : wholeSpeed(Math.min(FASTEST_LAP, speed / lengths[row]));
    rows.widthTo[row] = density > 0 ? THINNEST + (WIDEST - THINNEST) * density * Math.sqrt(density) : 0;
  }
  return lengths;
}

/** What edges were before: the beginning of each one's way, and all of those that vanished. */
function carryOver(rows: EdgeRows, previousRows: Int32Array, context: EdgeRowsContext): void {
  const { previous, part, seconds } = context;
  const nodeRowOf = rows.ids.length > rows.count ? rowsNow(context.previousNodes) : undefined;
  for (let row = 0; row < rows.ids.length; row++) {
    const old = previousRows[row];
    if (!previous || old < 0) {
      rows.bowFrom[row] = rows.bowTo[row];
      rows.phase[row] = rows.dither[row] * LAPS;
      rows.statesFrom[row] = rows.statesTo[row];
      rows.liveFrom[row] = previous ? 0 : rows.liveTo[row];
      rows.sharesFrom[row * 2] = rows.sharesTo[row * 2];
      rows.sharesFrom[row * 2 + 1] = rows.sharesTo[row * 2 + 1];
      rows.widthFrom[row] = rows.widthTo[row];
      rows.alphaFrom[row] = previous ? 0 : rows.alphaTo[row];
      rows.strongerFrom[row] = rows.strongerTo[row];
      continue;
    }
    if (row >= rows.count) {
      rows.source[row] = nodeRowOf?.[previous.source[old]] ?? 0;
      rows.target[row] = nodeRowOf?.[previous.target[old]] ?? 0;
      rows.bowTo[row] = previous.bowTo[old];
      rows.dither[row] = previous.dither[old];
      rows.activities[row] = previous.activities[old];
      rows.statesTo[row] = previous.statesTo[old];
      rows.speed[row] = previous.speed[old];
      rows.strongerTo[row] = previous.strongerTo[old];
      rows.widthTo[row] = previous.widthTo[old];
      rows.sharesTo.set(previous.sharesTo.subarray(old * 2, old * 2 + 2), row * 2);
    }
    rows.phase[row] = foldPhase(previous.phase[old], previous.speed[old], rows.speed[row], seconds);
    rows.bowFrom[row] = between(previous.bowFrom[old], previous.bowTo[old], part);
    rows.statesFrom[row] = previous.statesTo[old];
    rows.liveFrom[row] = part < 0.5 ? previous.liveFrom[old] : previous.liveTo[old];
    rows.sharesFrom[row * 2] = between(previous.sharesFrom[old * 2], previous.sharesTo[old * 2], part);
    rows.sharesFrom[row * 2 + 1] = between(previous.sharesFrom[old * 2 + 1], previous.sharesTo[old * 2 + 1], part);
    rows.widthFrom[row] = between(previous.widthFrom[old], previous.widthTo[old], part);
    rows.alphaFrom[row] = between(previous.alphaFrom[old], previous.alphaTo[old], part);
    rows.strongerFrom[row] = between(previous.strongerFrom[old], previous.strongerTo[old], part);
  }
}
