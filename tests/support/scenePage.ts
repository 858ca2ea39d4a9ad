import { computeLayout, layoutInput, quickPlacement } from '../../src/core/layout';
import { boundsOf } from '../../src/core/layout/bounds';
import { STATE_DANGER } from '../../src/core/model/state';
import type { LayoutName } from '../../src/core/model/layout';
import type { TrafficView } from '../../src/core/model/view';
import { createFlowScene } from '../../src/scene';
import { fitAspect } from '../../src/scene/camera';
import { createFrameLoop } from '../../src/scene/loop';
import type { FlowScene, SceneEmphasis, SceneOptions, SceneTheme, SceneTransition } from '../../src/scene/types';
import type { GraphSize } from './graphs';
import { everySecond, graphView } from './scenePageViews';
import { THEMES, type ThemeName } from './scenePageThemes';
import { SCENARIOS, type ScenarioName } from './scenePageScenarios';
import { SCENE_OPTIONS } from './sceneOptions';

export const OPTIONS: SceneOptions = { ...SCENE_OPTIONS, maximumParticles: 40_000, particleSize: 6 };

export interface PageSetup {
  readonly width?: number;
  readonly height?: number;
  readonly pixelRatio?: number;
  readonly theme?: ThemeName;
  /** Instead of the theme's own; pictures that are stored name fonts that the tests install. */
  readonly fontFamily?: string;
  readonly options?: Partial<SceneOptions>;
  readonly layout?: LayoutName;
  /** x and y of each node in world units, instead of a layout. */
  readonly positions?: readonly number[];
  /** Particles a world unit of the busiest edge, for measurements. */
  readonly particlesPerUnit?: number;
  /** 0, full quality, unless told; pictures that compare do not adapt. */
  readonly quality?: number | 'adaptive';
  /** Every node by itself, for measurements. */
  readonly allDetail?: boolean;
  readonly view: GraphRequest | { readonly scenario: ScenarioName };
}

export interface GraphRequest {
  readonly size: GraphSize | readonly [number, number];
  readonly seed: number;
  /** Without groups. */
  readonly flat?: boolean;
}

/** What may change besides the rates. */
export interface PageChange {
  readonly theme?: ThemeName;
  readonly width?: number;
  /** Row of a node. */
  readonly selected?: number;
}

const layouts = new Map<TrafficView, ReturnType<typeof computeLayout>>();
let scene: FlowScene | undefined;
let canvas: HTMLCanvasElement | undefined;
const canvases: HTMLCanvasElement[] = [];
const scenes: Array<WeakRef<FlowScene>> = [];
let view: TrafficView | undefined;
let shown: TrafficView | undefined;
let setup: PageSetup | undefined;
let prepared: TrafficView | undefined;
const contextEvents: boolean[] = [];
const kept = new Map<string, Uint8Array>();

/** GPU objects that were made and not deleted, counted at the browser's own functions. */
const live = { buffers: 0, textures: 0, programs: 0, vertexArrays: 0, framebuffers: 0, renderbuffers: 0 };
/** Texels of each upload to a texture since counting began. */
let uploads: number[] | undefined;
const subImage = WebGL2RenderingContext.prototype.texSubImage2D as (...all: unknown[]) => void;
(WebGL2RenderingContext.prototype as unknown as Record<string, unknown>).texSubImage2D = function (...all: unknown[]) {
  uploads?.push(Number(all[4]) * Number(all[5]));
  subImage.apply(this, all);
};

const COUNTED = {
  Buffer: 'buffers',
  Texture: 'textures',
  Program: 'programs',
  VertexArray: 'vertexArrays',
  Framebuffer: 'framebuffers',
  Renderbuffer: 'renderbuffers',
} as const;
for (const [kind, key] of Object.entries(COUNTED)) {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...all: unknown[]) => unknown>;
  const [make, free] = [prototype[`create${kind}`], prototype[`delete${kind}`]];
  prototype[`create${kind}`] = function (...all) {
    live[key]++;
    return make.apply(this, all);
  };
  prototype[`delete${kind}`] = function (...all) {
    live[key] -= all[0] ? 1 : 0;
    return free.apply(this, all);
  };
}

/** What the scene tells the GPU, counted at the browser's own functions. */
const told = { draws: 0, uploads: 0, palettes: 0 };
/** Whether draw calls reach the GPU: what counts objects alone need not wait for pixels. */
let painting = true;
const COUNTED_CALLS: Readonly<Record<keyof typeof told, readonly string[]>> = {
  draws: ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements'],
  uploads: ['bufferData', 'bufferSubData', 'texImage2D', 'texSubImage2D', 'texStorage2D', 'compressedTexImage2D'],
  /** three tells each program its palette in every frame that it draws. */
  palettes: ['uniform3fv'],
};
for (const [kind, names] of Object.entries(COUNTED_CALLS)) {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<string, (...all: unknown[]) => unknown>;
  for (const name of names) {
    const call = prototype[name];
    prototype[name] = function (...all) {
      told[kind as keyof typeof told]++;
      return painting || kind !== 'draws' ? call.apply(this, all) : undefined;
    };
  }
}

