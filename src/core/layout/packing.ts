import { type Component, components } from './graph/components';
import type { Graph } from './graph/graph';
import { COLUMN_GAP, MARGIN_X, MARGIN_Y, ROW_GAP } from './spacing';

/** Positions of one connected part, of two nodes or more. */
export type PartLayout = (part: Component, aspect: number) => Float32Array;

interface Box {
  readonly rows: Int32Array;
  readonly positions: Float32Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Widths that are tried when boxes are packed. */
const TRIES = 24;

/**
 * Lays out each connected part for itself and packs them in rows, largest first, to the wanted aspect; nodes without
 * any edge become one block.
 */
export function packParts(graph: Graph, aspect: number, layoutPart: PartLayout): Float32Array {
  const parts = components(graph);
  if (parts.length === 1 && graph.count > 1) {
    return layoutPart(parts[0], aspect);
  }
  const boxes = parts.filter((part) => part.rows.length > 1).map((part) => boxOf(part.rows, layoutPart(part, aspect)));
  const single = parts.filter((part) => part.rows.length === 1).map((part) => part.rows[0]);
  const widest = boxes.reduce((width, box) => Math.max(width, box.width), 0);
  if (single.length > 0) {
    boxes.push(blockOf(Int32Array.from(single), widest, aspect));
  }
  const positions = new Float32Array(graph.count * 2);
  const places = pack(boxes, widest, aspect);
  boxes.forEach((box, index) => {
    const [x, y] = places[index];
    box.rows.forEach((row, part) => {
      positions[row * 2] = box.positions[part * 2] - box.left + x;
      positions[row * 2 + 1] = box.positions[part * 2 + 1] - box.top + y;
    });
  });
  return positions;
}

function boxOf(rows: Int32Array, positions: Float32Array): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let index = 0; index < positions.length; index += 2) {
    left = Math.min(left, positions[index]);
    right = Math.max(right, positions[index]);
    top = Math.min(top, positions[index + 1]);
    bottom = Math.max(bottom, positions[index + 1]);
  }
  return {
    rows,
    positions,
    left: left - MARGIN_X,
    top: top - MARGIN_Y,
    width: right - left + 2 * MARGIN_X,
    height: bottom - top + 2 * MARGIN_Y,
  };
}

/** Nodes without edges: a block as wide as the widest part, or of the wanted aspect where there is none. */
function blockOf(rows: Int32Array, width: number, aspect: number): Box {
  const square = Math.ceil(Math.sqrt((rows.length * aspect * ROW_GAP) / COLUMN_GAP));
  const columns = Math.max(1, Math.min(rows.length, Math.max(square, Math.floor(width / COLUMN_GAP))));
  const positions = new Float32Array(rows.length * 2);
  for (let index = 0; index < rows.length; index++) {
    positions[index * 2] = (index % columns) * COLUMN_GAP;
    positions[index * 2 + 1] = Math.floor(index / columns) * ROW_GAP;
  }
  return boxOf(rows, positions);
}

/** Top left corners: boxes in rows no wider than the width, of those tried, that comes nearest to the aspect. */
function pack(boxes: readonly Box[], widest: number, aspect: number): ReadonlyArray<readonly [number, number]> {
  const total = boxes.reduce((sum, box) => sum + box.width, 0);
  const least = Math.max(widest, 1);
  let best = shelves(boxes, least);
  for (let index = 1; index <= TRIES; index++) {
    const next = shelves(boxes, least * (Math.max(total, least) / least) ** (index / TRIES));
    if (misfit(next, aspect) < misfit(best, aspect) - 1e-9) {
      best = next;
    }
  }
  return best.places;
}

function misfit({ width, height }: { width: number; height: number }, aspect: number): number {
  return Math.max(width, height * aspect);
}

function shelves(boxes: readonly Box[], limit: number) {
  const places: Array<[number, number]> = [];
  let x = 0;
  let y = 0;
  let shelf = 0;
  let width = 0;
  for (const box of boxes) {
    if (x > 0 && x + box.width > limit * 1.0001) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    places.push([x, y]);
    x += box.width;
    shelf = Math.max(shelf, box.height);
    width = Math.max(width, x);
  }
  return { places, width, height: y + shelf };
}
