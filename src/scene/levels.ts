import type { Scene } from 'three';
import type { LayoutResult } from '../core/model/layout';
import type { TrafficView } from '../core/model/view';
import type { Steps } from '../core/steps/steps';
import { boundsOf } from '../core/layout/bounds';
import { detailLevels, isShownWhole, levelAt, type DetailLevel } from '../core/view/far';
import { fitCamera, type Bounds, type Camera, type Viewport } from './camera';
import { requestsAtMost } from './particleDensity';
import type { Picture } from './picture';
import { createStage, type Stage, type StageContext, type TextMaker } from './stage';
import { createWay, easeInOut } from './transition';
import type { SceneEmphasis } from './types';
import type { SharedUniforms } from './uniforms';

/** Seconds in which one level of detail fades into another. */
const FADE_SECONDS = 0.35;

/** Room about the outermost nodes, in units of their level: a group with its rings, in the box of another. */
const REACH = 2.8;

/** How much nearer than where a level begins one is taken to see it. */
const OPENED = 1.25;

/** A level of more edges is filled in steps, one or a few a frame, while the one before is still drawn. */
const MOST_AT_ONCE = 4_000;
const STEPS_A_SECOND = 60;
const MOST_STEPS = 3;

/** How a picture is looked at: all of it in `viewport`, from `camera`. */
export interface Look {
  readonly camera: Camera;
  readonly viewport: Viewport;
}

/**
 * A laid out view at the level of detail that can be read at the camera's scale: one stage is drawn, two while one level
 * fades into another. Every level lies in a world of its own, whose unit suits its nodes; from outside all is in units
 * of the view's layout.
 */
export interface Levels {
  /** As it was set. */
  readonly view: () => TrafficView | undefined;
  readonly layout: () => LayoutResult | undefined;
  /** Which view is drawn: that itself, or one from afar. */
  readonly shownView: () => TrafficView | undefined;
  /** The same with its places; rows of picks are of this one. */
  readonly shown: () => { readonly view: TrafficView; readonly layout: LayoutResult } | undefined;
  /** `lookAt` gives the camera for what is to be drawn, and may ask for its bounds. */
  setView(
    view: TrafficView,
    layout: LayoutResult,
    context: StageContext,
    ease: boolean,
    lookAt: (bounds: () => Bounds) => Look
  ): void;
  /** The same view with other options or quality. */
  refresh(context: StageContext, look: Look, ease: boolean): void;
  /** Puts one node at a place, where nodes are shown by themselves. */
  moveNode(row: number, x: number, y: number): void;
  setEmphasis(context: StageContext, ease: boolean): void;
  placeLabels(look: Look, context: StageContext, text: TextMaker): void;
  /** Whether labels are being chosen, which goes on with `advance`. */
  readonly choosing: () => boolean;
  /** Whether another level suits this scale (CSS pixels a world unit) better. */
  isOther(scale: number): boolean;
  /** Changes to the level that suits the camera: at once, or with `advance` where it is great. */
  choose(look: Look, context: StageContext, ease: boolean): void;
  /** Takes all to a time in seconds; true while anything eases. */
  advance(seconds: number): boolean;
  render(camera: Camera, viewport: Viewport, opacity: number, draw: (scene: Scene) => void): void;
  /** What is drawn, with the materials that every level has. */
  readonly scene: () => Scene;
  picture(camera: Camera, viewport: Viewport): Picture;
  /** Where the node with this id is drawn, or would be if it were shown by itself; in world units of the layout. */
  placeOf(id: string): readonly [number, number] | undefined;
  /** A camera for which these nodes of the view are no longer put together with what else is about them. */
  cameraTo(rows: readonly number[], look: Look): Camera;
  readonly particles: () => number;
  readonly edgeCount: () => number;
  /** Of all that is drawn, in world units of the layout. */
  readonly bounds: () => Bounds;
  dispose(): void;
}

/** For a graph that is shown in full, however it is looked at. */
const NOWHERE: Look = { camera: { x: 0, y: 0, scale: 1 }, viewport: { width: 1, height: 1, pixelRatio: 1 } };

function scaled(camera: Camera, unit: number): Camera {
  return unit === 1 ? camera : { x: camera.x / unit, y: camera.y / unit, scale: camera.scale * unit };
}

/** Whether clusters made for one view hold for another: the same nodes in the same places. */
function sameNodes(a: TrafficView, b: TrafficView): boolean {
  return a.nodes.count === b.nodes.count && a.nodes.ids.every((id, row) => id === b.nodes.ids[row]);
}

