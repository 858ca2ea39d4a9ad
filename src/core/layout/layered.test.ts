import { baselineLayout } from '../../../tests/support/baselineLayout';
import { straightCrossings } from '../../../tests/support/crossings';
import { layoutInputOf, makeGraph } from '../../../tests/support/graphs';
import { calls, placesById } from '../../../tests/support/layoutInputs';
import type { LayoutInput, LayoutOptions } from '../model/layout';
import { computeLayout } from './index';

const WIDE: LayoutOptions = { aspect: 16 / 9 };

/** x and y by id. */
function places(
  input: LayoutInput,
  options: LayoutOptions = WIDE
): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(placesById(input, computeLayout('layered', input, options).positions));
}

describe('layered', () => {
  it('L20 puts callers left of what they call', () => {
    const input = calls('web api', 'api orders', 'api users', 'orders db', 'users db', 'web users');
    const at = places(input);
    input.source.forEach((from, edge) => {
      expect(at[input.ids[from]][0]).toBeLessThan(at[input.ids[input.target[edge]]][0]);
    });
  });

  it('L20 turns round only the call that closes a cycle', () => {
    const at = places(calls('web api', 'api orders', 'orders db', 'db api'));
    expect([at.web[0], at.api[0], at.orders[0], at.db[0]]).toEqual(
      [...[at.web[0], at.api[0], at.orders[0], at.db[0]]].sort((a, b) => a - b)
    );
  });

  it('L21 lets calls between siblings go rather than draw a strip', () => {
    const tiers = [1, 4, 8, 8, 6].map((size, tier) => Array.from({ length: size }, (_, index) => `t${tier}-${index}`));
    const down = tiers
      .slice(1)
      .flatMap((tier, above) =>
        tier.flatMap((id, index) => [
          `${tiers[above][index % tiers[above].length]} ${id}`,
          `${tiers[above][(index * 3 + 1) % tiers[above].length]} ${id}`,
        ])
      );
    const siblings = tiers[2].slice(1).map((id, index) => `${tiers[2][index]} ${id}`);
    const at = places(calls(...new Set([...down, ...siblings])));
    const columns = new Set(Object.values(at).map(([x]) => x));
    expect(columns.size).toBeLessThanOrEqual(7);
    down.forEach((line) => {
      const [from, to] = line.split(' ');
      expect(at[from][0]).toBeLessThanOrEqual(at[to][0]);
    });
  });

  it('L22 starts at the entry that the options name', () => {
    const input = calls('a b', 'b c', 'c d', 'd b');
    const at = places(input, { ...WIDE, entry: 'a' });
    expect(at.a[0]).toBe(Math.min(...Object.values(at).map(([x]) => x)));
    const round = calls('a b', 'b c', 'c a');
    const from = places(round, { ...WIDE, entry: 'b' });
    expect(from.b[0]).toBeLessThan(from.c[0]);
    expect(from.c[0]).toBeLessThan(from.a[0]);
  });

  it('L23 untangles what can be drawn without crossings', () => {
    const input = calls('r a', 'r b', 'r c', 'a z', 'b y', 'c x', 'z z2', 'y y2', 'x x2');
    expect(straightCrossings(input.source, input.target, computeLayout('layered', input, WIDE).positions)).toBe(0);
  });

  it.each([1, 2, 3, 4, 5])(
    'L23 has at most half the crossings of columns in the order of the input (seed %d)',
    (seed) => {
      const input = layoutInputOf(makeGraph('M', seed));
      const ours = straightCrossings(input.source, input.target, computeLayout('layered', input, WIDE).positions);
      const theirs = straightCrossings(input.source, input.target, baselineLayout(input));
      expect(ours).toBeLessThanOrEqual(theirs / 2);
    }
  );

  it('L24 L25 cuts a rank that is too tall', () => {
    const input = calls(...Array.from({ length: 60 }, (_, index) => `gateway s${index}`));
    const at = Object.values(places(input));
    const columns = [...new Set(at.map(([x]) => x))].sort((a, b) => a - b);
    expect(columns.length).toBeGreaterThan(3);
    columns.slice(1).forEach((x, index) => expect(x - columns[index]).toBeGreaterThanOrEqual(9 - 1e-3));
    for (const column of columns) {
      const rows = at
        .filter(([x]) => x === column)
        .map(([, y]) => y)
        .sort((a, b) => a - b);
      rows.slice(1).forEach((y, index) => expect(y - rows[index]).toBeGreaterThanOrEqual(3.2 - 1e-3));
    }
  });

  it('L7 packs parts that are not connected, and makes a block of nodes without edges', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `a${index} b${index}`);
    const linked = calls(...lines);
    const input = { ...linked, ids: [...linked.ids, ...Array.from({ length: 20 }, (_, index) => `alone${index}`)] };
    const { bounds } = computeLayout('layered', input, WIDE);
    const ratio = (bounds[2] - bounds[0] + 9) / (bounds[3] - bounds[1] + 3.2);
    expect(ratio).toBeGreaterThan(1.1);
    expect(ratio).toBeLessThan(2.8);
  });

  it('draws a small system symmetrically', () => {
    const at = places(calls('web a', 'web b', 'web c', 'b db'));
    expect(at.web[1]).toBeCloseTo(0, 3);
    expect(at.b[1]).toBeCloseTo(0, 3);
    expect(at.a[1] + at.c[1]).toBeCloseTo(0, 3);
  });

  it('lays out ten thousand services', () => {
    const input = layoutInputOf(makeGraph('XXL', 1));
    const { positions, bounds } = computeLayout('layered', input, WIDE);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect((bounds[2] - bounds[0]) / (bounds[3] - bounds[1])).toBeLessThan(3);
    expect((bounds[2] - bounds[0]) / (bounds[3] - bounds[1])).toBeGreaterThan(1);
  });

  it('L27 keeps the groups of many nodes together', () => {
    const input = layoutInputOf(makeGraph([320, 1_200], 2));
    const { positions } = computeLayout('layered', input, WIDE);
    expect(positions).toEqual(computeLayout('grouped', input, WIDE).positions);
    const without = { ...input, groups: input.groups.map(() => '') };
    expect(computeLayout('layered', without, WIDE).positions).not.toEqual(positions);
  });

  it.each([
    [20, 60, 0.3],
    [24, 50, 1.5],
    [68, 131, 0.6],
    [68, 131, 1.78],
    [68, 131, 4],
    [100, 220, 1.2],
  ] as const)('L6 fills a place: %d services with %d edges, aspect %d', (services, edges, aspect) => {
    const input = layoutInputOf(makeGraph([services, edges], 1));
    const [left, top, right, bottom] = computeLayout('layered', input, { aspect }).bounds;
    const ratio = (right - left + 2.8) / (bottom - top + 2.8) / aspect;
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1 / 0.9);
  });

  it('L28 flows down in a tall place', () => {
    const input = calls('web api', 'api orders', 'api users', 'orders db', 'users db');
    const at = places(input, { aspect: 0.35 });
    input.source.forEach((from, edge) => {
      expect(at[input.ids[from]][1]).toBeLessThan(at[input.ids[input.target[edge]]][1]);
    });
    expect(Math.abs(at.orders[0] - at.users[0])).toBeGreaterThanOrEqual(9 - 1e-3);
    const previous = new Map(Object.entries(at));
    const more = calls('web api', 'api orders', 'api users', 'orders db', 'users db', 'api stock');
    const stock = places(more, { aspect: 0.35, previous }).stock;
    expect(stock[1]).toBeGreaterThan(at.api[1]);
  });

  it('L29 has third parties that call nobody in the last column', () => {
    const input = calls('web api', 'web mailer', 'api orders', 'orders db');
    const outside = Uint8Array.from(input.ids, (id) => (id === 'mailer' ? 1 : 0));
    expect(places(input).mailer[0]).toBeLessThan(places(input).db[0]);
    const at = places({ ...input, outside });
    expect(at.mailer[0]).toBe(at.db[0]);
  });

  it('L23 keeps topmost groups together where that crosses less', () => {
    const region = (name: string) => [
      `${name}/a ${name}/b`,
      `${name}/a ${name}/c`,
      `${name}/b ${name}/d`,
      `${name}/b ${name}/e`,
      `${name}/c ${name}/e`,
      `${name}/c ${name}/d`,
    ];
    const linked = calls('in eu/a', 'in us/a', 'in ap/a', ...region('eu'), ...region('us'), ...region('ap'));
    const input = { ...linked, groups: linked.ids.map((id) => id.split('/').slice(0, -1).join('/')) };
    const { positions } = computeLayout('layered', input, WIDE);
    expect(straightCrossings(input.source, input.target, positions)).toBeLessThanOrEqual(3);
  });
});
