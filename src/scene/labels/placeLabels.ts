import { boxLabels } from './boxLabels';
import { choosingEdgeLabels } from './edgeLabels';
import type { PlacedText } from './glyphRun';
import { findingLines } from './lines';
import { memberCount, nodeLabel, troubleCount } from './nodeLabels';
import { createOccupancy } from './placement';
import { textWidth } from './shape';
import { onScreen, spotOf, takeObstacles } from './spots';
import { turns } from './turns';
import type { LabelWish, Taken } from './wish';

/** Labels of nodes at once at most. */
const MOST_NODES = 320;
/** Part of the picture that names cover at most, where nodes are drawn at this many CSS pixels a world unit or more. */
const MOST_COVER = 0.34;
const NEAR_SCALE = 8;
const LEAST_COVER = 0.25;
/** Rows looked at, in order of importance, and those of them in the picture for whose names room is searched. */
const MOST_LOOKED_AT = 3000;
const MOST_TRIED = 2 * MOST_NODES;
/** Of those whose names are not shown, where nothing but rates is other. */
const MOST_TRIED_AGAIN = 100;
/** Of a node or an edge that labels keep clear of. */
const OBSTACLE_COST = 1 / 20;

/** CSS pixels an em, greater on great pictures: a wallboard is read from afar, and has small pixels. */
export function labelSize(height: number, textScale: number): number {
  return Math.round(Math.min(22, Math.max(11, 12 + (height - 720) / 180)) * textScale * 2) / 2;
}

/**
 * Chooses the labels to show: by importance, none over another, none over a node. Names of all nodes are shown where
 * there is room. Pure, and in steps: each gives what it cost, where looking for the room of one name costs 1.
 */
export function* choosingLabels(wish: LabelWish): Generator<number, PlacedText[]> {
  const { picture } = wish;
  const { width, height } = picture.viewport;
  const size = labelSize(height, wish.textScale);
  const taken: Taken = {
    nodes: createOccupancy(width, height),
    labels: createOccupancy(width, height),
    lines: yield* findingLines(picture, wish.boxes),
  };
  takeObstacles(picture, taken.nodes);
  yield OBSTACLE_COST * (picture.nodes.count + picture.edges.count);
  const labels = boxLabels(wish, taken, size + 1);
  const cover = MOST_COVER * Math.min(1, Math.max(LEAST_COVER, picture.camera.scale / NEAR_SCALE));
  let room = width * height * cover;
  const mostTried = wish.shown?.sameRows ? MOST_TRIED_AGAIN : MOST_TRIED;
  let tried = 0;
  for (const row of turns(wish.nodeOrder, MOST_LOOKED_AT, wish.shown?.nodes, [...wish.meant, ...wish.near])) {
    if (labels.length >= MOST_NODES || tried >= mostTried || room <= 0) {
      break;
    }
    const spot = spotOf(picture, row);
    if (!onScreen(spot, picture)) {
      continue;
    }
    const count = memberCount(wish, spot);
    // Groups have their numbers, whether there is room for their names or not.
    tried += count || wish.shown?.nodes.has(row) ? 0 : 1;
    const troubles = troubleCount(wish, spot, taken);
    const label = nodeLabel(wish, spot, taken, size);
    labels.push(...[count, troubles, label].filter((text) => text !== undefined));
    room -= label ? textWidth(label.text, size) * size : 0;
    yield 1;
  }
  labels.push(...(yield* choosingEdgeLabels(wish, taken, size - 1.5)));
  return labels;
}

/** All steps of a choice at once. */
export function placeLabels(wish: LabelWish): PlacedText[] {
  const choosing = choosingLabels(wish);
  let step = choosing.next();
  while (!step.done) {
    step = choosing.next();
  }
  return step.value;
}
