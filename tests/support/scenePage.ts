import { computeLayout, layoutInput } from '../../src/core/layout';
import type { LayoutName } from '../../src/core/model/layout';
import type { TrafficView } from '../../src/core/model/view';
import { createFlowScene } from '../../src/scene';
import type { FlowScene, SceneEmphasis, SceneOptions, SceneTransition } from '../../src/scene/types';
import type { GraphSize } from './graphs';
import { graphView } from './scenePageViews';
import { DARK, LIGHT } from './scenePageThemes';
import { SCENARIOS, type ScenarioName } from './scenePageScenarios';

export const OPTIONS: SceneOptions = {
  maximumParticles: 40_000,
  particleSize: 5,
  density: 'log',
  speed: 'latency',
  edgeLabel: 'none',
  showLabels: true,
  sizeByTraffic: false,
  frameRateLimit: 0,
  reducedMotion: false,
};

export interface PageSetup {
  readonly width?: number;
  readonly height?: number;
  readonly pixelRatio?: number;
  readonly theme?: 'dark' | 'light';
  readonly options?: Partial<SceneOptions>;
  readonly layout?: LayoutName;
  /** 0, full quality, unless told; pictures that compare do not adapt. */
  readonly quality?: number | 'adaptive';
  readonly view: { readonly size: GraphSize; readonly seed: number } | { readonly scenario: ScenarioName };
}

const layouts = new Map<TrafficView, ReturnType<typeof computeLayout>>();
let scene: FlowScene | undefined;
let canvas: HTMLCanvasElement | undefined;
let view: TrafficView | undefined;
let setup: PageSetup | undefined;
const contextEvents: boolean[] = [];

function layoutOf(next: TrafficView): ReturnType<typeof computeLayout> {
  const known = layouts.get(next);
  if (known) {
    return known;
  }
  const made = computeLayout(setup?.layout ?? 'layered', layoutInput(next), {
    aspect: (setup?.width ?? 1280) / (setup?.height ?? 720),
  });
  layouts.set(next, made);
  return made;
}

function viewNamed(name: PageSetup['view'], round = 0): TrafficView {
  return 'scenario' in name ? SCENARIOS[name.scenario]() : graphView(name.size, name.seed, round);
}

function required(): { scene: FlowScene; canvas: HTMLCanvasElement; view: TrafficView } {
  if (!scene || !canvas || !view) {
    throw new Error('scene page: nothing is mounted');
  }
  return { scene, canvas, view };
}

/** What tests call in the page. Pixels are read in the frame in which they are drawn. */
const page = {
  mount(next: PageSetup) {
    setup = next;
    canvas = document.createElement('canvas');
    canvas.style.cssText = `display:block;width:${next.width ?? 1280}px;height:${next.height ?? 720}px`;
    document.body.replaceChildren(canvas);
    scene = createFlowScene(canvas, {
      theme: next.theme === 'light' ? LIGHT : DARK,
      options: { ...OPTIONS, ...next.options },
      format: {
        rate: (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} req/s`,
        ratio: (value) => `${(value * 100).toFixed(1)}%`,
        seconds: (value) => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(2)} s`),
      },
      onContextLost: (lost) => contextEvents.push(lost),
      qualityStep: next.quality === 'adaptive' ? undefined : (next.quality ?? 0),
    });
    scene.resize(next.width ?? 1280, next.height ?? 720, next.pixelRatio ?? 1);
    view = viewNamed(next.view);
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
  theme(name: 'dark' | 'light') {
    required().scene.setTheme(name === 'light' ? LIGHT : DARK);
  },
  options(options: Partial<SceneOptions>) {
    required().scene.setOptions({ ...OPTIONS, ...setup?.options, ...options });
  },
  emphasis(emphasis: SceneEmphasis) {
    required().scene.setEmphasis(emphasis);
  },
  hover(row: number) {
    required().scene.setEmphasis({ hovered: { kind: 'node', row, id: required().view.nodes.ids[row] } });
  },
  draw: (seconds: number) => required().scene.draw(seconds),
  /** Draws, and gives width, height and red, green, blue, alpha of all pixels, top line first. */
  pixels(seconds: number): { width: number; height: number; data: number[] } {
    const { scene: drawn, canvas: surface } = required();
    drawn.draw(seconds);
    const gl = surface.getContext('webgl2')!;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const data = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, data);
    return { width, height, data: Array.from(data) };
  },
  glError: () => required().canvas.getContext('webgl2')!.getError(),
  pick: (x: number, y: number) => required().scene.pick(x, y),
  nodeOnScreen: (row: number) => required().scene.nodeOnScreen(row),
  edgeOnScreen: (row: number) => required().scene.edgeOnScreen(row),
  resize: (width: number, height: number, ratio: number) => required().scene.resize(width, height, ratio),
  fit: () => required().scene.fit(true),
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
};

export type ScenePage = typeof page;

Object.assign(window, { page });
