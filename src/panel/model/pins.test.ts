import { pinnedLayout } from './pinnedLayout';
import { levelKey, pinsAt, readPins, withoutPin, withoutPins, withPin, type Pins } from './pins';

const WORLD = { path: [] };
const SHOP = { path: ['eu', 'shop'] };

describe('pins', () => {
  it('are kept by level, and never changed in place', () => {
    const empty: Pins = Object.freeze([]);
    const one = withPin(empty, SHOP, 'eu/shop/cart', [1.23456, -2]);
    const two = withPin(one, WORLD, 'eu/', [3, 4]);
    expect(empty).toEqual([]);
    expect(one).toEqual([{ level: 'eu/shop/', node: 'eu/shop/cart', at: [1.23, -2] }]);
    expect([...pinsAt(two, WORLD)]).toEqual([['eu/', [3, 4]]]);
    expect([...pinsAt(withPin(two, WORLD, 'eu/', [5, 6]), WORLD)]).toEqual([['eu/', [5, 6]]]);
    expect(withoutPin(two, WORLD, 'eu/')).toEqual(one);
    expect(withoutPins(two, SHOP)).toEqual([{ level: '/', node: 'eu/', at: [3, 4] }]);
  });

  it('tell a level from the focus on a service of the same name', () => {
    expect(levelKey({ path: ['eu'], focus: 'eu/shop' })).not.toBe(levelKey(SHOP));
    expect(levelKey({ path: ['a/b'] })).not.toBe(levelKey({ path: ['a', 'b'] }));
  });

  it('are read from what a dashboard holds, without what is no pin', () => {
    const good = { level: '/', node: 'a', at: [1, 2] };
    const sound = [good];
    expect(readPins(sound)).toBe(sound);
    const bad = [null, 3, {}, { ...good, at: [1] }, { ...good, at: [NaN, 0] }, { ...good, node: 4 }];
    expect(readPins([good, ...bad])).toEqual([good]);
    expect(readPins({ '/': 1 })).toEqual([]);
    expect(readPins(undefined)).toEqual([]);
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
