/** Room for the rows of nodes below the row of a protocol in one integer key. */
const PROTOCOL_STRIDE = 0x1000000;

/** Pairs of nodes with a protocol, by row, while series are read, in the order they were first seen. */
export interface EdgeRegistry {
  readonly source: number[];
  readonly target: number[];
  readonly protocol: number[];
  readonly protocols: string[];
  readonly protocolRows: Map<string, number>;
  /** Per source: edge rows by target and protocol. */
  readonly bySource: Array<Map<number, number> | undefined>;
}

export function createEdgeRegistry(): EdgeRegistry {
  return { source: [], target: [], protocol: [], protocols: [''], protocolRows: new Map([['', 0]]), bySource: [] };
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

/** The row of an edge; made when it is new. */
export function registerEdge(edges: EdgeRegistry, source: number, target: number, protocol: number): number {
  const key = protocol * PROTOCOL_STRIDE + target;
  let targets = edges.bySource[source];
  if (targets === undefined) {
    targets = new Map();
    edges.bySource[source] = targets;
  }
  const known = targets.get(key);
  if (known !== undefined) {
    return known;
  }
  const row = edges.source.length;
  edges.source.push(source);
  edges.target.push(target);
  edges.protocol.push(protocol);
  targets.set(key, row);
  return row;
}
