import { layoutInputOf, makeGraph } from '../../../tests/support/graphs';
import { calls } from '../../../tests/support/layoutInputs';
import type { LayoutInput } from '../model/layout';
import { computeLayout } from './index';
import { flowFrom, layeredGraph } from './layered/layeredGraph';
import { buildGraph } from './graph/graph';

const WIDE = { aspect: 16 / 9 };

/** Nearer than this to a node's centre an edge seems to be one of its own. */
const CLEAR = 1.2;

const PARTNERS = ['mail-relay', 'card-processor', 'parcel-tracker', 'risk-scores'];
const REGIONS = ['eu-west', 'us-east', 'ap-south'];
const WORLD = calls(
  ...REGIONS.map((region) => `internet ${region}`),
  'ap-south eu-west',
  'us-east eu-west',
  ...REGIONS.flatMap((region) => PARTNERS.map((partner) => `${region} ${partner}`))
);

/** Graphs of services with half as many edges more than nodes, the first of 5, the last of 30, and their layouts. */
const SMALL = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 25, 26, 28, 30].map((count, index) => {
  const input = layoutInputOf(makeGraph([count, Math.round(count * 1.5)], index + 1));
  return { count, input, result: computeLayout('layered', input, WIDE) };
});

/** Pairs of an edge and a node, not its end, that its straight line comes too near to. */
function edgesBehindNodes({ ids, source, target }: LayoutInput, positions: Float32Array): string[] {
  return Array.from(source, (from, edge) => {
    const to = target[edge];
    return ids
      .filter((_, node) => node !== from && node !== to && distanceToLine(positions, from, to, node) < CLEAR)
      .map((id) => `${ids[from]} → ${ids[to]} behind ${id}`);
  }).flat();
}

function distanceToLine(positions: Float32Array, from: number, to: number, node: number): number {
  const dx = positions[to * 2] - positions[from * 2];
  const dy = positions[to * 2 + 1] - positions[from * 2 + 1];
  const x = positions[node * 2] - positions[from * 2];
  const y = positions[node * 2 + 1] - positions[from * 2 + 1];
  const part = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - part * dx, y - part * dy);
}

const laidOut = (input: LayoutInput) => computeLayout('layered', input, WIDE).positions;

it('L26 draws no edge of regions and their partners behind another node', () => {
  expect(edgesBehindNodes(WORLD, laidOut(WORLD))).toEqual([]);
});

it.each(SMALL.filter(({ count }) => count <= 16))(
  'L26 draws no edge of $count services behind another',
  ({ input, result }) => {
    expect(edgesBehindNodes(input, result.positions)).toEqual([]);
  }
);

it('L26 draws hardly any edge of up to 30 services behind another', () => {
  const behind = SMALL.flatMap(({ input, result }) => edgesBehindNodes(input, result.positions));
  const without = SMALL.flatMap(({ input }) =>
    edgesBehindNodes(input, layeredGraph(buildGraph(input.ids.length, input), WIDE.aspect, flowFrom(-1)))
  );
  expect(without.length).toBeGreaterThan(40);
  expect(behind.length).toBeLessThanOrEqual(2);
});

it('L26 L25 keeps columns, and a row gap in each', () => {
  for (const { result } of SMALL) {
    const { positions } = result;
    for (let a = 0; a < positions.length; a += 2) {
      for (let b = a + 2; b < positions.length; b += 2) {
        const across = Math.abs(positions[a] - positions[b]);
        expect(across > 1 || Math.abs(positions[a + 1] - positions[b + 1]) > 3.19).toBe(true);
      }
    }
  }
});

it('L26 L25 keeps the row gap where one node is taken to the border to clear it', () => {
  const star = calls(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((callee) => `edge ${callee}`));
  for (const aspect of [1.5, 16 / 9, 2, 3]) {
    const { positions } = computeLayout('layered', star, { aspect });
    const rows = star.ids.map((_, node) => [positions[node * 2], positions[node * 2 + 1]]);
    for (const [x, y] of rows) {
      expect(rows.filter((other) => Math.abs(other[0] - x) < 1 && Math.abs(other[1] - y) < 3.19)).toHaveLength(1);
    }
  }
});

it('L26 moves nothing where no edge is in the way', () => {
  const input = calls('web a', 'web b', 'web c', 'b db');
  const without = layeredGraph(buildGraph(input.ids.length, input), WIDE.aspect, flowFrom(-1));
  const shift = laidOut(input).map((value, index) => value - without[index]);
  shift.forEach((value, index) => expect(value).toBeCloseTo(shift[index % 2], 3));
});

it('L26 may make a picture a little taller than its place, not more', () => {
  for (const { result } of SMALL) {
    const { bounds } = result;
    const ratio = (bounds[2] - bounds[0] + 9) / (bounds[3] - bounds[1] + 3.2);
    expect(ratio).toBeGreaterThan(1.1);
  }
});