/** What stands out, as rows of a view from afar: what is in a cluster makes that stand out. */
export function emphasisFromAfar(emphasis: SceneEmphasis, shown: TrafficView): SceneEmphasis {
  const { aggregated, nodes } = shown;
  if (aggregated === undefined) {
    return emphasis;
  }
  const { view, rowOf } = aggregated;
  const pickOf = (pick: SceneEmphasis['hovered']): SceneEmphasis['hovered'] => {
    const member = pick?.kind === 'node' ? view.nodes.ids.indexOf(pick.id) : -1;
    return member < 0 ? pick : { kind: 'node', row: rowOf[member], id: nodes.ids[rowOf[member]] };
  };
  const matches = emphasis.matches && new Set(emphasis.matches);
  view.nodes.ids.forEach((id, row) => {
    if (matches?.has(id)) {
      matches.add(nodes.ids[rowOf[row]]);
    }
  });
  return { ...emphasis, hovered: pickOf(emphasis.hovered), selected: pickOf(emphasis.selected), matches };
}

/** A level on its way to be drawn. */
interface Coming {
  readonly index: number;
  readonly stage: Stage;
  readonly steps: Steps<void>;
  readonly ease: boolean;
  /** What stands out, where that changed since it was begun. */
  readonly emphasis?: StageContext;
}

/** Levels by their place, found as far as anybody asked for them. */
function foundLevels(more: Iterator<DetailLevel, void> = [].values()): (index: number) => DetailLevel | undefined {
  const found: DetailLevel[] = [];
  return (index) => {
    while (found.length <= index) {
      const next = more.next();
      if (next.done === true) {
        return undefined;
      }
      found.push(next.value);
    }
    return found[index];
  };
}

