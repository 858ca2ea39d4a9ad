import type { LayoutInput, LayoutOptions } from '../model/layout';
import { boundsOf } from './bounds';
import { packInColumns, roomNeeded, type Size } from './boxes';
import { buildGraph, type Graph } from './graph/graph';
import { type GroupTree, groupTree } from './grouped/groupTree';
import { flowFrom, layeredGraph } from './layered/layeredGraph';
import { COLUMN_GAP, MARGIN_X, MARGIN_Y, ROW_GAP } from './spacing';

/** Between the boxes of two groups, and above a group for its name. */
const BOX_GAP_X = 3;
const BOX_GAP_Y = 4;

/** How much wider than their surroundings groups are tried. */
const STRETCHES = [1, 0.55, 1.6, 2.6];

/** Graphs of more nodes are laid out with the first stretch only. */
const SMALL = 300;

/** A laid out group: places of its nodes relative to its left and top. */
interface Block extends Size {
  readonly rows: readonly number[];
  readonly positions: Float32Array;
}

/** How groups are arranged. */
interface Manner {
  readonly entry: number;
  /** Whether nodes are not untangled inside their group. */
  readonly tangled: boolean;
}

/** A box for each group, in boxes of their groups: layered inside, and in the order of the flow between. */
export function grouped(input: LayoutInput, options: LayoutOptions, tangled = false): Float32Array {
  const graph = buildGraph(input.ids.length, input);
  const entry = options.entry === undefined ? -1 : input.ids.indexOf(options.entry);
  const { rows, positions } = arrangeGroup(groupTree(input.groups), graph, { entry, tangled }, options.aspect);
  const result = new Float32Array(positions.length);
  rows.forEach((row, index) => result.set(positions.subarray(index * 2, index * 2 + 2), row * 2));
  return result;
}

function arrangeGroup(tree: GroupTree, graph: Graph, manner: Manner, aspect: number): Block {
  if (tree.groups.length === 0) {
    return arrangeNodes(tree.rows, graph, manner, aspect);
  }
  const loose = tree.rows.map((row): Block => ({
    rows: [row],
    positions: new Float32Array([MARGIN_X, MARGIN_Y]),
    width: COLUMN_GAP,
    height: ROW_GAP,
  }));
  let best: Block | undefined;
  for (const stretch of graph.count > SMALL ? STRETCHES.slice(0, 1) : STRETCHES) {
    const blocks = tree.groups.map((group) => withGaps(arrangeGroup(group, graph, manner, aspect * stretch)));
    const next = joinBlocks([...blocks, ...loose], graph, manner, aspect);
    if (best === undefined || roomNeeded(next, aspect) < roomNeeded(best, aspect) - 1e-6) {
      best = next;
    }
  }
  return best as Block;
}

function arrangeNodes(rows: readonly number[], graph: Graph, manner: Manner, aspect: number): Block {
  const positions = layeredGraph(
    between(
      graph,
      rows.map((row) => [row])
    ),
    aspect,
    { ...flowFrom(rows.indexOf(manner.entry)), tangled: manner.tangled }
  );
  const [left, top, right, bottom] = boundsOf(positions);
  return {
    rows,
    positions: positions.map((value, index) => (index % 2 === 0 ? value - left + MARGIN_X : value - top + MARGIN_Y)),
    width: right - left + 2 * MARGIN_X,
    height: bottom - top + 2 * MARGIN_Y,
  };
}

function withGaps(block: Block): Block {
  return {
    ...block,
    positions: block.positions.map((value, index) => value + (index % 2 === 0 ? BOX_GAP_X : BOX_GAP_Y) / 2),
    width: block.width + BOX_GAP_X,
    height: block.height + BOX_GAP_Y,
  };
}

/** Blocks side by side and below each other, as a layered layout of them as single nodes has them from left to right. */
function joinBlocks(blocks: readonly Block[], graph: Graph, manner: Manner, aspect: number): Block {
  const flow = layeredGraph(
    between(
      graph,
      blocks.map((block) => block.rows)
    ),
    aspect,
    flowFrom(blocks.findIndex((block) => block.rows.includes(manner.entry)))
  );
  const order = blocks
    .map((_, index) => index)
    .sort((a, b) => flow[a * 2] - flow[b * 2] || flow[a * 2 + 1] - flow[b * 2 + 1] || a - b);
  const sorted = order.map((index) => blocks[index]);
  const packed = packInColumns(sorted, aspect);
  const rows = sorted.flatMap((block) => block.rows);
  const positions = new Float32Array(rows.length * 2);
  let filled = 0;
  sorted.forEach((block, index) => {
    for (let at = 0; at < block.positions.length; at++) {
      positions[filled++] = block.positions[at] + packed.places[index][at % 2];
    }
  });
  return { rows, positions, width: packed.width, height: packed.height };
}

/** The edges between sets of nodes, as a graph of the sets. */
function between(graph: Graph, sets: ReadonlyArray<readonly number[]>): Graph {
  const setOf = new Map<number, number>();
  sets.forEach((rows, set) => rows.forEach((row) => setOf.set(row, set)));
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  setOf.forEach((set, row) => {
    for (let index = graph.outgoing.start[row]; index < graph.outgoing.start[row + 1]; index++) {
      const edge = graph.outgoing.edges[index];
      const other = setOf.get(graph.target[edge]);
      if (other !== undefined) {
        source.push(set);
        target.push(other);
        weight.push(graph.weight[edge]);
      }
    }
  });
  return buildGraph(sets.length, {
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    weight: Float32Array.from(weight),
  });
}
