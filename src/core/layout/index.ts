import type { Layout, LayoutInput, LayoutName, LayoutOptions, LayoutResult } from '../model/layout';
import { boundsOf, centred } from './bounds';
import { grouped } from './grouped';
import { force } from './force';
import { grid } from './grid';
import { keepPlaces, type Kinship } from './keepPlaces';
import { layered } from './layered';
import { layoutOptions } from './options';
import { ring } from './ring';

export { layoutInput } from './layoutInput';
export { quickPlacement } from './quickPlacement';

/** Places of nodes as if there had been none before; `roughly`, for newcomers to a picture that stays, may take less care. */
type Arrange = (input: LayoutInput, options: LayoutOptions, roughly: boolean) => Float32Array;

/** An arrangement as a layout: any options, no nodes, and nodes that stay put are taken care of. */
function layoutOf(arrange: Arrange, kinship: Kinship): Layout {
  return (input, given) => {
    if (input.ids.length === 0) {
      return { positions: new Float32Array(0), bounds: [0, 0, 0, 0] };
    }
    const options = layoutOptions(given);
    const positions = keepPlaces(input, options, (roughly) => centred(arrange(input, options, roughly)), kinship);
    return { positions, bounds: boundsOf(positions) };
  };
}

/** The layouts by name. A new one is one file and one line here. */
export const layouts: Readonly<Record<LayoutName, Layout>> = Object.freeze({
  layered: layoutOf(layered, 'columns'),
  ring: layoutOf(ring, 'neighbours'),
  force: layoutOf(force, 'neighbours'),
  grid: layoutOf(grid, 'none'),
  grouped: layoutOf(grouped, 'group'),
});

/** Lays out the nodes of an input. An unknown name, as a saved dashboard may hold, is laid out as `layered`. */
export function computeLayout(name: LayoutName, input: LayoutInput, options: LayoutOptions): LayoutResult {
  return (layouts[name] ?? layouts.layered)(input, options);
}
