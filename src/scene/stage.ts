import type { LayoutResult } from '../core/model/layout';
import type { TrafficView } from '../core/model/view';
import { runAtOnce, type Steps } from '../core/steps/steps';
import { badgeCells, badgeParts, mayStay, placedBy, type PlacedBy } from './badges';
import type { Bounds, Camera, Viewport } from './camera';
import { drawnBounds } from './drawnBounds';
import { edgeRowsInSteps, NO_EDGES } from './edgeRows';
import { plainStanding, standingOf, writeStanding, type Standing } from './emphasis';
import { fadeTexts, glyphRun, type FadingText } from './labels/glyphRun';
import { createChoice, type LabelChoice } from './labels/choice';
import { edgeText } from './labels/edgeText';
import { followRows, haveSameNames, standStill, type RowsBefore } from './labels/followRows';
import { choosingLabels } from './labels/placeLabels';
import { isSamePicture, shownLabels, type ChosenFor } from './labels/shown';
import type { GlyphAtlas } from './labels/atlas';
import type { ShapedText } from './labels/shape';
import { edgeOrder, nodeOrder } from './labels/wanted';
import { groupBoxes, type GroupBox } from './groupBoxes';
import { createLayer, type Layer } from './layer';
import { isInOrder } from './matchRows';
import { between, NO_NODES, nodeRows } from './nodeRows';
import type { Picture } from './picture';
import { createWay, easeInOut, EASE_SECONDS, EMPHASIS_SECONDS, LABEL_SECONDS } from './transition';
import type { SceneEmphasis, SceneFormat, SceneOptions } from './types';
import type { SharedUniforms } from './uniforms';

export interface StageContext {
  readonly options: SceneOptions;
  readonly format: SceneFormat;
  readonly emphasis: SceneEmphasis;
  /** Particles at most. */
  readonly particles: number;
  /** Particles a world unit at the view's greatest rate. */
  readonly perUnit: number;
  /** Part of them that is drawn at the present quality, 0–1. */
  readonly particlePart: number;
}

/** Makes texts of glyphs. */
export interface TextMaker {
  readonly shape: (text: string) => ShapedText;
  readonly atlas: GlyphAtlas;
}

/** One level as it is drawn: its rows, its GPU objects, what is emphasised and labelled in it. */
export interface Stage {
  readonly layer: Layer;
  readonly view: () => TrafficView | undefined;
  readonly layout: () => LayoutResult | undefined;
  /** Without `ease` all is at its new place at once; particles of edges that stay go on either way. */
  setView(view: TrafficView, layout: LayoutResult, context: StageContext, ease: boolean): void;
  /** The first view of an empty stage, in steps, so that others are drawn meanwhile. */
  settingView(view: TrafficView, layout: LayoutResult, context: StageContext): Steps<void>;
  /** Puts one node at a place in world units, until the next view: what hangs on it follows. */
  moveNode(row: number, x: number, y: number): void;
  setEmphasis(context: StageContext, ease: boolean): void;
  /** Begins to choose labels, which goes on with `advance`; those that are shown stay until it is done. */
  placeLabels(camera: Camera, viewport: Viewport, context: StageContext, text: TextMaker): void;
  /** Whether labels are being chosen. New rows or emphasis end that. */
  readonly choosing: () => boolean;
  /** Takes all to a time in seconds; true while anything eases. */
  advance(seconds: number): boolean;
  picture(camera: Camera, viewport: Viewport): Picture;
  readonly edgeCount: () => number;
  /** Of all that is drawn, in world units. */
  readonly bounds: () => Bounds;
  dispose(): void;
}

function boxCells(boxes: readonly GroupBox[]): [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>, number] {
  return [
    new Float32Array(boxes.flatMap(({ bounds }) => bounds)),
    new Float32Array(boxes.flatMap(({ state }) => [state, 1, 1])),
    boxes.length,
  ];
}

/** Texts that are not on their way out. */
const lasting = (texts: readonly FadingText[]) => texts.filter(({ to }) => to > 0).map(({ placed }) => placed);

/** Rows that are not dimmed. */
function rowsThatStand(shown: Float32Array): number[] {
  const rows: number[] = [];
  shown.forEach((part, row) => {
    if (part === 1) {
      rows.push(row);
    }
  });
  return rows;
}

