/** How Vizceral calls what is drawn at a level. */
export type VizceralRenderer = 'global' | 'region' | 'focusedChild';

export type VizceralClass = 'normal' | 'warning' | 'danger';

/** Requests per second by class. */
export type VizceralMetrics = Readonly<Record<VizceralClass, number>>;

export interface VizceralConnection {
  /** Names of two nodes of the same level. */
  readonly source: string;
  readonly target: string;
  readonly metrics: VizceralMetrics;
  readonly class: VizceralClass;
  readonly metadata?: { readonly edges: readonly VizceralPart[] };
}

/** Part of a connection to or from a group: services by their groups, outermost first, and their name. Ignored by Vizceral. */
export interface VizceralPart {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly metrics: VizceralMetrics;
}

/** A node of Vizceral's data, and the graph within it. */
export interface VizceralNode {
  readonly renderer: VizceralRenderer;
  /** Unique in its level. */
  readonly name: string;
  /** What is shown; absent: the name. */
  readonly displayName?: string;
  readonly class: VizceralClass;
  /** The most requests per second of a connection below: Vizceral scales its particles by it. */
  readonly maxVolume?: number;
  /** Milliseconds. */
  readonly updated: number;
  readonly nodes: readonly VizceralNode[];
  readonly connections: readonly VizceralConnection[];
}

/** What Vizceral reads: its outermost node. */
export interface VizceralGraph extends VizceralNode {
  /** Milliseconds. */
  readonly serverUpdateTime: number;
}