const aspectOf = (asked: PageSetup | undefined) => fitAspect(asked?.width ?? 1280, asked?.height ?? 720);

function layoutOf(next: TrafficView): ReturnType<typeof computeLayout> {
  const known = layouts.get(next);
  if (known) {
    return known;
  }
  const places = setup?.positions && Float32Array.from(setup.positions);
  const made = places
    ? { positions: places, bounds: boundsOf(places) }
    : computeLayout(setup?.layout ?? 'layered', layoutInput(next), { aspect: aspectOf(setup) });
  layouts.set(next, made);
  return made;
}

function viewNamed(name: PageSetup['view'], round = 0): TrafficView {
  return 'scenario' in name ? SCENARIOS[name.scenario]() : graphView(name.size, name.seed, round, name.flat);
}

function themeOf(name: ThemeName = 'dark'): SceneTheme {
  const theme = THEMES[name];
  return { ...theme, fontFamily: setup?.fontFamily ?? theme.fontFamily };
}

function required(): { scene: FlowScene; canvas: HTMLCanvasElement; view: TrafficView } {
  if (!scene || !canvas || !view) {
    throw new Error('scene page: nothing is mounted');
  }
  return { scene, canvas, view };
}

function task(work: () => void): Promise<void> {
  return new Promise((resolve) =>
    setTimeout(() => {
      work();
      resolve();
    })
  );
}

