import type { LayoutInput } from '../../src/core/model/layout';

/** An input of these nodes, in no group, with edges of one request per second. */
export function inputOf(ids: readonly string[], pairs: ReadonlyArray<readonly [string, string]> = []): LayoutInput {
  return {
    ids,
    source: Int32Array.from(pairs, ([from]) => ids.indexOf(from)),
    target: Int32Array.from(pairs, ([, to]) => ids.indexOf(to)),
    weight: new Float32Array(pairs.length).fill(1),
    groups: ids.map(() => ''),
    states: new Uint8Array(ids.length),
  };
}

/** An input from lines such as "a b": a calls b. */
export function calls(...lines: readonly string[]): LayoutInput {
  const pairs = lines.map((line) => line.split(' ') as [string, string]);
  return inputOf([...new Set(pairs.flat())], pairs);
}

/** The smallest distance of any two nodes. */
export function nearestDistance(positions: Float32Array): number {
  let least = Infinity;
  for (let a = 0; a < positions.length; a += 2) {
    for (let b = a + 2; b < positions.length; b += 2) {
      least = Math.min(least, Math.hypot(positions[a] - positions[b], positions[a + 1] - positions[b + 1]));
    }
  }
  return least;
}

/** x and y by id. */
export function placesById(
  input: LayoutInput,
  positions: Float32Array
): ReadonlyMap<string, readonly [number, number]> {
  return new Map(input.ids.map((id, row) => [id, [positions[row * 2], positions[row * 2 + 1]] as const]));
}
