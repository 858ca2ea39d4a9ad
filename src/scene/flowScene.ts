import { Camera as ThreeCamera, type Scene, WebGLRenderer } from 'three';
import { epochOf, secondsInEpoch } from '../core/flow';
import type { LayoutResult } from '../core/model/layout';
import type { TrafficView } from '../core/model/view';
import { toScreen, toWorld, type Viewport } from './camera';
import { createCameraRig } from './cameraRig';
import { openContext, rendererName, watchContext } from './context';
import { alongCurve, edgeCurve, nodeRadius } from './curves';
import { comingCamera, leavingCamera, type Drill } from './drill';
import { isSameEmphasis } from './emphasis';
import { createFrameReplay } from './frameReplay';
import { showParts } from './layerParts';
import { createLevels, type Levels } from './levels';
import { createAtlas, type GlyphAtlas } from './labels/atlas';
import { createShaper } from './labels/shape';
import { between } from './nodeRows';
import { legibleParticles, particlesPerUnit, requestsAtMost } from './particleDensity';
import { pickAt } from './picking';
import { prepareShaders } from './prepareShaders';
import { createGovernor, glowOf, isSoftware, QUALITY_STEPS, SOFTWARE_STEP } from './quality';
import type { StageContext } from './stage';
import { createFrameMeter, NO_STATISTICS } from './statistics';
import { createStillPictures } from './stillPictures';
import { paletteOf } from './theme';
import { createWay, DRILL_SECONDS, easeOut } from './transition';
import type { CreateFlowScene, FlowScene, SceneEmphasis } from './types';
import { frameNumbers, sharedUniforms } from './uniforms';

/** Seconds between choices of labels while the camera moves. */
const LABELS_EVERY = 0.12;

/** Particles whose density changes by less than this factor stay as they are when the picture's size changes. */
const DENSITY_SLACK = 1.2;

