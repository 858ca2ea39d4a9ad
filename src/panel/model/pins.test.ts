import { pinnedLayout } from './pinnedLayout';
import { countPins, levelKey, pinsAt, withoutPin, withoutPins, withPin, type Pins } from './pins';

const WORLD = { path: [] };
const SHOP = { path: ['eu', 'shop'] };

describe('pins', () => {
  it('are kept by level, and never changed in place', () => {
    const empty: Pins = Object.freeze({});
    const one = withPin(empty, SHOP, 'eu/shop/cart', [1.23456, -2]);
    const two = withPin(one, WORLD, 'eu/', [3, 4]);
    expect(empty).toEqual({});
    expect(one).toEqual({ 'eu/shop/': { 'eu/shop/cart': [1.23, -2] } });
    expect([...pinsAt(two, WORLD)]).toEqual([['eu/', [3, 4]]]);
    expect(countPins(two)).toBe(2);
    expect(withoutPin(two, WORLD, 'eu/')).toEqual(one);
    expect(withoutPins(two, SHOP)).toEqual({ '/': { 'eu/': [3, 4] } });
  });

  it('tell a level from the focus on a service of the same name', () => {
    expect(levelKey({ path: ['eu'], focus: 'eu/shop' })).not.toBe(levelKey(SHOP));
    expect(levelKey({ path: ['a/b'] })).not.toBe(levelKey({ path: ['a', 'b'] }));
  });

  it('leave out what is no place, and names that every object has', () => {
    const hand = { '/': { a: [1, 2], b: 'there', c: [1], d: [NaN, 0], e: null } } as unknown as Pins;
    expect([...pinsAt(hand, WORLD).keys()]).toEqual(['a']);
    expect(pinsAt({}, { path: [], focus: 'constructor' }).size).toBe(0);
    expect(pinsAt({ '/': null } as unknown as Pins, WORLD).size).toBe(0);
  });
});

describe('a layout with pins', () => {
  const layout = { positions: Float32Array.of(0, 0, 10, 0), bounds: [0, 0, 10, 0] as const };

  it('moves pinned nodes alone, and widens its bounds', () => {
    const moved = pinnedLayout(layout, ['a', 'b'], new Map([['b', [4, -6] as const]]));
    expect([...moved.positions]).toEqual([0, 0, 4, -6]);
    expect(moved.bounds).toEqual([0, -6, 4, 0]);
    expect([...layout.positions]).toEqual([0, 0, 10, 0]);
  });

  it('is the same one when nothing is pinned', () => {
    expect(pinnedLayout(layout, ['a', 'b'], new Map())).toBe(layout);
  });
});
