import type { NodeRows } from '../nodeRows';
import { rowsNow } from '../matchRows';
import type { FadingText } from './glyphRun';

/** Row of each row among those before, or −1. */
export interface RowsBefore {
  readonly nodes: Int32Array;
  readonly edges: Int32Array;
}

/** Texts at the rows that what they name has now; those of what is gone are left out. */
export function followRows(texts: readonly FadingText[], before: RowsBefore): FadingText[] {
  const now = { nodes: rowsNow(before.nodes), edges: rowsNow(before.edges) };
  return texts.flatMap((text) => {
    const { of, anchor } = text.placed;
    if (of === 'box') {
      return [text];
    }
    const row = (of === 'edge' ? now.edges : now.nodes)[anchor[0]] ?? -1;
    return row < 0 ? [] : [{ ...text, placed: { ...text.placed, anchor: [row, anchor[1], anchor[2], anchor[3]] } }];
  });
}

/** Whether nodes that were there stand where they stood: then a choice of labels for the picture before may go on. */
export function standStill(before: NodeRows, now: NodeRows, previousRows: Int32Array): boolean {
  for (let row = 0; row < now.count; row++) {
    const old = previousRows[row];
    if (
      old >= 0 &&
      (before.placeTo[old * 2] !== now.placeTo[row * 2] || before.placeTo[old * 2 + 1] !== now.placeTo[row * 2 + 1])
    ) {
      return false;
    }
  }
  return true;
}

/** Whether what was there before is named as it was. */
export function haveSameNames(before: readonly string[], now: readonly string[], previousRows: Int32Array): boolean {
  return now.every((name, row) => previousRows[row] < 0 || before[previousRows[row]] === name);
}
