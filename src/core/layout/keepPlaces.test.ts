import { layoutInputOf, makeGraph } from '../../../tests/support/graphs';
import { calls, inputOf, nearestDistance, placesById } from '../../../tests/support/layoutInputs';
import type { LayoutInput, LayoutName } from '../model/layout';
import { computeLayout, layouts } from './index';

const WIDE = { aspect: 16 / 9 };

/** The part of an input whose rows are wanted. */
function part(input: LayoutInput, wanted: (row: number) => boolean): LayoutInput {
  const rows = input.ids.map((_, row) => row).filter(wanted);
  const place = new Map(rows.map((row, index) => [row, index]));
  const edges = Array.from(input.source, (_, edge) => edge).filter(
    (edge) => place.has(input.source[edge]) && place.has(input.target[edge])
  );
  return {
    ids: rows.map((row) => input.ids[row]),
    source: Int32Array.from(edges, (edge) => place.get(input.source[edge]) ?? 0),
    target: Int32Array.from(edges, (edge) => place.get(input.target[edge]) ?? 0),
    weight: Float32Array.from(edges, (edge) => input.weight[edge]),
    groups: rows.map((row) => input.groups[row]),
    states: Uint8Array.from(rows, (row) => input.states[row]),
  };
}

describe.each(Object.keys(layouts) as LayoutName[])('%s', (name) => {
  const whole = layoutInputOf(makeGraph([60, 130], 4));

  it.each([2, 5, 60])('L11 L12 moves nothing when every %dth service comes or goes', (nth) => {
    const less = part(whole, (row) => row % nth !== 1);
    const before = placesById(less, computeLayout(name, less, WIDE).positions);
    const more = computeLayout(name, whole, { ...WIDE, previous: before }).positions;
    const after = placesById(whole, more);
    before.forEach((place, id) => expect(after.get(id)).toEqual(place));
    expect(nearestDistance(more)).toBeGreaterThan(2);
    const again = placesById(less, computeLayout(name, less, { ...WIDE, previous: after }).positions);
    expect(again).toEqual(before);
  });

  it('L10 L11 moves only the node that is pinned', () => {
    const previous = placesById(whole, computeLayout(name, whole, WIDE).positions);
    const pinned = new Map([[whole.ids[7], [123, -45] as const]]);
    const after = placesById(whole, computeLayout(name, whole, { ...WIDE, previous, pinned }).positions);
    expect(after).toEqual(new Map([...previous, ...pinned]));
  });

  it('L13 takes another picture for another one', () => {
    const few = part(whole, (row) => row < 20);
    const previous = placesById(few, computeLayout(name, few, WIDE).positions);
    expect(computeLayout(name, whole, { ...WIDE, previous })).toEqual(computeLayout(name, whole, WIDE));
  });

  it('L14 takes a place that is no number for none', () => {
    const fresh = computeLayout(name, whole, WIDE);
    const pinned = new Map([[whole.ids[0], [NaN, 0] as const]]);
    expect(computeLayout(name, whole, { ...WIDE, pinned })).toEqual(fresh);
  });
});

it('L12 puts a newcomer in its column, near the rows of its neighbours', () => {
  const before = calls('web api', 'api orders', 'api users', 'orders db');
  const previous = placesById(before, computeLayout('layered', before, WIDE).positions);
  const after = calls('web api', 'api orders', 'api users', 'orders db', 'api search');
  const places = placesById(after, computeLayout('layered', after, { ...WIDE, previous }).positions);
  const [x, y] = places.get('search') ?? [NaN, NaN];
  expect(x).toBeCloseTo(previous.get('orders')?.[0] ?? NaN, 3);
  expect(Math.abs(y)).toBeLessThan(15);
});

it('L12 puts a newcomer that nobody knows where nothing is covered', () => {
  const before = calls('web api', 'api db');
  const previous = placesById(before, computeLayout('layered', before, WIDE).positions);
  const after = inputOf(
    [...before.ids, 'stranger'],
    [
      ['web', 'api'],
      ['api', 'db'],
    ]
  );
  const { positions } = computeLayout('layered', after, { ...WIDE, previous });
  expect(nearestDistance(positions)).toBeGreaterThan(3);
});
