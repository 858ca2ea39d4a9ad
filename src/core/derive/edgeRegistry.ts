/** Pairs of nodes with a protocol, by row, while series are read, in the order they were first seen. */
export interface EdgeRegistry {
  count: number;
  source: Int32Array;
  target: Int32Array;
  protocol: Int32Array;
  /** 1 for an edge that some series proves. */
  proven: Uint8Array;
  readonly protocols: string[];
  readonly protocolRows: Map<string, number>;
  /** Open-addressed hash table of rows plus one; 0 for a free slot. A power of two long, at most half full. */
  slots: Int32Array;
}

const FIRST_CAPACITY = 1024;

export function createEdgeRegistry(): EdgeRegistry {
  return {
    count: 0,
    source: new Int32Array(FIRST_CAPACITY),
    target: new Int32Array(FIRST_CAPACITY),
    protocol: new Int32Array(FIRST_CAPACITY),
    proven: new Uint8Array(FIRST_CAPACITY),
    protocols: [''],
    protocolRows: new Map([['', 0]]),
    slots: new Int32Array(2 * FIRST_CAPACITY),
  };
}

/** The row of a protocol; made when it is new. The empty protocol is row 0. */
export function registerProtocol(edges: EdgeRegistry, protocol: string): number {
  const known = edges.protocolRows.get(protocol);
  if (known !== undefined) {
    return known;
  }
  const row = edges.protocols.length;
  edges.protocols.push(protocol);
  edges.protocolRows.set(protocol, row);
  return row;
}

function hash(source: number, target: number, protocol: number): number {
  const mixed = Math.imul(source, 0x9e3779b1) + Math.imul(target, 0x85ebca6b) + Math.imul(protocol, 0xc2b2ae35);
  return Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) ^ (mixed >>> 13);
}

/** The slot that holds a row, or the free one where it belongs. */
function findSlot(edges: EdgeRegistry, source: number, target: number, protocol: number): number {
  const { slots } = edges;
  const mask = slots.length - 1;
  let slot = hash(source, target, protocol) & mask;
  for (;;) {
    const row = slots[slot] - 1;
    if (row < 0 || (edges.source[row] === source && edges.target[row] === target && edges.protocol[row] === protocol)) {
      return slot;
    }
    slot = (slot + 1) & mask;
  }
}

function enlarged(column: Int32Array): Int32Array {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

function grow(edges: EdgeRegistry): void {
  edges.source = enlarged(edges.source);
  edges.target = enlarged(edges.target);
  edges.protocol = enlarged(edges.protocol);
  const proven = new Uint8Array(edges.source.length);
  proven.set(edges.proven);
  edges.proven = proven;
  edges.slots = new Int32Array(edges.slots.length * 2);
  for (let row = 0; row < edges.count; row++) {
    edges.slots[findSlot(edges, edges.source[row], edges.target[row], edges.protocol[row])] = row + 1;
  }
}

/** The row of an edge; made when it is new. Nothing is allocated, save now and then to grow. */
export function registerEdge(edges: EdgeRegistry, source: number, target: number, protocol: number): number {
  const slot = findSlot(edges, source, target, protocol);
  if (edges.slots[slot] !== 0) {
    return edges.slots[slot] - 1;
  }
  const row = edges.count++;
  edges.source[row] = source;
  edges.target[row] = target;
  edges.protocol[row] = protocol;
  edges.slots[slot] = row + 1;
  if (edges.count === edges.source.length) {
    grow(edges);
  }
  return row;
}