export const createFlowScene: CreateFlowScene = (canvas, init) => {
  const gl = openContext(canvas);
  const renderer = new WebGLRenderer({ canvas, context: gl });
  renderer.sortObjects = false;
  renderer.autoClear = false;
  renderer.info.autoReset = false;
  const eye = new ThreeCamera();
  eye.matrixWorldAutoUpdate = false;
  showParts(eye, 'all');
  const shared = sharedUniforms();
  const pictures = createStillPictures(renderer, eye, shared);
  const replay = createFrameReplay(gl, frameNumbers(shared));
  const rig = createCameraRig();
  const meter = createFrameMeter();
  const drillWay = createWay(DRILL_SECONDS);
  let { theme, options } = init;
  const fixedStep = init.qualityStep;
  const governor = createGovernor(
    fixedStep ?? (isSoftware(rendererName(gl)) ? SOFTWARE_STEP : 0),
    () => options.frameRateLimit
  );
  let palette = paletteOf(theme);
  let emphasis: SceneEmphasis = {};
  let viewport: Viewport = { width: 1, height: 1, pixelRatio: 1 };
  let atlas: GlyphAtlas = createAtlas(theme.fontFamily);
  let shape = createShaper(atlas);
  let stage: Levels = createLevels(shared, init.allDetail === true);
  let leaving: { readonly stage: Levels; readonly drill: Drill } | undefined;
  let perUnit = 1;
  let labelsStale = true;
  let labelsAt = -Infinity;
  let drawnAt = 0;
  let clockAt = 0;
  let moved = false;
  let disposed = false;
  let toldFar = false;
  let shownView: TrafficView | undefined;
  /** Something else than time has changed since the last frame. */
  let touched = true;
  const touch = () => {
    labelsStale = true;
    touched = true;
  };

  const densityFor = (layout: LayoutResult) => init.particlesPerUnit ?? particlesPerUnit(layout.bounds, viewport);
  const most = () => (init.particlesPerUnit === undefined ? legibleParticles(viewport) : Infinity);
  const quality = () => QUALITY_STEPS[governor.step()];
  /** Where what stands still is not drawn every frame: nothing but particles moves then. */
  const holdsStill = () => governor.step() >= SOFTWARE_STEP;
  const stageContext = (): StageContext => ({
    options,
    format: init.format,
    emphasis,
    particles: Math.min(requestsAtMost(options), most()),
    perUnit,
    particlePart: quality().particles,
  });
  const applyLook = () => {
    shared.uPalette.value.set(palette.colours);
    shared.uDark.value = palette.dark ? 1 : 0;
    shared.uParticleSize.value = options.particleSize;
    shared.uAlways.value = options.reducedMotion ? 1 : 0;
    shared.uAtlas.value = atlas.texture;
    shared.uAtlasSize.value.set(atlas.side, atlas.side);
  };
  const applySize = () => {
    const ratio = Math.min(viewport.pixelRatio, quality().pixelRatio);
    renderer.setPixelRatio(ratio);
    renderer.setSize(viewport.width, viewport.height, false);
    shared.uPixel.value.set(2 / viewport.width, 2 / viewport.height);
    shared.uPixelRatio.value = ratio;
  };
  const fit = (ease: boolean) => {
    if (stage.view()) {
      rig.fit(stage.bounds(), viewport, ease && !options.reducedMotion);
    }
    touch();
  };
  const makeAtlas = (fontFamily: string) => {
    atlas.dispose();
    atlas = createAtlas(fontFamily);
    shape = createShaper(atlas);
    touch();
  };
  const setAgain = (ease: boolean) => {
    const view = stage.view();
    const layout = stage.layout();
    if (view && layout) {
      stage.refresh(stageContext(), { camera: rig.goal(), viewport }, ease && !options.reducedMotion);
      touch();
    }
  };
  /** Tells the owner when what is drawn changes from the view that it set to one from afar, or back. */
  const tellShown = () => {
    const shown = stage.shown();
    shownView = shown?.view;
    if (shown && (shown.view.aggregated !== undefined || toldFar)) {
      toldFar = shown.view.aggregated !== undefined;
      init.onShown?.(shown.view, shown.layout);
    }
  };
  const noticeLevel = () => {
    if (stage.shownView() !== shownView) {
      touch();
      tellShown();
    }
  };
  const endDrill = () => {
    leaving?.stage.dispose();
    leaving = undefined;
    drillWay.finish();
  };
  const applyQuality = () => {
    touch();
    if (!holdsStill()) {
      pictures.free();
    }
    applySize();
    applyLook();
    setAgain(true);
  };
  applyLook();

  const setTime = (seconds: number) => {
    const moving = options.reducedMotion ? 0 : seconds;
    shared.uTime.value = secondsInEpoch(moving);
    shared.uEpoch.value = epochOf(moving);
    shared.uPulse.value = options.reducedMotion || holdsStill() ? 0 : Math.sin(seconds * 2.6);
  };
  const drawScene = (scene: Scene) => renderer.render(scene, eye);
  const drawFlow = (scene: Scene) => pictures.draw(scene, palette.background);
  const flows = () => !options.reducedMotion && stage.particles() > 0;
  const render = (seconds: number, steady: boolean) => {
    renderer.info.reset();
    const camera = rig.now();
    if (steady) {
      stage.render(camera, viewport, 1, drawFlow);
      return;
    }
    pictures.outdate();
    const [red, green, blue] = palette.background;
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (leaving && drillWay.moving()) {
      const part = easeOut(drillWay.at(seconds));
      leaving.stage.advance(seconds);
      leaving.stage.render(leavingCamera(leaving.drill, part), viewport, 1 - part, drawScene);
      stage.render(comingCamera(leaving.drill, camera, part), viewport, part, drawScene);
    } else {
      stage.render(camera, viewport, 1, drawScene);
    }
  };
  const renderAnew = () => render(drawnAt, false);
  const renderAgain = () => render(drawnAt, holdsStill() && flows());
  const draw = (seconds: number): boolean => {
    if (disposed || context.lost()) {
      return false;
    }
    const begun = performance.now();
    const interval = Math.min(seconds - drawnAt, (begun - clockAt) / 1000);
    if (moved && fixedStep === undefined && governor.frame(interval)) {
      applyQuality();
    }
    drawnAt = seconds;
    clockAt = begun;
    setTime(seconds);
    const cameraMoves = rig.advance(seconds);
    if (stage.isOther(rig.goal().scale)) {
      stage.choose({ camera: rig.goal(), viewport }, stageContext(), !options.reducedMotion);
      noticeLevel();
    }
    if (labelsStale && !stage.choosing() && (seconds - labelsAt >= LABELS_EVERY || seconds < labelsAt)) {
      stage.placeLabels({ camera: rig.goal(), viewport }, stageContext(), { shape, atlas });
      labelsAt = seconds;
      labelsStale = false;
      touched = true;
    }
    const eases = stage.advance(seconds);
    noticeLevel();
    shared.uGlow.value = glowOf(quality(), stage.particles());
    drillWay.at(seconds);
    if (leaving && !drillWay.moving()) {
      endDrill();
    }
    const changes = touched || eases || cameraMoves || leaving !== undefined;
    touched = false;
    if (changes) {
      replay.other(renderAnew);
    } else {
      replay.same(renderAgain);
    }
    meter.frame(performance.now() - begun, moved ? interval : 0);
    moved = eases || cameraMoves || leaving !== undefined || labelsStale || flows();
    return moved;
  };
  const context = watchContext(canvas, (lost) => {
    init.onContextLost(lost);
    replay.forget();
    pictures.free();
    touch();
    if (!lost) {
      draw(drawnAt);
    }
  });

  if (document.fonts?.status === 'loading') {
    // Glyphs that were drawn before their font came are drawn again.
    void document.fonts.ready.then(() => {
      if (!disposed) {
        makeAtlas(theme.fontFamily);
        applyLook();
      }
    });
  }

  const scene: FlowScene = {
    async prepare() {
      const wanted = () => !disposed && !context.lost();
      if (wanted()) {
        await prepareShaders(renderer, stage.scene(), eye, wanted);
      }
    },
    setView(view, layout, transition) {
      const still = options.reducedMotion || transition.kind === 'none' || stage.view() === undefined;
      const eases = !still && transition.kind === 'ease';
      if (!eases) {
        // New rates, or the layout of what was placed roughly, may come while a drill is under way: that goes on.
        endDrill();
      }
      perUnit = densityFor(layout);
      const drills = !still && (transition.kind === 'in' || transition.kind === 'out');
      const from = rig.now();
      const outgoing = stage;
      if (drills) {
        stage = createLevels(shared, init.allDetail === true);
      }
      stage.setView(view, layout, stageContext(), eases, (bounds) => {
        if (transition.kind === 'in' || transition.kind === 'out' || rig.fitted()) {
          rig.fit(bounds(), viewport, eases);
        }
        return { camera: rig.goal(), viewport };
      });
      if (drills) {
        const inwards = transition.kind === 'in';
        const [x, y] = (inwards ? outgoing : stage).placeOf(transition.nodeId) ?? [from.x, from.y];
        leaving = { stage: outgoing, drill: { inwards, x, y, from } };
        drillWay.begin();
      }
      touch();
      tellShown();
    },
    setTheme(next) {
      if (next.fontFamily !== theme.fontFamily) {
        makeAtlas(next.fontFamily);
      }
      theme = next;
      palette = paletteOf(theme);
      applyLook();
      touch();
    },
    setOptions(next) {
      options = next;
      applyLook();
      setAgain(true);
    },
    setEmphasis(next) {
      if (isSameEmphasis(emphasis, next)) {
        return;
      }
      emphasis = next;
      stage.setEmphasis(stageContext(), !options.reducedMotion);
      touch();
    },
    resize(width, height, pixelRatio, insets) {
      const sameSize = width === viewport.width && height === viewport.height;
      viewport = { width: Math.max(1, width), height: Math.max(1, height), pixelRatio, insets };
      applySize();
      const layout = stage.layout();
      const wanted = layout ? densityFor(layout) : perUnit;
      if (Math.abs(Math.log(wanted / perUnit)) > Math.log(DENSITY_SLACK)) {
        perUnit = wanted;
        setAgain(true);
      }
      if (rig.fitted()) {
        // The frame of the picture stands still where only what lies over it changes.
        fit(sameSize);
      }
      touch();
    },
    draw,
    pick: (x, y) => pickAt(stage.picture(rig.now(), viewport), x, y),
    nodeOnScreen(row) {
      const { nodes, part, camera } = stage.picture(rig.now(), viewport);
      const at = toScreen(
        camera,
        viewport,
        between(nodes.placeFrom[row * 2], nodes.placeTo[row * 2], part),
        between(nodes.placeFrom[row * 2 + 1], nodes.placeTo[row * 2 + 1], part)
      );
      return { ...at, radius: nodeRadius(nodes, row, part, camera.scale) * camera.scale };
    },
    edgeOnScreen(row) {
      const { nodes, edges, part, camera } = stage.picture(rig.now(), viewport);
      const at = alongCurve(edgeCurve(nodes, edges, row, part, camera.scale), 0.5);
      return toScreen(camera, viewport, at.x, at.y);
    },
    fit(immediately = false) {
      fit(!immediately);
    },
    zoomBy(factor, x, y) {
      rig.zoom(viewport, factor, x, y);
      touch();
    },
    panBy(dx, dy) {
      rig.pan(dx, dy);
      touch();
    },
    reveal(rows) {
      if (rows.length > 0) {
        rig.go(stage.cameraTo(rows, { camera: rig.now(), viewport }), !options.reducedMotion);
        touch();
      }
    },
    moveNode(row, x, y) {
      const at = toWorld(rig.now(), viewport, x, y);
      stage.moveNode(row, at.x, at.y);
      touch();
      return [at.x, at.y];
    },
    statistics() {
      if (disposed) {
        return NO_STATISTICS;
      }
      const { render: drawn, memory, programs } = renderer.info;
      return {
        framesPerSecond: meter.framesPerSecond(),
        scriptMs: meter.scriptMs(),
        drawCalls: drawn.calls,
        particles: stage.particles(),
        nodes: stage.shown()?.view.nodes.count ?? 0,
        edges: stage.edgeCount(),
        qualityStep: governor.step(),
        geometries: memory.geometries,
        textures: memory.textures,
        programs: programs?.length ?? 0,
      };
    },
    dispose() {
      if (disposed) {
        return;
      }
      context.dispose();
      endDrill();
      stage.dispose();
      atlas.dispose();
      pictures.free();
      disposed = true;
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
  return scene;
};