/** What tests call in the page. Pixels are read in the frame in which they are drawn. */
const page = {
  mount(next: PageSetup) {
    setup = next;
    canvas = document.createElement('canvas');
    canvas.style.cssText = `display:block;width:${next.width ?? 1280}px;height:${next.height ?? 720}px`;
    canvases.push(canvas);
    document.body.replaceChildren(canvas);
    scene = createFlowScene(canvas, {
      theme: themeOf(next.theme),
      options: { ...OPTIONS, ...next.options },
      format: {
        rate: (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} req/s`,
        change: (part) => `${part < 0 ? '−' : '+'}${Math.round(Math.abs(part) * 100)}%`,
        bytes: (value) => `${Math.round(value)} B/s`,
        ratio: (value) => `${(value * 100).toFixed(1)}%`,
        seconds: (value) => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(2)} s`),
      },
      onContextLost: (lost) => contextEvents.push(lost),
      particlesPerUnit: next.particlesPerUnit,
      allDetail: next.allDetail,
      onShown: (drawn) => (shown = drawn),
      qualityStep: next.quality === 'adaptive' ? undefined : (next.quality ?? 0),
    });
    scenes.push(new WeakRef(scene));
    scene.resize(next.width ?? 1280, next.height ?? 720, next.pixelRatio ?? 1);
    view = prepared ?? viewNamed(next.view);
    prepared = undefined;
    scene.setView(view, layoutOf(view), { kind: 'none' });
  },
  update(round: number, transition: SceneTransition) {
    view = viewNamed(required() && setup!.view, round);
    const before = [...layouts.values()].pop();
    if (before && before.positions.length === view.nodes.count * 2) {
      layouts.set(view, before);
    }
    required().scene.setView(view, layoutOf(view), transition);
  },
  go(name: PageSetup['view'], transition: SceneTransition) {
    view = viewNamed(name);
    required().scene.setView(view, layoutOf(view), transition);
  },
  theme(name: ThemeName) {
    required().scene.setTheme(themeOf(name));
  },
  options(options: Partial<SceneOptions>) {
    required().scene.setOptions({ ...OPTIONS, ...setup?.options, ...options });
  },
  countUploads() {
    uploads = [];
  },
  uploadedTexels() {
    return uploads ?? [];
  },
  moveNode(row: number, x: number, y: number) {
    return required().scene.moveNode(row, x, y);
  },
  emphasis(emphasis: SceneEmphasis) {
    required().scene.setEmphasis(emphasis);
  },
  pin(ids: readonly string[]) {
    required().scene.setEmphasis({ pinned: new Set(ids) });
  },
  hover(row: number) {
    required().scene.setEmphasis({ hovered: { kind: 'node', row, id: required().view.nodes.ids[row] } });
  },
  draw: (seconds: number) => required().scene.draw(seconds),
  /** Draws frames at these times; how many draw calls, uploads and uniforms of palettes they made. */
  drawMany(from: number, step: number, frames: number): typeof told {
    const before = { ...told };
    for (let frame = 0; frame < frames; frame++) {
      required().scene.draw(from + frame * step);
    }
    return {
      draws: told.draws - before.draws,
      uploads: told.uploads - before.uploads,
      palettes: told.palettes - before.palettes,
    };
  },
  /** Draws at the display's rate until there were this many frames and this many seconds; frames a second. */
  run(frames: number, least = 0): Promise<number> {
    const begun = performance.now();
    return new Promise((resolve) => {
      let drawn = 0;
      const loop = createFrameLoop(
        (seconds) => {
          const moves = required().scene.draw(seconds);
          const passed = (performance.now() - begun) / 1000;
          drawn++;
          if (drawn >= frames && passed >= least) {
            loop.stop();
            resolve(drawn / passed);
          }
          return moves;
        },
        { request: (frame) => requestAnimationFrame(frame), cancel: (handle) => cancelAnimationFrame(handle) }
      );
      loop.wake();
    });
  },
  /** Generates the graph and its quick placement, so that what follows is the scene's own work. */
  prepare(next: PageSetup) {
    setup = next;
    prepared = viewNamed(next.view);
    layouts.set(prepared, quickPlacement(next.layout ?? 'layered', layoutInput(prepared), { aspect: aspectOf(next) }));
  },
  /** Gives the scene the final layout of what was placed quickly. */
  relayout() {
    const { scene: drawn, view: placed } = required();
    layouts.delete(placed);
    drawn.setView(placed, layoutOf(placed), { kind: 'ease' });
  },
  /** From data to the first frame, as tasks of their own, whose script the browser counts. */
  async firstFrame(next: PageSetup): Promise<void> {
    await task(() => page.mount(next));
    await page.prepareShaders();
    await task(() => required().scene.draw(0));
  },
  prepareShaders: () => required().scene.prepare(),
  /** Waits until the GPU has drawn all that it was told. */
  finish() {
    const gl = required().canvas.getContext('webgl2')!;
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  },
  /** From now on nothing is rasterized: scripts do all that they do otherwise, and need not wait for the picture. */
  discardPixels() {
    const gl = required().canvas.getContext('webgl2')!;
    gl.enable(gl.RASTERIZER_DISCARD);
  },
  /** From now on no draw call reaches the GPU: without one, a million particles take seconds a frame. */
  withholdDraws() {
    painting = false;
  },
  /** Makes new rates for `applyUpdate`, as a worker hands them over: no joined strings that are yet to be made whole. */
  prepareUpdate(round: number) {
    prepared = structuredClone(viewNamed(setup!.view, round));
    const cells = prepared.nodes.count * 2;
    // After a filter, that of the whole map before it.
    const layout = [...layouts.values()].reverse().find(({ positions }) => positions.length === cells);
    layouts.set(prepared, layout ?? layoutOf(required().view));
  },
  /** Makes the view for `applyUpdate` that has every second service only, where these are. */
  prepareFilter() {
    const whole = viewNamed(setup!.view);
    prepared = structuredClone(everySecond(whole));
    const { positions, bounds } = layoutOf(required().view);
    const rows = whole.nodes.ids.flatMap((_, row) => (row % 2 === 0 ? [row] : []));
    layouts.set(prepared, {
      positions: Float32Array.from(rows.flatMap((row) => [...positions.subarray(row * 2, row * 2 + 2)])),
      bounds,
    });
  },
  /** Gives the prepared rates to the scene, as a task of its own. */
  applyUpdate(): Promise<void> {
    return task(() => {
      view = prepared ?? required().view;
      prepared = undefined;
      required().scene.setView(view, layoutOf(view), { kind: 'ease' });
    });
  },
  /** Changes something else, as a task of its own. */
  applyChange(change: PageChange): Promise<void> {
    return task(() => {
      if (change.theme !== undefined) {
        page.theme(change.theme);
      }
      if (change.width !== undefined) {
        required().scene.resize(change.width, setup?.height ?? 720, 1);
      }
      if (change.selected !== undefined) {
        const id = required().view.nodes.ids[change.selected];
        required().scene.setEmphasis({ selected: { kind: 'node', row: change.selected, id } });
      }
    });
  },
  /** Draws a frame, as a task of its own; how many uploads it made. */
  async drawAsTask(seconds: number): Promise<number> {
    const before = told.uploads;
    await task(() => required().scene.draw(seconds));
    return told.uploads - before;
  },
  /** Draws, and keeps the frame's pixels under a name; true while something moves. */
  keep(name: string, seconds: number): boolean {
    const { scene: drawn, canvas: surface } = required();
    const moves = drawn.draw(seconds);
    const gl = surface.getContext('webgl2')!;
    const data = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4);
    gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, data);
    kept.set(name, data);
    return moves;
  },
  /** Draws, and gives the frame as a data address of a PNG. */
  picture(seconds: number): string {
    const { scene: drawn, canvas: surface } = required();
    drawn.draw(seconds);
    return surface.toDataURL('image/png');
  },
  /** Pixels of two kept frames in which a channel differs by more than the tolerance. */
  differing(one: string, other: string, tolerance = 0): number {
    const [a, b] = [kept.get(one)!, kept.get(other)!];
    let count = a.length === b.length ? 0 : Infinity;
    for (let at = 0; at < a.length; at += 4) {
      const far = Math.max(Math.abs(a[at] - b[at]), Math.abs(a[at + 1] - b[at + 1]), Math.abs(a[at + 2] - b[at + 2]));
      count += far > tolerance ? 1 : 0;
    }
    return count;
  },
  /** Pixels of a kept frame within a square (CSS pixels at ratio 1) that are close to a colour. */
  near(
    name: string,
    colour: readonly [number, number, number],
    x: number,
    y: number,
    half: number,
    tolerance = 40
  ): number {
    const data = kept.get(name)!;
    const { width, height } = required().canvas;
    let count = 0;
    for (let line = Math.max(0, Math.round(y - half)); line < Math.min(height, y + half); line++) {
      for (let column = Math.max(0, Math.round(x - half)); column < Math.min(width, x + half); column++) {
        const at = ((height - 1 - line) * width + column) * 4;
        count += colour.every((value, channel) => Math.abs(data[at + channel] - value) < tolerance) ? 1 : 0;
      }
    }
    return count;
  },
  /** Of each column of a rectangle of a kept frame (CSS pixels at ratio 1), how many pixels are close to a colour. */
  columns(
    name: string,
    colour: readonly [number, number, number],
    { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  ): number[] {
    return Array.from({ length: Math.round(width) }, (_, column) => {
      let count = 0;
      for (let line = 0; line < height; line++) {
        const seen = page.colourAt(name, Math.round(x) + column, Math.round(y) + line);
        count += colour.every((value, channel) => Math.abs(seen[channel] - value) < 40) ? 1 : 0;
      }
      return count;
    });
  },
  /** Red, green and blue of one pixel of a kept frame. */
  colourAt(name: string, x: number, y: number): readonly [number, number, number] {
    const { width, height } = required().canvas;
    const at = ((height - 1 - Math.round(y)) * width + Math.round(x)) * 4;
    const [red, green, blue] = kept.get(name)!.subarray(at, at + 3);
    return [red, green, blue];
  },
  glError: () => required().canvas.getContext('webgl2')!.getError(),
  pick: (x: number, y: number) => required().scene.pick(x, y),
  nodeOnScreen: (row: number) => required().scene.nodeOnScreen(row),
  edgeOnScreen: (row: number) => required().scene.edgeOnScreen(row),
  resize: (width: number, height: number, ratio: number) => required().scene.resize(width, height, ratio),
  fit: () => required().scene.fit(true),
  reveal: (rows: readonly number[]) => required().scene.reveal(rows),
  /** What is drawn of a view: how many services in all, and a group in danger. */
  shown: () => {
    const { nodes } = shown ?? required().view;
    const row = nodes.kinds.findIndex((kind, index) => kind === 'group' && nodes.states[index] === STATE_DANGER);
    return { members: nodes.members.reduce((sum, count) => sum + count, 0), danger: { row, id: nodes.ids[row] } };
  },
  zoomBy: (factor: number, x: number, y: number) => required().scene.zoomBy(factor, x, y),
  panBy: (dx: number, dy: number) => required().scene.panBy(dx, dy),
  statistics: () => required().scene.statistics(),
  ids: () => ({ nodes: required().view.nodes.ids, edges: required().view.edges.ids }),
  contextEvents: () => contextEvents,
  loseContext() {
    const extension = required().canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    extension.loseContext();
    return new Promise<void>((resolve) =>
      setTimeout(() => {
        extension.restoreContext();
        setTimeout(resolve, 50);
      }, 50)
    );
  },
  dispose: () => required().scene.dispose(),
  live: () => ({ ...live }),
  /** Canvases that hold a WebGL context which was not given back. */
  contexts: () => canvases.filter((each) => each.getContext('webgl2')?.isContextLost() === false).length,
  /** Scenes that are still in memory after a garbage collection. */
  scenesInMemory: () => scenes.filter((each) => each.deref() !== undefined).length,
  /** Mounts, draws, updates, draws and disposes, so many times; all but the first tell the GPU everything except to paint. */
  cycle(next: PageSetup, times: number) {
    for (let time = 0; time < times; time++) {
      painting = time === 0;
      page.mount(next);
      page.draw(0);
      page.update(1 + (time % 3), { kind: 'ease' });
      page.draw(1);
      page.dispose();
    }
    painting = true;
  },
};

export type ScenePage = typeof page;

Object.assign(window, { page });
