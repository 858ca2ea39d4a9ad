import type { LayoutInput, LayoutOptions } from '../model/layout';
import { followOrder } from './graph/entry';
import { buildGraph, type Graph } from './graph/graph';
import { walk } from './graph/walk';
import { COLUMN_GAP, ROW_GAP } from './spacing';

/** Distance between rings, as a multiple of the gap between rows. */
const RING_GAP = 2;

/** Turns of ordering each ring by the direction of its nodes' neighbours. */
const TURNS = 12;

/** The entry in the middle, what it calls around it, ring by ring; each ring ordered so that few edges cross. */
export function ring(input: LayoutInput, options: LayoutOptions): Float32Array {
  const count = input.ids.length;
  const graph = buildGraph(count, input);
  const entry = options.entry === undefined ? -1 : input.ids.indexOf(options.entry);
  const order = walk(graph, followOrder(graph, entry));
  const rings = cutIntoRings(order.subarray(1), options.aspect);
  const positions = new Float32Array(count * 2);
  rings.forEach((nodes, index) => placeRing(nodes, ringHeight(index), options.aspect, positions));
  for (let turn = 0; turn < TURNS; turn++) {
    rings.forEach((nodes, index) => {
      placeRing(byDirection(graph, nodes, positions, options.aspect), ringHeight(index), options.aspect, positions);
    });
  }
  let shorter = true;
  for (let turn = 0; turn < TURNS && shorter; turn++) {
    shorter = rings.map((nodes) => swapNeighbours(graph, nodes, positions)).some(Boolean);
  }
  return positions;
}

/** Half the height of a ring's ellipse. */
function ringHeight(index: number): number {
  return (index + 1) * ROW_GAP * RING_GAP;
}

/** Nodes a ring has room for: its ellipse measured in column gaps across and row gaps down. */
function roomOn(height: number, aspect: number): number {
  const across = (height * aspect) / COLUMN_GAP;
  const down = height / ROW_GAP;
  return Math.max(3, Math.floor(2 * Math.PI * Math.sqrt((across * across + down * down) / 2)));
}

function cutIntoRings(order: Int32Array, aspect: number): Int32Array[] {
  const rings: Int32Array[] = [];
  for (let begin = 0; begin < order.length;) {
    const room = roomOn(ringHeight(rings.length), aspect);
    rings.push(order.slice(begin, begin + room));
    begin += room;
  }
  return rings;
}

/** Spreads nodes evenly, by the room that labels need, over an ellipse, from the right clockwise. */
function placeRing(nodes: Int32Array, height: number, aspect: number, positions: Float32Array): void {
  nodes.forEach((node, index) => {
    const angle = (index / nodes.length) * 2 * Math.PI - Math.PI / 2;
    positions[node * 2] = Math.cos(angle) * height * aspect;
    positions[node * 2 + 1] = Math.sin(angle) * height;
  });
}

/** A ring's nodes by the direction in which the mean of their neighbours lies. */
function byDirection(graph: Graph, nodes: Int32Array, positions: Float32Array, aspect: number): Int32Array {
  const { source, target, outgoing, incoming } = graph;
  const direction = new Map<number, number>();
  for (const node of nodes) {
    let x = (positions[node * 2] / aspect) * 1e-3;
    let y = positions[node * 2 + 1] * 1e-3;
    const pull = (neighbour: number) => {
      const across = positions[neighbour * 2] / aspect;
      const down = positions[neighbour * 2 + 1];
      const length = Math.sqrt(across * across + down * down);
      x += length > 0 ? across / length : 0;
      y += length > 0 ? down / length : 0;
    };
    for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
      pull(target[outgoing.edges[index]]);
    }
    for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
      pull(source[incoming.edges[index]]);
    }
    const angle = Math.atan2(y, x) + Math.PI / 2;
    direction.set(node, angle < 0 ? angle + 2 * Math.PI : angle);
  }
  return nodes.slice().sort((a, b) => (direction.get(a) ?? 0) - (direction.get(b) ?? 0) || a - b);
}

/** Swaps nodes of a ring, up to three places apart, wherever that makes their edges shorter; true if any were. */
function swapNeighbours(graph: Graph, nodes: Int32Array, positions: Float32Array): boolean {
  const order = Array.from(nodes).sort((a, b) => angleOf(positions, a) - angleOf(positions, b) || a - b);
  let swapped = false;
  for (let apart = 1; apart <= Math.min(3, order.length - 1); apart++) {
    for (let place = 0; place < order.length; place++) {
      const other = (place + apart) % order.length;
      const [a, b] = [order[place], order[other]];
      const before = edgeLength(graph, a, positions) + edgeLength(graph, b, positions);
      swapPlaces(positions, a, b);
      if (edgeLength(graph, a, positions) + edgeLength(graph, b, positions) < before - 1e-3) {
        order[place] = b;
        order[other] = a;
        swapped = true;
      } else {
        swapPlaces(positions, a, b);
      }
    }
  }
  return swapped;
}

function angleOf(positions: Float32Array, node: number): number {
  return Math.atan2(positions[node * 2 + 1], positions[node * 2]);
}

function swapPlaces(positions: Float32Array, a: number, b: number): void {
  for (let axis = 0; axis < 2; axis++) {
    const kept = positions[a * 2 + axis];
    positions[a * 2 + axis] = positions[b * 2 + axis];
    positions[b * 2 + axis] = kept;
  }
}

/** Length of all edges of a node. */
function edgeLength({ source, target, outgoing, incoming }: Graph, node: number, positions: Float32Array): number {
  let sum = 0;
  const add = (other: number) => {
    const dx = positions[other * 2] - positions[node * 2];
    const dy = positions[other * 2 + 1] - positions[node * 2 + 1];
    sum += Math.sqrt(dx * dx + dy * dy);
  };
  for (let index = outgoing.start[node]; index < outgoing.start[node + 1]; index++) {
    add(target[outgoing.edges[index]]);
  }
  for (let index = incoming.start[node]; index < incoming.start[node + 1]; index++) {
    add(source[incoming.edges[index]]);
  }
  return sum;
}
