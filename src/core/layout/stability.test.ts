import { layoutInputOf, makeGraph } from '../../../tests/support/graphs';
import { nearestDistance } from '../../../tests/support/layoutInputs';
import { seededRandom } from '../../../tests/support/random';
import type { LayoutInput, LayoutName } from '../model/layout';
import { computeLayout, layouts } from './index';

const STEPS = 4;
const PINNED = [40, 15] as const;

/** The nodes of an input that are kept, some under another name, and the edges between them. */
function partOf(input: LayoutInput, kept: readonly number[], nameOf: (id: string) => string): LayoutInput {
  const rows = new Map(kept.map((row, index) => [row, index]));
  const edges = [...input.source.keys()].filter((edge) => rows.has(input.source[edge]) && rows.has(input.target[edge]));
  return {
    ids: kept.map((row) => nameOf(input.ids[row])),
    source: Int32Array.from(edges, (edge) => rows.get(input.source[edge]) ?? -1),
    target: Int32Array.from(edges, (edge) => rows.get(input.target[edge]) ?? -1),
    weight: Float32Array.from(edges, (edge) => input.weight[edge]),
    groups: kept.map((row) => input.groups[row]),
    states: Uint8Array.from(kept, (row) => input.states[row]),
  };
}

describe.each(Object.keys(layouts) as LayoutName[])('%s', (name) => {
  it.each([
    [1, 16 / 9],
    [2, 0.4],
    [3, 4],
  ])(
    'L10 L11 keeps what stays where it was while things come, go and change names (seed %d, aspect %d)',
    (seed, aspect) => {
      const random = seededRandom(seed);
      const all = layoutInputOf(makeGraph([20, 36], seed));
      const renamed = new Set<string>();
      const nameOf = (id: string) => (renamed.has(id) ? `${id}-v2` : id);
      const pinned = new Map([[all.ids[0], PINNED]]);
      let previous: Map<string, readonly [number, number]> | undefined;
      for (let step = 0; step < STEPS; step++) {
        const kept = [...all.ids.keys()].filter((row) => row === 0 || random() < 0.85);
        if (step > 0) {
          renamed.add(all.ids[1 + Math.floor(random() * (all.ids.length - 1))]);
        }
        const input = partOf(all, kept, nameOf);
        const { positions } = computeLayout(name, input, { aspect, previous, pinned });
        const now = new Map(
          input.ids.map((id, row) => [id, [positions[row * 2], positions[row * 2 + 1]] as const] as const)
        );
        expect(now.get(all.ids[0])).toEqual([...PINNED]);
        input.ids.forEach((id) => expect(now.get(id)).toEqual(previous?.get(id) ?? now.get(id)));
        expect(nearestDistance(positions)).toBeGreaterThan(2);
        previous = now;
      }
    }
  );
});
