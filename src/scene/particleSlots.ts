import { pairsChanged, reservePairs } from './attributes';
import type { EdgeRows } from './edgeRows';
import type { Points } from 'three';

type Pairs = Uint16Array | Uint32Array;

/** Slots that no edge needs are kept while they are no more than this part of those that are needed, and so many. */
const SPARE_PART = 0.25;
const SPARE = 512;

/** Which slots of which edges are in a buffer of pairs: of row `r` all below `rooms[r]`, in any order. */
export interface ParticleSlots {
  rooms: Uint16Array;
  written: number;
}

/** Particles of a row that are, or were and fade. */
const needed = (edges: EdgeRows, row: number) => Math.max(edges.liveFrom[row], edges.liveTo[row]);

/** Particles of all edges. */
export function countParticles(edges: EdgeRows): number {
  let count = 0;
  for (let row = 0; row < edges.ids.length; row++) {
    count += needed(edges, row);
  }
  return count;
}

/** Slots that edges need and that are not in the buffer. */
export function missingSlots({ rooms }: ParticleSlots, edges: EdgeRows): number {
  let count = 0;
  for (let row = 0; row < edges.ids.length; row++) {
    count += Math.max(0, needed(edges, row) - (row < rooms.length ? rooms[row] : 0));
  }
  return count;
}

/**
 * Whether slots that are in the buffer may stay, and are worth it: those that no edge needs are drawn as nothing, at a
 * cost. Of rows that are gone none may stay, since nothing says any more that they are not needed.
 */
export function worthKeeping(slots: ParticleSlots, missing: number, particles: number, rows: number): boolean {
  return slots.rooms.length <= rows && slots.written + missing <= particles * (1 + SPARE_PART) + SPARE;
}

/** No pair is in the buffer. */
export const noSlots = (): ParticleSlots => ({ rooms: new Uint16Array(0), written: 0 });

/** Writes edge and slot of each slot that is missing after those that are there. */
export function appendSlots(cells: Pairs, slots: ParticleSlots, edges: EdgeRows): void {
  const count = edges.ids.length;
  if (slots.rooms.length < count) {
    const rooms = new Uint16Array(count);
    rooms.set(slots.rooms);
    slots.rooms = rooms;
  }
  const { rooms } = slots;
  const narrow =
    cells instanceof Uint16Array ? new Uint32Array(cells.buffer, cells.byteOffset, cells.length / 2) : undefined;
  let at = slots.written;
  for (let row = 0; row < count; row++) {
    const most = needed(edges, row);
    if (narrow) {
      // Both numbers of a pair at once, as every machine with a browser has them in memory.
      for (let slot = rooms[row]; slot < most; slot++) {
        narrow[at++] = row | (slot << 16);
      }
    } else {
      for (let slot = rooms[row]; slot < most; slot++, at++) {
        cells[at * 2] = row;
        cells[at * 2 + 1] = slot;
      }
    }
    rooms[row] = Math.max(rooms[row], most);
  }
  slots.written = at;
}

/** Keeps the pairs of edge and slot that `points` draws: an update appends those that are missing. */
export function createSlotWriter(points: Points): (edges: EdgeRows) => number {
  let slots = noSlots();
  let cells: Pairs | undefined;
  /** Returns how many particles there are. */
  return (edges) => {
    const particles = countParticles(edges);
    const missing = missingSlots(slots, edges);
    const keeps = worthKeeping(slots, missing, particles, edges.ids.length);
    const room = reservePairs(points, keeps ? slots.written + missing : particles, edges.ids.length > 65535);
    if (room !== cells || !keeps) {
      slots = noSlots();
      cells = room;
    }
    const kept = slots.written;
    appendSlots(room, slots, edges);
    pairsChanged(points, kept, slots.written);
    return particles;
  };
}
