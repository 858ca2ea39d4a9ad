import { DataUtils } from 'three';
import { phaseParts } from '../core/flow';
import type { EdgeRows } from './edgeRows';
import type { NodeRows } from './nodeRows';

/** Numbers a row in the tables of nodes and edges: four texels of four. */
export const ROW_CELLS = 16;

/** Writes nodes as `programs/common/curves.glsl` and `programs/nodes` read them. */
export function writeNodes(cells: Float32Array, nodes: NodeRows): void {
  for (let row = 0; row < nodes.ids.length; row++) {
    const at = row * ROW_CELLS;
    cells[at] = nodes.placeFrom[row * 2];
    cells[at + 1] = nodes.placeFrom[row * 2 + 1];
    cells[at + 2] = nodes.placeTo[row * 2];
    cells[at + 3] = nodes.placeTo[row * 2 + 1];
    cells[at + 4] = nodes.radiusFrom[row];
    cells[at + 5] = nodes.radiusTo[row];
    cells[at + 6] = nodes.alphaFrom[row];
    cells[at + 7] = nodes.alphaTo[row];
    cells[at + 8] = nodes.shares[row * 3];
    cells[at + 9] = nodes.shares[row * 3 + 1];
    cells[at + 10] = nodes.shares[row * 3 + 2];
    cells[at + 11] = nodes.loaded[row];
    cells[at + 12] = nodes.kinds[row];
    cells[at + 13] = nodes.states[row];
    cells[at + 14] = nodes.activities[row];
    cells[at + 15] = nodes.outside[row];
  }
}

/** Writes where one node is, and leaves the rest of its row. */
export function writePlace(cells: Float32Array, nodes: NodeRows, row: number): void {
  cells.set(nodes.placeFrom.subarray(row * 2, row * 2 + 2), row * ROW_CELLS);
  cells.set(nodes.placeTo.subarray(row * 2, row * 2 + 2), row * ROW_CELLS + 2);
}

const byte = (share: number) => (share > 0 ? Math.max(1, Math.round(Math.min(1, share) * 255)) : 0);

/** How wide particles spread about an edge of this width, in world units. */
export function laneWidth(width: number): number {
  return width * 0.85;
}

/** Two numbers in 32 bits, to three digits, as `unpackHalf2x16` reads them. */
function halves(low: number, high: number): number {
  const first = DataUtils.toHalfFloat(low);
  return first | ((low === high ? first : DataUtils.toHalfFloat(high)) << 16);
}

/** Writes edges as the programs read them. */
export function writeEdges(cells: Uint32Array, edges: EdgeRows): void {
  const floats = new Float32Array(cells.buffer, cells.byteOffset, cells.length);
  for (let row = 0; row < edges.ids.length; row++) {
    const at = row * ROW_CELLS;
    const source = edges.source[row];
    const target = edges.target[row];
    const lane = Math.min(65535, Math.round(laneWidth(edges.widthTo[row]) * 1024));
    cells[at] = source;
    cells[at + 1] = target;
    cells[at + 2] = halves(edges.bowFrom[row], edges.bowTo[row]);
    cells[at + 3] =
      (source === target ? 1 : 0) |
      (edges.statesFrom[row] << 1) |
      (edges.statesTo[row] << 3) |
      (edges.activities[row] << 5) |
      (lane << 16);
    cells[at + 4] = phaseParts(edges.phase[row]);
    floats[at + 5] = edges.speed[row];
    cells[at + 6] = edges.liveFrom[row] | (edges.liveTo[row] << 16);
    cells[at + 7] =
      byte(edges.sharesFrom[row * 2]) |
      (byte(edges.sharesFrom[row * 2 + 1]) << 8) |
      (byte(edges.sharesTo[row * 2]) << 16) |
      (byte(edges.sharesTo[row * 2 + 1]) << 24);
    floats[at + 8] = edges.widthFrom[row];
    floats[at + 9] = edges.widthTo[row];
    floats[at + 10] = edges.alphaFrom[row];
    floats[at + 11] = edges.alphaTo[row];
    floats[at + 12] = edges.strongerFrom[row];
    floats[at + 13] = edges.strongerTo[row];
  }
}
