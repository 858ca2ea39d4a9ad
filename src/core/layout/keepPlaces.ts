import type { LayoutInput, LayoutOptions } from '../model/layout';
import { createFreeSpots } from './freeSpots';
import { buildGraph, type Graph } from './graph/graph';
import { walk } from './graph/walk';
import { directionFor } from './layered/direction';

/** Share of nodes that must have had a place for the picture to count as the same one. */
const SAME_PICTURE = 0.5;

/**
 * What a newcomer is placed by: its neighbours, its neighbours' rows in the column that the layout gives it, its group,
 * or nothing but the layout.
 */
export type Kinship = 'neighbours' | 'columns' | 'group' | 'none';

type Places = ReadonlyMap<number, readonly [number, number]>;

/**
 * Positions in which what has a place keeps it. Pinned nodes are where they must be. Nodes that had a place stay there,
 * if at least half of all had one, and newcomers go to the free spot nearest to where the fresh layout has them by
 * their kin. Otherwise the fresh layout holds, save for nodes that a pinned one is in the way of.
 */
export function keepPlaces(
  input: LayoutInput,
  options: LayoutOptions,
  arrange: (roughly: boolean) => Float32Array,
  kinship: Kinship
): Float32Array {
  const pinned = placesOf(input, options.pinned);
  const previous = placesOf(input, options.previous);
  if (previous.size > 0 && previous.size >= input.ids.length * SAME_PICTURE) {
    const kept = new Map([...previous, ...pinned]);
    const fresh = kept.size < input.ids.length ? arrange(true) : new Float32Array(input.ids.length * 2);
    return placeNewcomers(input, kept, fresh, kinship, directionFor(options.aspect).down ? 0 : 1);
  }
  return pinned.size > 0 ? makeWay(pinned, arrange(false)) : arrange(false);
}

/** The fresh layout with pinned nodes in their places, and what they would cover on the nearest free spots. */
function makeWay(pinned: Places, fresh: Float32Array): Float32Array {
  const positions = fresh.slice();
  const pins = createFreeSpots();
  const spots = createFreeSpots();
  pinned.forEach(([x, y], row) => {
    positions.set([x, y], row * 2);
    pins.take(x, y);
    spots.take(x, y);
  });
  const covered: number[] = [];
  for (let row = 0; row * 2 < fresh.length; row++) {
    if (!pinned.has(row)) {
      if (pins.isFree(fresh[row * 2], fresh[row * 2 + 1])) {
        spots.take(fresh[row * 2], fresh[row * 2 + 1]);
      } else {
        covered.push(row);
      }
    }
  }
  for (const row of covered) {
    const [x, y] = spots.nearest(fresh[row * 2], fresh[row * 2 + 1]);
    positions.set([x, y], row * 2);
    spots.take(x, y);
  }
  return positions;
}

/** `across`: which coordinate is across the flow, 0 or 1. */
function placeNewcomers(
  input: LayoutInput,
  kept: Places,
  fresh: Float32Array,
  kinship: Kinship,
  across: 0 | 1
): Float32Array {
  const graph = buildGraph(input.ids.length, input);
  const positions = fresh.slice();
  const placed = new Uint8Array(input.ids.length);
  const spots = createFreeSpots();
  const settle = (row: number, [x, y]: readonly [number, number]) => {
    positions.set([x, y], row * 2);
    placed[row] = 1;
    spots.take(x, y);
  };
  kept.forEach((place, row) => settle(row, place));
  const shift = meanShift(kept, fresh);
  const kinOf = kinFinder(input, graph, kinship);
  for (const row of walk(graph, Int32Array.from([...kept.keys(), ...input.ids.keys()]))) {
    if (!placed[row]) {
      const kin = kinOf(row).filter((other) => placed[other]);
      const wish = wishOf(row, kin, fresh, positions, kinship === 'columns' ? across : undefined);
      const [x, y] = wish ?? [fresh[row * 2] + shift[0], fresh[row * 2 + 1] + shift[1]];
      settle(row, spots.nearest(x, y));
    }
  }
  return positions;
}

/** Places by row; those that are no numbers are left out. */
function placesOf(input: LayoutInput, places: LayoutOptions['previous']): Map<number, readonly [number, number]> {
  const result = new Map<number, readonly [number, number]>();
  if (places && places.size > 0) {
    input.ids.forEach((id, row) => {
      const place = places.get(id);
      if (place && Number.isFinite(place[0]) && Number.isFinite(place[1])) {
        result.set(row, place);
      }
    });
  }
  return result;
}

function meanShift(kept: Places, fresh: Float32Array): readonly [number, number] {
  let x = 0;
  let y = 0;
  kept.forEach((place, row) => {
    x += (place[0] - fresh[row * 2]) / kept.size;
    y += (place[1] - fresh[row * 2 + 1]) / kept.size;
  });
  return [x, y];
}

function kinFinder(input: LayoutInput, graph: Graph, kinship: Kinship): (row: number) => readonly number[] {
  if (kinship === 'none') {
    return () => [];
  }
  if (kinship === 'group') {
    const members = new Map<string, number[]>();
    input.groups.forEach((group, row) =>
      members
        .set(group, members.get(group) ?? [])
        .get(group)
        ?.push(row)
    );
    return (row) => members.get(input.groups[row]) ?? [];
  }
  const { source, target, outgoing, incoming } = graph;
  return (row) => [
    ...Array.from(outgoing.edges.subarray(outgoing.start[row], outgoing.start[row + 1]), (edge) => target[edge]),
    ...Array.from(incoming.edges.subarray(incoming.start[row], incoming.start[row + 1]), (edge) => source[edge]),
  ];
}

/** The mean of where the kin are and of how far the fresh layout has the node from them. */
function wishOf(
  row: number,
  kin: readonly number[],
  fresh: Float32Array,
  positions: Float32Array,
  sameRow: 0 | 1 | undefined
): readonly [number, number] | undefined {
  if (kin.length === 0) {
    return undefined;
  }
  let x = 0;
  let y = 0;
  for (const other of kin) {
    x += positions[other * 2] + (sameRow === 0 ? 0 : fresh[row * 2] - fresh[other * 2]);
    y += positions[other * 2 + 1] + (sameRow === 1 ? 0 : fresh[row * 2 + 1] - fresh[other * 2 + 1]);
  }
  return [x / kin.length, y / kin.length];
}
