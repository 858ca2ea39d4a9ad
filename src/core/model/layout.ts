export type LayoutName = 'layered' | 'ring' | 'force' | 'grid' | 'grouped';

/** What comes first where nodes stand in rows. */
export type LayoutOrder = 'worst' | 'name';

/** What a layout needs of a view: flat, and cheap to hand to a worker. */
export interface LayoutInput {
  readonly ids: readonly string[];
  /** Rows of nodes. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Requests per second of each edge. */
  readonly weight: Float32Array;
  /** The group each node belongs to, as "/"-joined path; empty for none. */
  readonly groups: readonly string[];
  /** State codes, for layouts that sort by what is worst. */
  readonly states: Uint8Array;
  /** 1 for nodes that are none of the system's own, such as third parties; absent: none. */
  readonly outside?: Uint8Array;
}

export interface LayoutOptions {
  /** Width by height of the place it will be drawn in. */
  readonly aspect: number;
  /**
   * Where nodes were, by id, in the same layout of the same place. If at least half of the nodes are in it, all of these
   * stay exactly there; absent: everything is laid out afresh.
   */
  readonly previous?: ReadonlyMap<string, readonly [number, number]>;
  /** Where nodes must be, by id. */
  readonly pinned?: ReadonlyMap<string, readonly [number, number]>;
  /** Id of the entry (leftmost, or in the middle); absent: found from the edges. */
  readonly entry?: string;
  /** Of `grid`; absent: the worst first. */
  readonly order?: LayoutOrder;
}

/** World units: a node's radius is 1; y grows downwards. */
export interface LayoutResult {
  /** x, y of each node, in the order of the input. */
  readonly positions: Float32Array;
  /** left, top, right, bottom of all nodes' centres. */
  readonly bounds: readonly [number, number, number, number];
}

/** Pure: equal input gives equal output. */
export type Layout = (input: LayoutInput, options: LayoutOptions) => LayoutResult;
