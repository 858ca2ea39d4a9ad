import type { LayoutInput, LayoutOptions } from '../model/layout';
import { buildGraph } from './graph/graph';
import { grouped } from './grouped';
import { clearEdges, isClearable } from './layered/clearEdges';
import { directionFor } from './layered/direction';
import { layeredGraph } from './layered/layeredGraph';

/** More nodes than these are laid out group by group: no eye follows edges among so many, and crossings are fewer. */
const MOST_IN_ONE = 300;

/** Whether so many nodes are in different groups that these are laid out each for itself. */
export function isByGroup({ ids, groups }: LayoutInput): boolean {
  return ids.length > MOST_IN_ONE && new Set(groups).size > 1;
}

/**
 * Along the flow from the entry, to the right, or down in a tall place: callers before what they call, few crossings,
 * cut to fill the wanted aspect; in small graphs long edges keep clear of the nodes between their ends, unless all that
 * counts is `roughly` where a node would be.
 */
export function layered(input: LayoutInput, options: LayoutOptions, roughly = false): Float32Array {
  if (isByGroup(input)) {
    return grouped(input, options);
  }
  const graph = buildGraph(input.ids.length, input);
  const direction = directionFor(options.aspect);
  return layeredGraph(graph, options.aspect, {
    entry: options.entry === undefined ? -1 : input.ids.indexOf(options.entry),
    direction,
    families: familiesOf(input.groups),
    outside: input.outside,
    finish:
      !roughly && isClearable(graph)
        ? (part, placed, aspect) => clearEdges(part, placed, aspect, direction)
        : undefined,
  });
}

/** A number for the topmost group of each row, by first appearance. */
function familiesOf(groups: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(groups, (group) => {
    const top = group.split('/', 1)[0];
    const number = numbers.get(top) ?? numbers.size;
    numbers.set(top, number);
    return number;
  });
}
