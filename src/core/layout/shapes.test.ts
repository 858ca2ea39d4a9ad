import { straightCrossings } from '../../../tests/support/crossings';
import { layoutInputOf, makeGraph } from '../../../tests/support/graphs';
import { calls, inputOf, placesById } from '../../../tests/support/layoutInputs';
import { computeLayout, quickPlacement } from './index';

const WIDE = { aspect: 16 / 9 };

describe('grid', () => {
  it('L40 has the worst first, then goes by name', () => {
    const input = {
      ...inputOf(['z/a', 'a/d', 'b', 'c', 'e', 'a/a']),
      states: Uint8Array.from([0, 1, 2, 3, 2, 0]),
    };
    const places = placesById(input, computeLayout('grid', input, WIDE).positions);
    const order = [...places].sort(([, a], [, b]) => a[1] - b[1] || a[0] - b[0]).map(([id]) => id);
    expect(order).toEqual(['b', 'e', 'a/d', 'a/a', 'z/a', 'c']);
  });

  it('L41 goes by name alone where that is the order', () => {
    const input = { ...inputOf(['z/a', 'a/d', 'b', 'c']), states: Uint8Array.from([0, 1, 2, 3]) };
    const places = placesById(input, computeLayout('grid', input, { ...WIDE, order: 'name' }).positions);
    const order = [...places].sort(([, a], [, b]) => a[1] - b[1] || a[0] - b[0]).map(([id]) => id);
    expect(order).toEqual(['z/a', 'b', 'c', 'a/d']);
  });
});

describe('ring', () => {
  it('L8 L30 has the entry in the middle, and its callees around it', () => {
    const input = calls('db2 db', 'web a', 'web b', 'web c', 'web d', 'a db2');
    const { positions } = computeLayout('ring', { ...input, weight: Float32Array.from([1, 9, 9, 9, 9, 1]) }, WIDE);
    const places = placesById(input, positions);
    const web = places.get('web') ?? [NaN, NaN];
    const x = [...places.values()].map(([left]) => left);
    expect(web[0]).toBeGreaterThan(Math.min(...x));
    expect(web[0]).toBeLessThan(Math.max(...x));
  });

  it('L30 has no more on a ring than has room, and near ones inside', () => {
    const input = calls(
      ...Array.from({ length: 50 }, (_, index) => `gateway s${index}`),
      ...Array.from({ length: 30 }, (_, index) => `s${index} t${index}`)
    );
    const places = placesById(input, computeLayout('ring', input, WIDE).positions);
    const [x, y] = places.get('gateway') ?? [NaN, NaN];
    const radius = (id: string) => {
      const place = places.get(id) ?? [NaN, NaN];
      return Math.hypot((place[0] - x) / WIDE.aspect, place[1] - y);
    };
    const rings = new Set([...places.keys()].map((id) => Math.round(radius(id) * 10)));
    expect(rings.size).toBeGreaterThan(2);
    expect(radius('s3')).toBeLessThan(radius('t3'));
  });

  it.each([1, 2, 3])('L31 has far fewer crossings than the same rings in any order (seed %d)', (seed) => {
    const input = layoutInputOf(makeGraph('M', seed));
    const { positions } = computeLayout('ring', input, WIDE);
    const shuffled = positions.map((_, index) => positions[(index + 74) % positions.length]);
    const ordered = straightCrossings(input.source, input.target, positions);
    expect(ordered).toBeLessThan(straightCrossings(input.source, input.target, shuffled) * 0.65);
  });
});

describe('grouped', () => {
  it.each([1, 2, 3])('L50 draws no group over another (seed %d)', (seed) => {
    const input = layoutInputOf(makeGraph([90, 240], seed));
    const { positions } = computeLayout('grouped', input, WIDE);
    const boxes = new Map<string, [number, number, number, number]>();
    input.groups.forEach((group, row) => {
      const [x, y] = positions.subarray(row * 2, row * 2 + 2);
      for (const path of [group, group.split('/')[0]]) {
        const box = boxes.get(path) ?? [x, y, x, y];
        boxes.set(path, [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]);
      }
    });
    for (const [path, a] of boxes) {
      for (const [other, b] of boxes) {
        if (path !== other && !path.startsWith(`${other}/`) && !other.startsWith(`${path}/`)) {
          expect(a[2] < b[0] - 2 || b[2] < a[0] - 2 || a[3] < b[1] - 2 || b[3] < a[1] - 2).toBe(true);
        }
      }
    }
  });

  it('L50 gives nodes in no group a place among the boxes', () => {
    const input = { ...calls('users web', 'web api', 'api db'), groups: ['', 'shop', 'shop', 'shop/data'] };
    const places = placesById(input, computeLayout('grouped', input, WIDE).positions);
    expect(new Set([...places.values()].map(String)).size).toBe(4);
    expect(places.get('users')?.[0]).toBeLessThan(places.get('web')?.[0] ?? NaN);
  });
});

describe('quickPlacement', () => {
  it('L70 keeps what has a place, and puts the others in their columns', () => {
    const input = calls('web api', 'api db');
    const previous = new Map([['api', [50, 60] as const]]);
    const { positions, bounds } = quickPlacement('layered', input, { ...WIDE, previous });
    expect([...positions.subarray(2, 4)]).toEqual([50, 60]);
    expect(positions[0]).toBeLessThan(positions[4]);
    expect(bounds[2]).toBe(50);
  });

  it('L70 L2 places nothing, and ten thousand', () => {
    expect(quickPlacement('layered', inputOf([]), WIDE).positions).toHaveLength(0);
    const many = layoutInputOf(makeGraph('XXL', 1));
    expect(quickPlacement('layered', many, WIDE).positions.every(Number.isFinite)).toBe(true);
  });

  it('L71 has groups where the layout has them, so that nodes move by little', () => {
    const input = layoutInputOf(makeGraph('XL', 1));
    const quick = quickPlacement('layered', input, WIDE);
    const final = computeLayout('layered', input, WIDE);
    const { positions } = final;
    let moved = 0;
    for (let at = 0; at < positions.length; at += 2) {
      moved += Math.hypot(quick.positions[at] - positions[at], quick.positions[at + 1] - positions[at + 1]);
    }
    expect(moved / input.ids.length).toBeGreaterThan(0);
    expect(moved / input.ids.length).toBeLessThan(9);
    quick.bounds.forEach((bound, side) => expect(bound).toBeCloseTo(final.bounds[side], 3));
  });
});
