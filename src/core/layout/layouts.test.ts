import { straightCrossings } from '../../../tests/support/crossings';
import { layoutInputOf, makeGraph } from '../../../tests/support/graphs';
import { inputOf, nearestDistance } from '../../../tests/support/layoutInputs';
import type { LayoutInput, LayoutName, LayoutOptions } from '../model/layout';
import { computeLayout, layouts } from './index';

const NAMES = Object.keys(layouts) as LayoutName[];
const WIDE: LayoutOptions = { aspect: 16 / 9 };

describe.each(NAMES)('%s', (name) => {
  const service = layoutInputOf(makeGraph('S', 1));

  it('L1 gives equal positions for equal input, and leaves the input as it was', () => {
    const before = JSON.stringify(service);
    const first = computeLayout(name, service, WIDE);
    expect(computeLayout(name, layoutInputOf(makeGraph('S', 1)), WIDE)).toEqual(first);
    expect(JSON.stringify(service)).toBe(before);
  });

  it('L2 lays out nothing, one node, and nodes without edges', () => {
    expect(computeLayout(name, inputOf([]), WIDE)).toEqual({ positions: new Float32Array(0), bounds: [0, 0, 0, 0] });
    expect(computeLayout(name, inputOf(['a']), WIDE)).toEqual({ positions: new Float32Array(2), bounds: [0, 0, 0, 0] });
    const { positions } = computeLayout(name, inputOf(['a', 'b', 'c', 'd', 'e', 'f', 'g']), WIDE);
    expect(positions).toHaveLength(14);
    expect(nearestDistance(positions)).toBeGreaterThan(2);
  });

  it('L3 ignores self edges, edges without a node, and counts duplicates once', () => {
    const clean = inputOf(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
      ]
    );
    const dirty: LayoutInput = {
      ...clean,
      source: Int32Array.from([0, 0, 1, 2, -1, 1]),
      target: Int32Array.from([0, 1, 2, 7, 0, 2]),
      weight: Float32Array.from([5, 1, 1, 9, 9, NaN]),
    };
    expect(computeLayout(name, dirty, WIDE)).toEqual(computeLayout(name, clean, WIDE));
  });

  it.each([NaN, 0, -1, Infinity])('L3 takes an aspect of %p as 16:9', (aspect) => {
    expect(computeLayout(name, service, { aspect })).toEqual(computeLayout(name, service, WIDE));
  });

  it('L3 takes cycles, opposite edges and an unknown entry', () => {
    const input = inputOf(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['b', 'a'],
      ]
    );
    const { positions } = computeLayout(name, input, { ...WIDE, entry: 'nobody' });
    expect(positions.every(Number.isFinite)).toBe(true);
  });

  it.each([
    [5, 5],
    [20, 60],
    [60, 130],
    [100, 400],
  ] as const)('L4 covers no node of %d', (nodes, edges) => {
    const { positions } = computeLayout(name, layoutInputOf(makeGraph([nodes, edges], 3)), WIDE);
    expect(nearestDistance(positions)).toBeGreaterThan(2);
  });

  it('L5 is centred, and its bounds are those of its positions', () => {
    const { positions, bounds } = computeLayout(name, service, WIDE);
    const x = positions.filter((_, index) => index % 2 === 0);
    const y = positions.filter((_, index) => index % 2 === 1);
    expect(bounds).toEqual([Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]);
    expect(bounds[0] + bounds[2]).toBeCloseTo(0, 3);
    expect(bounds[1] + bounds[3]).toBeCloseTo(0, 3);
  });

  it.each([1, 2, 3])('L6 fills a wide place with 60 services (seed %d)', (seed) => {
    const { bounds } = computeLayout(name, layoutInputOf(makeGraph([60, 130], seed)), WIDE);
    const ratio = (bounds[2] - bounds[0] + 9) / (bounds[3] - bounds[1] + 3.2);
    expect(ratio).toBeGreaterThan(1.1);
    expect(ratio).toBeLessThan(2.9);
  });

  it('L10 puts pinned nodes where they are pinned, and covers none of them', () => {
    const fresh = computeLayout(name, service, WIDE).positions;
    const pinned = new Map([[service.ids[3], [fresh[16], fresh[17]] as const]]);
    const { positions } = computeLayout(name, service, { ...WIDE, pinned });
    expect([...positions.subarray(6, 8)]).toEqual([fresh[16], fresh[17]]);
    expect(nearestDistance(positions)).toBeGreaterThan(2);
  });
});

it('L3 takes an unknown name as layered', () => {
  const input = layoutInputOf(makeGraph('S', 1));
  expect(computeLayout('spiral' as LayoutName, input, WIDE)).toEqual(computeLayout('layered', input, WIDE));
});

it.each([1, 2, 3, 4, 5])('L3 L4 lays out odd graphs of any kind (seed %d)', (seed) => {
  const graph = makeGraph([30 + seed * 7, 40 + seed * 60], seed);
  const input = layoutInputOf(graph);
  const broken = {
    ...input,
    source: input.source.map((row, edge) => (edge % 9 === seed ? row + 20 : row)),
    weight: input.weight.fill(NaN),
  };
  for (const name of NAMES) {
    const { positions } = computeLayout(name, broken, { aspect: seed / 2 });
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(nearestDistance(positions)).toBeGreaterThan(2);
  }
});

it('L60 brings services near that call each other', () => {
  const input = layoutInputOf(makeGraph('M', 1));
  const { positions } = computeLayout('force', input, WIDE);
  const distance = (a: number, b: number) =>
    Math.hypot(positions[a * 2] - positions[b * 2], positions[a * 2 + 1] - positions[b * 2 + 1]);
  const edges = Array.from(input.source, (from, edge) => distance(from, input.target[edge]));
  const any = Array.from({ length: 400 }, (_, index) => distance(index % 100, (index * 37 + 11) % 100));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(edges)).toBeLessThan(mean(any) * 0.6);
  expect(straightCrossings(input.source, input.target, positions)).toBeLessThan(4_000);
});
