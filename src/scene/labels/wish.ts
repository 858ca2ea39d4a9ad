import type { GroupBox } from '../groupBoxes';
import type { Picture } from '../picture';
import type { Lines } from './lines';
import type { Occupancy } from './placement';
import type { PlacedText } from './glyphRun';
import type { ShapedText } from './shape';

/** What labels are chosen from. */
export interface LabelWish {
  readonly picture: Picture;
  readonly names: readonly string[];
  /** Services behind each node. */
  readonly members: Int32Array;
  /** How many services and edges of these are in the node's state, in trouble; absent where nodes are by themselves. */
  readonly troubled?: Int32Array;
  readonly boxes: readonly GroupBox[];
  readonly nodeOrder: Uint32Array;
  readonly edgeOrder: Uint32Array;
  /** Written on edges; absent: nothing is. */
  readonly edgeText?: (row: number) => string;
  /** Node rows whose labels come first, whole. */
  readonly meant: ReadonlySet<number>;
  /** Node rows that come next, where there is room: neighbours of what is hovered. */
  readonly near: readonly number[];
  /** Absent: the picture is another, and all labels are chosen anew. */
  readonly shown?: ShownLabels;
  readonly shape: (text: string) => ShapedText;
  /** Factor on all sizes. */
  readonly textScale: number;
}

/** Labels by row that are shown in the very same picture: they stay where there is room and reason. */
export interface ShownLabels {
  /** Nothing but rates is other: what had no room then will seldom have it now. */
  readonly sameRows: boolean;
  readonly nodes: ReadonlyMap<number, PlacedText>;
  readonly edges: ReadonlyMap<number, PlacedText>;
}

/** Where texts may not stand: on what is drawn, and on other texts; and where they should not: on lines. */
export interface Taken {
  readonly nodes: Occupancy;
  readonly labels: Occupancy;
  readonly lines: Lines;
}
