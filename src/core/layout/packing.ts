import { boundsOf } from './bounds';
import { packInRows, roomNeeded, type Size } from './boxes';
import { type Component, components } from './graph/components';
import type { Graph } from './graph/graph';
import { COLUMN_GAP, MARGIN_X, MARGIN_Y, ROW_GAP } from './spacing';

/** Positions of one connected part, of two nodes or more. */
export type PartLayout = (part: Component, aspect: number) => Float32Array;

interface Box extends Size {
  readonly rows: Int32Array;
  readonly positions: Float32Array;
  readonly left: number;
  readonly top: number;
}

/** How much wider than the whole its parts are tried: parts below each other fit better when they are wide. */
const STRETCHES = [1, 1.6, 2.6];

/** Graphs of more nodes are laid out with the first stretch only. */
const SMALL = 1_000;

/**
 * Lays out each connected part for itself and packs them in rows, largest first, to the wanted aspect; nodes without
 * any edge become one block.
 */
export function packParts(graph: Graph, aspect: number, layoutPart: PartLayout): Float32Array {
  const parts = components(graph);
  if (parts.length === 1 && graph.count > 1) {
    return layoutPart(parts[0], aspect);
  }
  const linked = parts.filter((part) => part.rows.length > 1);
  const single = Int32Array.from(
    parts.filter((part) => part.rows.length === 1),
    (part) => part.rows[0]
  );
  const stretches = graph.count > SMALL || linked.length === 0 ? [1] : STRETCHES;
  const candidates = stretches.map((stretch) => {
    const boxes = linked.map((part) => boxOf(part.rows, layoutPart(part, aspect * stretch)));
    const widest = boxes.reduce((width, box) => Math.max(width, box.width), 0);
    const all = single.length > 0 ? [...boxes, blockOf(single, widest, aspect)] : boxes;
    return { boxes: all, packed: packInRows(all, aspect) };
  });
  const { boxes, packed } = candidates.reduce((best, next) =>
    roomNeeded(next.packed, aspect) < roomNeeded(best.packed, aspect) - 1e-6 ? next : best
  );
  const positions = new Float32Array(graph.count * 2);
  boxes.forEach((box, index) => {
    const [x, y] = packed.places[index];
    box.rows.forEach((row, part) => {
      positions[row * 2] = box.positions[part * 2] - box.left + x;
      positions[row * 2 + 1] = box.positions[part * 2 + 1] - box.top + y;
    });
  });
  return positions;
}

function boxOf(rows: Int32Array, positions: Float32Array): Box {
  const [left, top, right, bottom] = boundsOf(positions);
  return {
    rows,
    positions,
    left: left - MARGIN_X,
    top: top - MARGIN_Y,
    width: right - left + 2 * MARGIN_X,
    height: bottom - top + 2 * MARGIN_Y,
  };
}

/** Nodes without edges: a block as wide as the widest part, or of the wanted aspect where that is wider. */
function blockOf(rows: Int32Array, width: number, aspect: number): Box {
  const even = Math.ceil(Math.sqrt((rows.length * aspect * ROW_GAP) / COLUMN_GAP));
  const columns = Math.max(1, Math.min(rows.length, Math.max(even, Math.floor(width / COLUMN_GAP))));
  const positions = new Float32Array(rows.length * 2);
  for (let index = 0; index < rows.length; index++) {
    positions[index * 2] = (index % columns) * COLUMN_GAP;
    positions[index * 2 + 1] = Math.floor(index / columns) * ROW_GAP;
  }
  return boxOf(rows, positions);
}
