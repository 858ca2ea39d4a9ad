import type { LayoutResult } from '../core/model/layout';
import type { TrafficView } from '../core/model/view';
import type { Insets } from './camera';

/** Colours as `#rrggbb` or `rgb()`/`rgba()`; filled from Grafana's theme by the panel. */
export interface SceneTheme {
  readonly background: string;
  readonly text: string;
  readonly textMuted: string;
  readonly nodeFill: string;
  readonly nodeBorder: string;
  readonly edge: string;
  readonly group: string;
  /** Of classes (particles, rings) and of states (edges, fills). */
  readonly normal: string;
  readonly warning: string;
  readonly danger: string;
  readonly noData: string;
  readonly focus: string;
  readonly fontFamily: string;
}

export interface SceneOptions {
  /** Particles on the whole scene at most; fewer are drawn where quality steps down. */
  readonly maximumParticles: number;
  /** Particle diameter in CSS pixels. */
  readonly particleSize: number;
  /** `log`: density by the logarithm of the rate; `linear`: by the rate. Both against the view's maximum. */
  readonly density: 'log' | 'linear';
  /** `latency`: slower requests travel slower; `constant`: all alike. */
  readonly speed: 'latency' | 'constant';
  /** Whether answers travel back beside their edges. They count towards the maximum. */
  readonly responses: boolean;
  /** `change`: of the rate against what is usual, where the data tells that. */
  readonly edgeLabel: 'none' | 'rate' | 'errorRatio' | 'p95' | 'change';
  readonly showLabels: boolean;
  /** Factor on the size of all texts: 1 for a desk, 2 for a wallboard. */
  readonly textScale: number;
  /** Node radius by traffic instead of one size. */
  readonly sizeByTraffic: boolean;
  /** Frames a second at most; 0 for the display's own rate. */
  readonly frameRateLimit: number;
  /** A still picture: density marks and arrows instead of motion. */
  readonly reducedMotion: boolean;
}

/** What is under the pointer. Rows are of the view that is drawn: the one that was set, or one from afar. */
export type ScenePick =
  | { readonly kind: 'node'; readonly row: number; readonly id: string }
  | { readonly kind: 'edge'; readonly row: number; readonly id: string };

/** What stands out; everything else is dimmed while anything is hovered or matched. */
export interface SceneEmphasis {
  readonly hovered?: ScenePick;
  readonly selected?: ScenePick;
  /** Ids of nodes that a search found. */
  readonly matches?: ReadonlySet<string>;
  /** Ids of nodes that the reader put where they are: each bears a pin. */
  readonly pinned?: ReadonlySet<string>;
}

/** How the picture goes from the last view to the next. */
export type SceneTransition =
  | { readonly kind: 'none' }
  /** Nodes ease to their places; camera stays. */
  | { readonly kind: 'ease' }
  /** Zoom into (`in`) or out of (`out`) the node with this id, about a second, interruptible. */
  | { readonly kind: 'in' | 'out'; readonly nodeId: string };

export interface SceneStatistics {
  readonly framesPerSecond: number;
  /** Main-thread milliseconds of the last frames, mean. */
  readonly scriptMs: number;
  readonly drawCalls: number;
  readonly particles: number;
  readonly nodes: number;
  readonly edges: number;
  /** 0 is full quality; each step draws less, in the order that docs/rendering.md gives. */
  readonly qualityStep: number;
  /** Live GPU objects, for leak tests. */
  readonly geometries: number;
  readonly textures: number;
  readonly programs: number;
}

/** Written by the formatters of the panel, so that the scene knows no units. */
export interface SceneFormat {
  readonly rate: (requestsPerSecond: number) => string;
  readonly bytes: (bytesPerSecond: number) => string;
  readonly ratio: (ratio: number) => string;
  /** A part more or less, with its sign. */
  readonly change: (part: number) => string;
  readonly seconds: (seconds: number) => string;
}

export interface SceneInit {
  readonly theme: SceneTheme;
  readonly options: SceneOptions;
  readonly format: SceneFormat;
  /** The browser took the WebGL context away (`true`) or gave it back (`false`); the scene redraws by itself then. */
  readonly onContextLost: (lost: boolean) => void;
  /**
   * Tells what is drawn when the view that was set is too much to read at the camera's scale: one from afar, whose
   * `aggregated` says what it is made of; and the view itself when that is drawn again. Picks and rows are of what is drawn.
   */
  readonly onShown?: (view: TrafficView, layout: LayoutResult) => void;
  /** Draws every node by itself, however far away. For measurements. */
  readonly allDetail?: boolean;
  /** Draws at this quality step always; absent: quality follows what the machine can do. For pictures that compare. */
  readonly qualityStep?: number;
  /** Particles a world unit of the busiest edge; absent: as many as can be told apart. For measurements. */
  readonly particlesPerUnit?: number;
}

/**
 * The animated map on one canvas. The owner drives time: `draw` is a pure function of the time it is given and of
 * what was set before, so equal calls give equal pixels.
 */
export interface FlowScene {
  /** Has the browser compile the shaders, without holding up the page; a frame that is drawn before waits for all. */
  prepare(): Promise<void>;
  setView(view: TrafficView, layout: LayoutResult, transition: SceneTransition): void;
  setTheme(theme: SceneTheme): void;
  setOptions(options: SceneOptions): void;
  setEmphasis(emphasis: SceneEmphasis): void;
  /** Size in CSS pixels, and how much of each side is covered: fitting keeps clear of that. */
  resize(width: number, height: number, pixelRatio: number, insets?: Insets): void;
  /** Draws one frame at a time in seconds; true while anything still moves (particles, easing). */
  draw(seconds: number): boolean;
  /** CSS pixels from the canvas' top left. Nodes win over edges. */
  pick(x: number, y: number): ScenePick | undefined;
  /** Centre and radius in CSS pixels, for anchoring tooltips and the focus ring. */
  nodeOnScreen(row: number): { readonly x: number; readonly y: number; readonly radius: number };
  /** A point half way along an edge. */
  edgeOnScreen(row: number): { readonly x: number; readonly y: number };
  /** Camera: everything in view, with a margin. Eased unless `immediately`. */
  fit(immediately?: boolean): void;
  /** Camera: zoom about a point in CSS pixels. */
  zoomBy(factor: number, x: number, y: number): void;
  /** Camera: CSS pixels. */
  panBy(dx: number, dy: number): void;
  /** Camera: to nodes, as rows of the view that was set, so near that they are no longer seen as one with others. */
  reveal(rows: readonly number[]): void;
  /**
   * Puts the middle of a node at a point in CSS pixels until the next view; its edges and particles follow. Cheap enough
   * for every move of a pointer. Gives the place in world units, as a layout does.
   */
  moveNode(row: number, x: number, y: number): readonly [number, number];
  statistics(): SceneStatistics;
  /** Frees every GPU resource and the context. Safe to call twice. */
  dispose(): void;
}

/** Exported by `scene/index.ts` as `createFlowScene`. Throws when WebGL 2 is not to be had. */
export type CreateFlowScene = (canvas: HTMLCanvasElement, init: SceneInit) => FlowScene;
