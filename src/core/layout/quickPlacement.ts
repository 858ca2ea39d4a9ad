import type { LayoutInput, LayoutName, LayoutOptions, LayoutResult } from '../model/layout';
import { boundsOf, centred } from './bounds';
import { buildGraph } from './graph/graph';
import { grouped } from './grouped';
import { isByGroup } from './layered';
import { directionFor } from './layered/direction';
import { layeredGraph } from './layered/layeredGraph';
import { layoutOptions } from './options';

/**
 * What there is to see until a layout is there: nodes without a previous place are put in columns from the entry, by
 * group where the layout is by group, without untangling.
 */
export function quickPlacement(name: LayoutName, input: LayoutInput, given: LayoutOptions): LayoutResult {
  const options = layoutOptions(given);
  const { aspect, entry, previous, pinned } = options;
  if (input.ids.length === 0) {
    return { positions: new Float32Array(0), bounds: [0, 0, 0, 0] };
  }
  const byGroup = name === 'grouped' || (name === 'layered' && isByGroup(input));
  const positions = centred(
    byGroup
      ? grouped(input, options, true)
      : layeredGraph(buildGraph(input.ids.length, input), aspect, {
          entry: entry === undefined ? -1 : input.ids.indexOf(entry),
          direction: directionFor(aspect),
          outside: input.outside,
          tangled: true,
        })
  );
  input.ids.forEach((id, row) =>
    positions.set(pinned?.get(id) ?? previous?.get(id) ?? positions.subarray(row * 2, row * 2 + 2), row * 2)
  );
  return { positions, bounds: boundsOf(positions) };
}