/** @param allDetail shows every node by itself, however small it gets */
export function createLevels(shared: SharedUniforms, allDetail: boolean): Levels {
  let stage: Stage = createStage(shared);
  let fading: { readonly stage: Stage; readonly unit: number } | undefined;
  /** What is to be drawn next, being filled. */
  let coming: Coming | undefined;
  let levels = foundLevels();
  /** Whether all is shown by itself at every scale. */
  let whole = true;
  let index = 0;
  let view: TrafficView | undefined;
  let layout: LayoutResult | undefined;
  let seconds = 0;
  const fade = createWay(FADE_SECONDS);
  const unit = () => levels(index)?.unit ?? 1;

  const bounds = (): Bounds => {
    if (whole || layout === undefined) {
      return stage.bounds();
    }
    const [left, top, right, bottom] = layout.bounds;
    // As on the first level from afar, whose nodes reach farther than services do.
    const reach = Math.max(1, levels(1)?.unit ?? 1) * REACH;
    return [left - reach, top - reach, right + reach, bottom + reach];
  };
  /** Particles by the camera from which a level is seen as a whole: nearer levels have more for the same edge. */
  const contextOf = (
    context: StageContext,
    { viewport }: Look,
    shown: TrafficView,
    { fromScale, unit: size }: DetailLevel
  ): StageContext => {
    const closer = !whole && layout ? Math.max(1, fromScale / fitCamera(layout.bounds, viewport).scale) : 1;
    return {
      ...context,
      emphasis: emphasisFromAfar(context.emphasis, shown),
      perUnit: context.perUnit * size * closer,
      particles: Math.min(requestsAtMost(context.options), context.particles * closer * closer),
    };
  };
  const endFade = () => {
    fading?.stage.dispose();
    fading = undefined;
    fade.finish();
    stage.layer.uniforms.uOpacity.value = 1;
  };
  const fill = (filled: Stage, context: StageContext, look: Look, ease: boolean) => {
    const level = levels(index);
    if (view !== undefined && level !== undefined) {
      const shown = level.of(view);
      filled.setView(shown, level.layout, contextOf(context, look, shown, level), ease);
    }
  };
  const leaveComing = () => {
    coming?.stage.dispose();
    coming = undefined;
  };
  /** Draws another stage, which is filled. The one that was drawn, of another unit, fades. */
  const change = (next: Stage, unitBefore: number, ease: boolean) => {
    endFade();
    fading = { stage, unit: unitBefore };
    stage = next;
    if (ease) {
      fade.begin();
    } else {
      endFade();
    }
  };
  const goOn = () => {
    if (coming?.steps.next().done !== true) {
      return;
    }
    const { index: next, stage: filled, ease, emphasis } = coming;
    const unitBefore = unit();
    coming = undefined;
    index = next;
    change(filled, unitBefore, ease);
    const shown = stage.view();
    if (emphasis && shown) {
      stage.setEmphasis({ ...emphasis, emphasis: emphasisFromAfar(emphasis.emphasis, shown) }, false);
    }
  };
  const show = (unitBefore: number | undefined, context: StageContext, look: Look, ease: boolean) => {
    if (ease && unitBefore !== undefined && unitBefore !== unit()) {
      const next = createStage(shared);
      next.advance(seconds);
      fill(next, context, look, false);
      change(next, unitBefore, true);
    } else {
      fill(stage, context, look, ease);
    }
  };
  return {
    view: () => view,
    layout: () => layout,
    shownView: () => stage.view(),
    shown: () => {
      const [drawn, places] = [stage.view(), stage.layout()];
      return drawn && places && { view: drawn, layout: places };
    },
    setView(next, nextLayout, context, ease, lookAt) {
      leaveComing();
      if (layout !== nextLayout || view === undefined || !sameNodes(view, next)) {
        levels = foundLevels(detailLevels(next, nextLayout));
        whole = allDetail || isShownWhole(next);
      }
      const before = stage.view() === undefined ? undefined : unit();
      view = next;
      layout = nextLayout;
      if (whole) {
        index = 0;
        show(before, context, NOWHERE, ease);
        // What is drawn of a small graph, self edges too, is known when it is there.
        lookAt(bounds);
        return;
      }
      const look = lookAt(bounds);
      index = levelAt(levels, look.camera.scale, before === undefined ? undefined : index);
      show(before, context, look, ease);
    },
    refresh(context, look, ease) {
      leaveComing();
      // A node may have been moved by hand since.
      const shown = stage.view();
      const places = stage.layout();
      const level = levels(index);
      if (shown && places && level) {
        stage.setView(shown, places, contextOf(context, look, shown, level), ease);
      }
    },
    moveNode(row, x, y) {
      leaveComing();
      if (index === 0) {
        stage.moveNode(row, x, y);
      }
    },
    setEmphasis(context, ease) {
      coming = coming && { ...coming, emphasis: context };
      const shown = stage.view();
      if (shown) {
        stage.setEmphasis({ ...context, emphasis: emphasisFromAfar(context.emphasis, shown) }, ease);
      }
    },
    placeLabels({ camera, viewport }, context, text) {
      const shown = stage.view();
      const emphasis = shown ? emphasisFromAfar(context.emphasis, shown) : context.emphasis;
      stage.placeLabels(scaled(camera, unit()), viewport, { ...context, emphasis }, text);
    },
    choosing: () => stage.choosing(),
    isOther: (scale) => !whole && levelAt(levels, scale, index) !== (coming?.index ?? index),
    choose(look, context, ease) {
      leaveComing();
      const wanted = levelAt(levels, look.camera.scale, index);
      const level = levels(wanted);
      if (view === undefined || level === undefined || wanted === index) {
        return;
      }
      const shown = level.of(view);
      const waits = shown.edges.count > MOST_AT_ONCE;
      const next = createStage(shared, waits && ease);
      next.advance(seconds);
      const steps = next.settingView(shown, level.layout, contextOf(context, look, shown, level));
      coming = { index: wanted, stage: next, ease, steps };
      while (!waits && coming !== undefined) {
        goOn();
      }
    },
    advance(time) {
      // Where frames are slow, such as without a GPU, one does not wait as many of them.
      const steps = Math.min(MOST_STEPS, Math.max(1, Math.round((time - seconds) * STEPS_A_SECOND)));
      seconds = time;
      for (let step = 0; step < steps && coming !== undefined; step++) {
        goOn();
      }
      const eases = stage.advance(time);
      fading?.stage.advance(time);
      fade.at(time);
      if (fading && !fade.moving()) {
        endFade();
      }
      return eases || fading !== undefined || coming !== undefined;
    },
    render(camera, viewport, opacity, draw) {
      const part = fading ? easeInOut(fade.at(seconds)) : 1;
      if (fading) {
        fading.stage.layer.uniforms.uOpacity.value = opacity * (1 - part);
        fading.stage.layer.look(camera, viewport, fading.unit);
        draw(fading.stage.layer.scene);
      }
      stage.layer.uniforms.uOpacity.value = opacity * part;
      stage.layer.look(camera, viewport, unit());
      draw(stage.layer.scene);
    },
    scene: () => stage.layer.scene,
    picture: (camera, viewport) => stage.picture(scaled(camera, unit()), viewport),
    placeOf(id) {
      const placeIn = (rows: TrafficView | undefined, places: LayoutResult | undefined, size: number) => {
        const row = rows?.nodes.ids.indexOf(id) ?? -1;
        const at = places?.positions.subarray(row * 2, row * 2 + 2);
        return row < 0 || at === undefined ? undefined : ([at[0] * size, at[1] * size] as const);
      };
      return placeIn(stage.view(), stage.layout(), unit()) ?? placeIn(view, layout, 1);
    },
    cameraTo(rows, { camera, viewport }) {
      const places = Float32Array.from(
        rows.flatMap((row) => [...(layout?.positions.subarray(row * 2, row * 2 + 2) ?? [])])
      );
      const [left, top, right, bottom] = boundsOf(places);
      const fitting = fitCamera([left - REACH, top - REACH, right + REACH, bottom + REACH], viewport);
      const wanted = rows.length === 1 ? 0 : Math.max(0, index - 1);
      const least = (levels(wanted)?.fromScale ?? 0) * OPENED;
      const most = Math.max(least, camera.scale);
      return { ...fitting, scale: Math.max(least, rows.length === 1 ? Math.min(fitting.scale, most) : fitting.scale) };
    },
    particles: () => stage.layer.particles(),
    edgeCount: () => stage.edgeCount(),
    bounds,
    dispose() {
      leaveComing();
      endFade();
      stage.dispose();
    },
  };
}
