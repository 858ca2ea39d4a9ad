import { distance } from '../../geometry/distance';
import type { LayoutResult } from '../../model/layout';
import type { TrafficView } from '../../model/view';
import type { RowPairs } from '../pairs';
import { aggregateView, pairsOf } from './aggregateView';
import { cellClusters, type Clusters, groupClusters, ownClusters } from './clusters';
import { apart, areApart, middles, spacingOf, unitOf } from './places';

/** One picture of a laid out view: all of it, or what it looks like from farther away. */
export interface DetailLevel {
  /** CSS pixels a world unit of the laid out view from which this level can be read. */
  readonly fromScale: number;
  /** World units of the laid out view that one unit of this level's own layout stands for. */
  readonly unit: number;
  readonly layout: LayoutResult;
  /** The level of a view of the same nodes; the rates may be others. */
  readonly of: (view: TrafficView) => TrafficView;
}

/** CSS pixels from one node to the next that services, and that groups and neighbours put together, need. */
const OWN_SPACING = 44;
const FAR_SPACING = 64;

/** Part of the picture that edges a pixel wide may cover, while nodes are less than this many times their spacing apart. */
const COVER = 0.3;
const AMPLE = 1.5;

/** A coarser level has at most this part of the nodes of the finer one. */
const FEWER = 0.6;

/** So many services are always shown, however small they get: each is a dot at least. */
const ALWAYS_SHOWN = 120;

/** Coarser levels are of interest down to this many nodes. */
const FEWEST = 14;

/** Neighbours are put together in cells this many times as wide as nodes are apart, and each time by this factor more. */
const FIRST_CELL = 2.5;
const NEXT_CELL = 2;

const MOST_CELLS = 24;

/** Whether a view has no levels but itself. */
export function isShownWhole({ nodes }: TrafficView): boolean {
  return nodes.count <= ALWAYS_SHOWN;
}

/**
 * The levels of detail of a laid out view, the finest first, each found when it is asked for: who looks at services by
 * themselves need not wait for groups. Groups whose members lie together make levels, the deepest first; where there are
 * none, or too many, neighbours are put together.
 */
export function* detailLevels(view: TrafficView, layout: LayoutResult): Generator<DetailLevel, void, void> {
  yield {
    fromScale: readableFrom(layout.positions, OWN_SPACING, view.edges),
    unit: 1,
    layout,
    of: (next) => next,
  };
  if (isShownWhole(view)) {
    return;
  }
  const own = ownClusters(view.nodes);
  for (const clusters of clusterings(view, own, layout)) {
    const places = apart(middles(clusters, layout.positions));
    const unit = unitOf(places);
    yield {
      fromScale: readableFrom(places, FAR_SPACING, pairsOf(view.edges, clusters)),
      unit,
      layout: {
        positions: places.map((value) => value / unit),
        bounds: layout.bounds.map((value) => value / unit) as [number, number, number, number],
      },
      of: (next) => aggregateView(next, clusters),
    };
  }
}

/** Which of the nodes at some places edges lead between. */
type Ends = Pick<RowPairs, 'source' | 'target'>;

/** CSS pixels a world unit from which nodes have their spacing, and edges do not cover too much of the picture. */
function readableFrom(places: Float32Array, spacing: number, edges: Ends): number {
  const gap = spacingOf(places);
  const crowded = lengthOfEdges(edges, places) / (gap * gap * (places.length / 2) * COVER);
  return Math.max(spacing / gap, Math.min(crowded, (AMPLE * spacing) / gap));
}

/** World units of edges, each between another two nodes. */
function lengthOfEdges({ source, target }: Ends, places: Float32Array): number {
  let length = 0;
  for (let edge = 0; edge < source.length; edge++) {
    const from = source[edge] * 2;
    const to = target[edge] * 2;
    length += distance(places[to] - places[from], places[to + 1] - places[from + 1]);
  }
  return length;
}

/** Ever fewer clusters, none of which is cut by a coarser one: by group, and then neighbours, ever more of them. */
function* clusterings(view: TrafficView, own: Clusters, { positions }: LayoutResult): Generator<Clusters, void, void> {
  let last = own;
  for (const group of groupLevels(view, own, positions)) {
    last = group;
    yield group;
  }
  const base = last;
  const places = middles(base, positions);
  let cell = spacingOf(places) * FIRST_CELL;
  for (let tries = 0; tries < MOST_CELLS && last.ids.length > FEWEST; tries++, cell *= NEXT_CELL) {
    const next = cellClusters(base, places, cell);
    if (next.ids.length <= last.ids.length * FEWER) {
      last = next;
      yield next;
    }
  }
}

/** Clusters by group, the deepest first, of the depths at which members lie together. */
function* groupLevels(view: TrafficView, own: Clusters, positions: Float32Array): Generator<Clusters, void, void> {
  const deepest = own.paths.reduce((depth, path) => Math.max(depth, path.length), 0);
  let before = own;
  for (let depth = deepest; depth > view.path.length; depth--) {
    const next = groupClusters(own, depth);
    if (next.ids.length > 1 && next.ids.length <= before.ids.length * FEWER && areApart(next, positions)) {
      before = next;
      yield next;
    }
  }
}

/** Zooming this much beyond a level's own scale changes to it, and as much before it away again. */
const SLACK = 1.06;

/**
 * The level to show at a scale: the finest that can be read, or the coarsest. The one that is shown stays a little
 * longer, so that a trembling hand does not make the picture flicker.
 *
 * @param at the level at a place, the finest first; none beyond the coarsest
 */
export function levelAt(
  at: (index: number) => DetailLevel | undefined,
  scale: number,
  shown: number | undefined
): number {
  for (let index = 0; ; index++) {
    const level = at(index);
    if (level === undefined) {
      return Math.max(0, index - 1);
    }
    const slack = shown === undefined ? 1 : index < shown ? SLACK : 1 / SLACK;
    if (scale >= level.fromScale * slack) {
      return index;
    }
  }
}
