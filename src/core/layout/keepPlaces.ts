import type { LayoutInput, LayoutOptions } from '../model/layout';

/** Where a node must stay, by row; rows without a place are absent. */
export function fixedPlaces(
  input: LayoutInput,
  options: LayoutOptions
): ReadonlyMap<number, readonly [number, number]> {
  const result = new Map<number, readonly [number, number]>();
  input.ids.forEach((id, row) => {
    const place = options.pinned?.get(id) ?? options.previous?.get(id);
    if (place && Number.isFinite(place[0]) && Number.isFinite(place[1])) {
      result.set(row, place);
    }
  });
  return result;
}
