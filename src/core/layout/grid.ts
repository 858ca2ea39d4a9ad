import type { LayoutInput, LayoutOptions } from '../model/layout';
import { STATE_DANGER, STATE_NORMAL, STATE_WARNING } from '../model/state';
import { COLUMN_GAP, ROW_GAP } from './spacing';

/** Worst first; no data last. */
const ORDER_OF_STATES = [STATE_DANGER, STATE_WARNING, STATE_NORMAL];

/** Rows of nodes by name, unless asked otherwise those of the worst state first. */
export function grid(input: LayoutInput, options: LayoutOptions): Float32Array {
  const count = input.ids.length;
  const names = input.ids.map((id) => id.slice(id.lastIndexOf('/') + 1));
  const standing = Array.from(input.states, (state) => {
    const place = ORDER_OF_STATES.indexOf(state);
    return options.order === 'name' ? 0 : place < 0 ? ORDER_OF_STATES.length : place;
  });
  const order = Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => standing[a] - standing[b] || compare(names[a], names[b]) || compare(input.ids[a], input.ids[b])
  );
  const columns = Math.max(1, Math.min(count, Math.round(Math.sqrt((count * options.aspect * ROW_GAP) / COLUMN_GAP))));
  const positions = new Float32Array(count * 2);
  order.forEach((row, place) => {
    positions[row * 2] = (place % columns) * COLUMN_GAP;
    positions[row * 2 + 1] = Math.floor(place / columns) * ROW_GAP;
  });
  return positions;
}

/** By code unit: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
