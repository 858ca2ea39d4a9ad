import { Camera as ThreeCamera, WebGLRenderer } from 'three';
import { EPOCH_SECONDS } from '../core/flow';
import { fitCamera, mixCameras, panCamera, toScreen, zoomCamera, type Camera, type Viewport } from './camera';
import { alongCurve, edgeCurve, nodeRadius } from './curves';
import { createAtlas, type GlyphAtlas } from './labels/atlas';
import { createShaper } from './labels/shape';
import { between } from './nodeRows';
import { particlesPerUnit } from './particleDensity';
import { pickAt } from './picking';
import { createStage, type Stage, type StageContext } from './stage';
import { paletteOf } from './theme';
import { CAMERA_SECONDS, createWay, DRILL_SECONDS, easeInOut, easeOut } from './transition';
import type { CreateFlowScene, SceneEmphasis } from './types';
import { sharedUniforms } from './uniforms';

export type * from './types';

export const createFlowScene: CreateFlowScene = (canvas, init) => {
  const context = canvas.getContext('webgl2', { antialias: false, alpha: false, depth: false, stencil: false });
  if (!context) {
    throw new Error('scene: this browser gives no WebGL 2 context; it may be switched off, or too many are open');
  }
  const renderer = new WebGLRenderer({ canvas, context });
  renderer.sortObjects = false;
  renderer.autoClear = false;
  const eye = new ThreeCamera();
  eye.matrixWorldAutoUpdate = false;
  const shared = sharedUniforms();
  let { theme, options } = init;
  let palette = paletteOf(theme);
  let emphasis: SceneEmphasis = {};
  let viewport: Viewport = { width: 1, height: 1, pixelRatio: 1 };
  let atlas: GlyphAtlas = createAtlas(theme.fontFamily);
  let shape = createShaper(atlas);
  let stage: Stage = createStage(shared);
  let leaving: Stage | undefined;
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  let cameraFrom = camera;
  let cameraTo = camera;
  const cameraWay = createWay(CAMERA_SECONDS);
  const drillWay = createWay(DRILL_SECONDS);
  let drill = { inwards: true, x: 0, y: 0, from: camera };
  let fitted = true;
  let perUnit = 1;
  let labelsStale = true;
  let lastSeconds = 0;
  let lastLabels = -Infinity;
  let disposed = false;
  let lost = false;

  const stageContext = (): StageContext => ({
    options,
    format: init.format,
    emphasis,
    particles: options.maximumParticles,
    perUnit,
  });
  const applyTheme = () => {
    palette = paletteOf(theme);
    shared.uPalette.value.set(palette.colours);
    shared.uDark.value = palette.dark ? 1 : 0;
    const [red, green, blue] = palette.background;
    renderer.getContext().clearColor(red, green, blue, 1);
    renderer.setClearAlpha(1);
    shared.uAtlas.value = atlas.texture;
    shared.uAtlasSize.value.set(atlas.side, atlas.side);
  };
  const applyOptions = () => {
    shared.uParticleSize.value = options.particleSize;
    shared.uGlow.value = palette.dark ? 1 : 0;
    shared.uAlways.value = options.reducedMotion ? 1 : 0;
  };
  const applyCamera = (next: Camera, ease: boolean) => {
    if (ease && !options.reducedMotion) {
      cameraFrom = camera;
      cameraTo = next;
      cameraWay.begin();
    } else {
      camera = next;
      cameraTo = next;
      cameraWay.finish();
    }
    labelsStale = true;
  };
  const fitting = (): Camera => (stage.view() ? fitCamera(stage.bounds(), viewport) : cameraTo);
  applyTheme();
  applyOptions();

  const endDrill = () => {
    leaving?.dispose();
    leaving = undefined;
    drillWay.finish();
    stage.layer.uniforms.uOpacity.value = 1;
  };

  const onLost = () => {
    lost = true;
    init.onContextLost(true);
  };
  const onRestored = () => {
    lost = false;
    applyTheme();
    init.onContextLost(false);
    scene.draw(lastSeconds);
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);

  const scene: ReturnType<CreateFlowScene> = {
    setView(view, layout, transition) {
      const still = options.reducedMotion || transition.kind === 'none' || stage.view() === undefined;
      endDrill();
      if (!still && (transition.kind === 'in' || transition.kind === 'out')) {
        leaving = stage;
        const about = (transition.kind === 'in' ? leaving.view() : view)?.nodes.ids.indexOf(transition.nodeId) ?? -1;
        const places = transition.kind === 'in' ? leaving.layout()?.positions : layout.positions;
        drill = {
          inwards: transition.kind === 'in',
          x: about >= 0 && places ? places[about * 2] : camera.x,
          y: about >= 0 && places ? places[about * 2 + 1] : camera.y,
          from: camera,
        };
        stage = createStage(shared);
        drillWay.begin();
      }
      perUnit = particlesPerUnit(layout.bounds, viewport);
      stage.setView(view, layout, stageContext(), !still && transition.kind === 'ease');
      if (leaving || fitted) {
        applyCamera(fitting(), transition.kind === 'ease' && !still);
        fitted = true;
      }
      labelsStale = true;
    },
    setTheme(next) {
      const font = next.fontFamily !== theme.fontFamily;
      theme = next;
      if (font) {
        atlas.dispose();
        atlas = createAtlas(theme.fontFamily);
        shape = createShaper(atlas);
      }
      applyTheme();
      applyOptions();
      labelsStale = true;
    },
    setOptions(next) {
      options = next;
      applyOptions();
      const view = stage.view();
      const layout = stage.layout();
      if (view && layout) {
        stage.setView(view, layout, stageContext(), !options.reducedMotion);
      }
      labelsStale = true;
    },
    setEmphasis(next) {
      emphasis = next;
      stage.setEmphasis(stageContext(), !options.reducedMotion);
      labelsStale = true;
    },
    resize(width, height, pixelRatio) {
      viewport = { width: Math.max(1, width), height: Math.max(1, height), pixelRatio };
      renderer.setPixelRatio(pixelRatio);
      renderer.setSize(viewport.width, viewport.height, false);
      shared.uPixel.value.set(2 / viewport.width, 2 / viewport.height);
      shared.uPixelRatio.value = pixelRatio;
      const view = stage.view();
      const layout = stage.layout();
      const wanted = layout ? particlesPerUnit(layout.bounds, viewport) : perUnit;
      if (view && layout && Math.abs(Math.log(wanted / perUnit)) > 0.2) {
        perUnit = wanted;
        stage.setView(view, layout, stageContext(), !options.reducedMotion);
      }
      if (fitted) {
        applyCamera(fitting(), false);
      }
      labelsStale = true;
    },
    draw(seconds) {
      if (disposed || lost) {
        return false;
      }
      lastSeconds = seconds;
      const moving = options.reducedMotion ? 0 : seconds;
      shared.uTime.value = moving - Math.floor(moving / EPOCH_SECONDS) * EPOCH_SECONDS;
      shared.uPulse.value = options.reducedMotion ? 0 : Math.sin(seconds * 3);
      const part = easeInOut(cameraWay.at(seconds));
      camera = mixCameras(cameraFrom, cameraTo, cameraWay.moving() ? part : 1);
      if (!cameraWay.moving()) {
        cameraFrom = cameraTo;
        camera = cameraTo;
      }
      let eases = stage.advance(seconds) || cameraWay.moving();
      if ((labelsStale && seconds - lastLabels >= 0.12) || (labelsStale && seconds < lastLabels)) {
        stage.placeLabels(cameraTo, viewport, stageContext(), { shape, solid: atlas.solid });
        lastLabels = seconds;
        labelsStale = false;
        eases = stage.advance(seconds) || eases;
      }
      const gl = renderer.getContext();
      const [red, green, blue] = palette.background;
      gl.clearColor(red, green, blue, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      const drilled = easeOut(drillWay.at(seconds));
      renderer.info.reset();
      if (leaving && drillWay.moving()) {
        eases = true;
        const grown = drill.inwards ? 1 + 9 * drilled : Math.max(0.05, 1 - drilled);
        leaving.advance(seconds);
        leaving.layer.uniforms.uOpacity.value = 1 - drilled;
        leaving.layer.look({ ...drill.from, scale: drill.from.scale * grown }, viewport);
        renderer.render(leaving.layer.scene, eye);
        stage.layer.uniforms.uOpacity.value = drilled;
        stage.layer.look({ ...camera, scale: camera.scale * Math.max(0.05, drilled) }, viewport);
      } else {
        endDrill();
        stage.layer.look(camera, viewport);
      }
      renderer.render(stage.layer.scene, eye);
      return eases || labelsStale || (!options.reducedMotion && stage.layer.particles() > 0);
    },
    pick(x, y) {
      return pickAt(stage.picture(camera, viewport), x, y);
    },
    nodeOnScreen(row) {
      const { nodes, part } = stage.picture(camera, viewport);
      const at = toScreen(
        camera,
        viewport,
        between(nodes.placeFrom[row * 2], nodes.placeTo[row * 2], part),
        between(nodes.placeFrom[row * 2 + 1], nodes.placeTo[row * 2 + 1], part)
      );
      return { ...at, radius: nodeRadius(nodes, row, part, camera.scale) * camera.scale };
    },
    edgeOnScreen(row) {
      const { nodes, edges, part } = stage.picture(camera, viewport);
      const at = alongCurve(edgeCurve(nodes, edges, row, part, camera.scale), 0.5);
      return toScreen(camera, viewport, at.x, at.y);
    },
    fit(immediately = false) {
      fitted = true;
      applyCamera(fitting(), !immediately);
    },
    zoomBy(factor, x, y) {
      fitted = false;
      applyCamera(zoomCamera(cameraTo, viewport, factor, x, y), false);
    },
    panBy(dx, dy) {
      fitted = false;
      applyCamera(panCamera(cameraTo, dx, dy), false);
    },
    statistics() {
      const { info } = renderer;
      return {
        framesPerSecond: 0,
        scriptMs: 0,
        drawCalls: info.render.calls,
        particles: stage.layer.particles(),
        nodes: stage.view()?.nodes.count ?? 0,
        edges: stage.edgeCount(),
        qualityStep: 0,
        geometries: info.memory.geometries,
        textures: info.memory.textures,
        programs: info.programs?.length ?? 0,
      };
    },
    dispose() {
      if (disposed) {
        return;
      }
      disposed = true;
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      endDrill();
      stage.dispose();
      atlas.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
  return scene;
};
