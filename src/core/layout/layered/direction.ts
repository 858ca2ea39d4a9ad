import { COLUMN_GAP, COLUMN_STRETCH, ROW_GAP, ROW_STRETCH } from '../spacing';

/**
 * Which way traffic flows, and the room that nodes and labels need along and across the flow. Columns and rows of a
 * layered layout are along and across the flow, whichever way that is: what flows down is turned at the end.
 */
export interface Direction {
  readonly down: boolean;
  readonly columnGap: number;
  readonly columnStretch: number;
  readonly rowGap: number;
  readonly rowStretch: number;
  /** At this distance across the flow two groups, the largest of nodes, and their labels have ample room. */
  readonly ampleGap: number;
}

export const RIGHTWARDS: Direction = Object.freeze({
  down: false,
  columnGap: COLUMN_GAP,
  columnStretch: COLUMN_STRETCH,
  rowGap: ROW_GAP,
  rowStretch: ROW_STRETCH,
  ampleGap: 4.8,
});

/** Labels are wide and low: nodes beside each other need more room, and steps of the flow less. */
export const DOWNWARDS: Direction = Object.freeze({
  down: true,
  columnGap: 5,
  columnStretch: 2,
  rowGap: COLUMN_GAP,
  rowStretch: 1.6,
  ampleGap: COLUMN_GAP,
});

/** Places narrower than this are read from top to bottom. */
const TALL = 0.7;

export function directionFor(aspect: number): Direction {
  return aspect < TALL ? DOWNWARDS : RIGHTWARDS;
}

/** Places along and across the flow as x and y, and back. */
export function turned(positions: Float32Array, { down }: Direction): Float32Array {
  return down ? positions.map((_, index) => positions[index ^ 1]) : positions;
}
