import { boundsOf } from '../bounds';
import type { Graph } from '../graph/graph';
import { REACH } from '../spacing';
import type { Direction } from './direction';
import { type Column, columnsOf, isRoomy, keepsGap, makeMove, movesOf, type Move, undoMove } from './rowMoves';
import { costOf, strainMeter, type StrainOf } from './strain';

/** Larger graphs are drawn as they are: their edges cannot all be followed anyway, and the search takes too long. */
const MOST_NODES = 100;
const MOST_EDGES = 260;

/** Pairs of an edge with a node or another edge that are looked at, at most: work counted, so that time never decides. */
const MOST_WORK = 700_000;

/** What a try costs beside the pairs that it looks at, in pairs. */
const WORK_OF_TRY = 100;

/** Turns over all columns; most pictures need less. */
const TURNS = 8;

/** How much taller than its place a picture may become; one of many nodes, whose names are small, hardly. */
const TALLER = 1.15;
const TALLER_OF_MANY = 1.05;
const MANY = 30;

/** An edge that touches the corner of a label is no reason to move anything. */
const SLIGHT = 0.15;

/** A picture that is being searched: places change, until no work is left. */
interface Search {
  readonly graph: Graph;
  readonly strainOf: StrainOf;
  readonly columns: readonly Column[];
  readonly top: number;
  readonly bottom: number;
  workLeft: number;
}

/** Whether a graph is small enough for its long edges to be cleared. */
export function isClearable({ count, source }: Graph): boolean {
  return count <= MOST_NODES && source.length <= MOST_EDGES;
}

/**
 * The same columns with nodes moved up or down until long edges keep clear of nodes and labels, as far as the room for
 * the aspect, the gaps between rows and the work allow. Without an edge in the way nothing moves.
 */
export function clearEdges(graph: Graph, placed: Float32Array, aspect: number, direction: Direction): Float32Array {
  const all = Array.from({ length: graph.count }, (_, node) => node);
  const [left, top, right, bottom] = boundsOf(placed);
  const taller = graph.count > MANY ? TALLER_OF_MANY : TALLER;
  const room = taller * ((right - left + 2 * REACH) / aspect) - 2 * REACH;
  const half = Math.max(bottom - top, room) / 2;
  const middle = (top + bottom) / 2;
  const search: Search = {
    graph,
    strainOf: strainMeter(graph, placed, direction),
    columns: columnsOf(placed, direction),
    top: middle - half,
    bottom: middle + half,
    workLeft: MOST_WORK,
  };
  const first = search.strainOf(placed, all);
  if (first.covered < SLIGHT) {
    return placed;
  }
  let best = settle(search, placed);
  let least = search.strainOf(best, all);
  for (const start of otherStarts(search, placed)) {
    if (least.covered < 1 || search.workLeft <= 0) {
      break;
    }
    const next = settle(search, start);
    const strain = search.strainOf(next, all);
    if (costOf(strain) < costOf(least) && search.columns.every((column) => keepsGap(column, next))) {
      best = next;
      least = strain;
    }
  }
  return widened(best, aspect);
}

/** Columns apart by as much as the picture became taller. */
function widened(positions: Float32Array, aspect: number): Float32Array {
  const [left, top, right, bottom] = boundsOf(positions);
  const room = aspect * (bottom - top + 2 * REACH) - 2 * REACH;
  const factor = right > left ? Math.min(TALLER, Math.max(1, room / (right - left))) : 1;
  return positions.map((value, index) => (index % 2 === 0 ? value * factor : value));
}

/** Pictures in which one node that edges run behind is above or below all others. */
function otherStarts({ graph, strainOf, top, bottom }: Search, placed: Float32Array): Float32Array[] {
  const starts: Float32Array[] = [];
  for (let node = 0; node < graph.count; node++) {
    if (strainOf(placed, [node]).covered >= 1) {
      for (const y of [bottom, top]) {
        starts.push(placed.map((value, index) => (index === node * 2 + 1 ? y : value)));
      }
    }
  }
  return starts;
}

/** Takes the best move of each column and node in turn until none makes the picture better. */
function settle(search: Search, start: Float32Array): Float32Array {
  let positions = start;
  for (let turn = 0; turn < TURNS; turn++) {
    const before = positions;
    for (const column of search.columns) {
      for (const moved of [column.nodes, ...column.nodes.map((node) => [node])]) {
        positions = bestMove(search, positions, column, moved);
      }
    }
    if (positions === before) {
      break;
    }
  }
  return positions;
}

function bestMove(search: Search, positions: Float32Array, column: Column, moved: readonly number[]): Float32Array {
  const { strainOf, top, bottom } = search;
  if (search.workLeft <= 0) {
    return positions;
  }
  const costAt = (picture: Float32Array, nodes: readonly number[], enough?: number) => {
    const strain = strainOf(picture, nodes, enough);
    search.workLeft -= strain.pairs + WORK_OF_TRY;
    return costOf(strain);
  };
  const now = costAt(positions, moved);
  let best: Move | undefined;
  let gain = 1e-3;
  const trial = positions.slice();
  for (const move of movesOf(moved, column.nodes, positions)) {
    if (isRoomy(trial, move, column, top, bottom)) {
      const before = move.nodes === moved ? now : costAt(positions, move.nodes);
      makeMove(trial, move);
      const better = before - costAt(trial, move.nodes, before - gain);
      undoMove(trial, move, positions);
      if (better > gain) {
        gain = better;
        best = move;
      }
    }
  }
  if (best === undefined) {
    return positions;
  }
  makeMove(trial, best);
  return trial;
}