/** @param namesFollow names of the first view may come some frames after it, as where it fades in */
export function createStage(shared: SharedUniforms, namesFollow = false): Stage {
  const layer = createLayer(shared);
  const placesWay = createWay(EASE_SECONDS);
  const emphasisWay = createWay(EMPHASIS_SECONDS);
  const labelWay = createWay(LABEL_SECONDS);
  let view: TrafficView | undefined;
  let layout: LayoutResult | undefined;
  /** A layout of our own, once a node of the given one was moved by hand. */
  let moved: LayoutResult | undefined;
  let nodes = NO_NODES;
  let edges = NO_EDGES;
  let partsOfBadges: Float32Array = new Float32Array(0);
  let badgesBy: PlacedBy | undefined;
  let nodesByWeight: Uint32Array = new Uint32Array(0);
  let edgesByWeight: Uint32Array = new Uint32Array(0);
  let was: Standing = plainStanding(0, 0);
  let standing: Standing = plainStanding(0, 0);
  let texts: FadingText[] = [];
  let choice: LabelChoice | undefined;
  /** Whether the texts that are shown stand at what they were chosen for. */
  let textsHold = false;
  /** Whether they have other rows than the layer was told. */
  let textsMoved = false;
  /** What they were chosen for, while what stays is where it was then; and what is being chosen for. */
  let chosenFor: ChosenFor | undefined;
  let choosingFor: ChosenFor | undefined;
  let atlas: GlyphAtlas | undefined;
  let boxes: readonly GroupBox[] = [];
  let seconds = 0;
  let bounds: Bounds = [0, 0, -1, -1];
  let part = 1;
  let emphasisPart = 1;
  let pinnedBefore: SceneEmphasis['pinned'];

  const writeEmphasis = () => {
    layer.setEmphasis((nodeCells, edgeCells) => {
      writeStanding(nodeCells, was.nodes, standing.nodes, standing.nodeMarks);
      writeStanding(edgeCells, was.edges, standing.edges, standing.edgeMarks);
    });
  };

  const writeBadges = ({ pinned }: SceneEmphasis) => {
    const badges = badgeCells(nodes, edges, partsOfBadges, pinned);
    layer.setBadges(badges, badges.length / 4);
    pinnedBefore = pinned;
  };

  const showTexts = (next: FadingText[]) => {
    texts = next;
    textsHold = true;
    layer.setLabels(glyphRun(texts));
    if (texts.some(({ from, to }) => from !== to)) {
      labelWay.begin();
    }
  };

  const pictureFrom = (camera: Camera, viewport: Viewport): Picture => ({
    nodes,
    edges,
    part,
    camera,
    viewport,
    marks: standing.edgeMarks,
    badgeParts: partsOfBadges,
  });

  function* settingView(
    nextView: TrafficView,
    nextLayout: LayoutResult,
    context: StageContext,
    ease: boolean
  ): Steps<void> {
    const previous = view ? { nodes, edges } : undefined;
    const made = nodeRows(nextView, nextLayout, context.options, previous?.nodes, part);
    yield;
    edges = yield* edgeRowsInSteps(nextView, {
      nodes: made.rows,
      previousNodes: made.previousRows,
      options: context.options,
      particles: context.particles,
      perUnit: context.perUnit,
      particlePart: context.particlePart,
      previous: previous?.edges,
      part,
      seconds,
    });
    const before: RowsBefore = { nodes: made.previousRows, edges: edges.previousRows };
    const sameRows = edges.inOrder && isInOrder(before.nodes, nodes.count);
    if (previous === undefined) {
      textsHold = namesFollow;
    } else if (!sameRows) {
      texts = followRows(texts, before);
      textsHold &&= texts.length > 0;
      textsMoved = true;
    }
    const named = view !== undefined && haveSameNames(view.nodes.names, nextView.nodes.names, before.nodes);
    if (!textsHold || !named || !standStill(nodes, made.rows, before.nodes)) {
      chosenFor = undefined;
    } else if (!sameRows) {
      chosenFor = chosenFor && { ...chosenFor, otherRows: true };
    }
    choice = undefined;
    nodes = made.rows;
    yield;
    bounds = drawnBounds(nodes, edges);
    view = nextView;
    layout = nextLayout;
    nodesByWeight = nodeOrder(nodes);
    edgesByWeight = context.options.edgeLabel === 'none' ? new Uint32Array(0) : edgeOrder(edges);
    yield;
    yield* layer.settingRows(nodes, edges, context.options.responses);
    yield;
    boxes = groupBoxes(nextView, nodes);
    layer.setBoxes(...boxCells(boxes));
    const badgesNow = placedBy(nodes, edges);
    if (badgesBy === undefined || !mayStay(badgesBy, badgesNow)) {
      badgesBy = badgesNow;
      partsOfBadges = badgeParts(nodes, edges);
    }
    writeBadges(context.emphasis);
    yield;
    standing = standingOf(nodes, edges, context.emphasis);
    was = standing;
    emphasisWay.finish();
    emphasisPart = 1;
    writeEmphasis();
    if (previous && ease) {
      placesWay.begin();
      part = 0;
    } else {
      placesWay.finish();
      part = 1;
    }
  }

  return {
    layer,
    view: () => view,
    layout: () => layout,
    setView(nextView, nextLayout, context, ease) {
      runAtOnce(settingView(nextView, nextLayout, context, ease));
    },
    settingView: (nextView, nextLayout, context) => settingView(nextView, nextLayout, context, false),
    moveNode(row, x, y) {
      if (row < nodes.count) {
        chosenFor = undefined;
        nodes.placeFrom.set([x, y], row * 2);
        nodes.placeTo.set([x, y], row * 2);
        layer.setPlace(nodes, row);
        // Options and quality may set this view again before the next layout comes.
        if (layout !== undefined && layout !== moved) {
          moved = { ...layout, positions: layout.positions.slice() };
          layout = moved;
        }
        moved?.positions.set([x, y], row * 2);
      }
    },
    setEmphasis(context, ease) {
      choice = undefined;
      chosenFor = undefined;
      const next = standingOf(nodes, edges, context.emphasis);
      was = {
        ...standing,
        nodes: standing.nodes.map((to, row) => between(was.nodes[row], to, emphasisPart)),
        edges: standing.edges.map((to, row) => between(was.edges[row], to, emphasisPart)),
      };
      standing = next;
      if (ease) {
        emphasisWay.begin();
        emphasisPart = 0;
      } else {
        emphasisWay.finish();
        emphasisPart = 1;
      }
      writeEmphasis();
      if (context.emphasis.pinned !== pinnedBefore) {
        writeBadges(context.emphasis);
      }
    },
    placeLabels(camera, viewport, context, text) {
      if (!view || !context.options.showLabels) {
        choice = undefined;
        chosenFor = undefined;
        showTexts([]);
        return;
      }
      choosingFor = { camera, viewport, options: context.options };
      const { hovered, selected } = context.emphasis;
      const meant = [hovered, selected].flatMap((pick) =>
        pick?.kind === 'node' && nodes.ids[pick.row] === pick.id ? [pick.row] : []
      );
      const steps = choosingLabels({
        picture: { ...pictureFrom(camera, viewport), part: 1 },
        names: view.nodes.names,
        members: view.nodes.members,
        troubled: view.aggregated?.troubled,
        boxes,
        nodeOrder: nodesByWeight,
        edgeOrder: edgesByWeight,
        edgeText: edgeText(view, edges, context.options.edgeLabel, context.format),
        meant: new Set(meant),
        near: hovered ? rowsThatStand(standing.nodes.subarray(0, nodes.count)) : [],
        shown:
          chosenFor && isSamePicture(chosenFor, choosingFor)
            ? shownLabels(lasting(texts), chosenFor.otherRows !== true)
            : undefined,
        shape: text.shape,
        textScale: context.options.textScale,
      });
      choice = createChoice(steps, text.atlas, !textsHold || text.atlas !== atlas);
      atlas = text.atlas;
    },
    choosing: () => choice !== undefined,
    advance(time) {
      seconds = time;
      const chosen = choice?.();
      if (chosen) {
        choice = undefined;
        chosenFor = choosingFor;
        showTexts(fadeTexts(texts, chosen));
      } else if (textsMoved) {
        layer.setLabels(glyphRun(texts));
      }
      textsMoved = false;
      part = easeInOut(placesWay.at(time));
      emphasisPart = emphasisWay.at(time);
      layer.uniforms.uEase.value = part;
      layer.uniforms.uEmphasis.value = emphasisPart;
      layer.uniforms.uLabelEase.value = labelWay.at(time);
      return placesWay.moving() || emphasisWay.moving() || labelWay.moving() || choice !== undefined;
    },
    picture: pictureFrom,
    edgeCount: () => edges.count,
    bounds: () => bounds,
    dispose: layer.dispose,
  };
}
