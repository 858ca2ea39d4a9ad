import { BufferGeometry, Points, type BufferAttribute } from 'three';
import { seededRandom } from '../../tests/support/random';
import { NO_EDGES, type EdgeRows } from './edgeRows';
import { appendSlots, countParticles, createSlotWriter, missingSlots, noSlots, worthKeeping } from './particleSlots';

/** Edges of which only the numbers of particles matter. */
function edgesWith(liveTo: readonly number[], liveFrom = liveTo): EdgeRows {
  return {
    ...NO_EDGES,
    count: liveTo.length,
    ids: liveTo.map(String),
    liveFrom: Uint16Array.from(liveFrom),
    liveTo: Uint16Array.from(liveTo),
  };
}

const attributeOf = (points: Points) => points.geometry.getAttribute('aParticle') as BufferAttribute;

/** Pairs that are drawn, as `edge:slot`. */
function drawnPairs(points: Points): string[] {
  const { array } = attributeOf(points);
  return Array.from(
    { length: points.geometry.drawRange.count },
    (_, index) => `${array[index * 2]}:${array[index * 2 + 1]}`
  );
}

const neededPairs = (edges: EdgeRows) =>
  edges.ids.flatMap((_, row) =>
    Array.from({ length: Math.max(edges.liveFrom[row], edges.liveTo[row]) }, (__, slot) => `${row}:${slot}`)
  );

describe('slots of particles', () => {
  it('are those that are and those that fade', () => {
    const edges = edgesWith([3, 0, 2], [1, 2, 2]);
    expect(countParticles(edges)).toBe(7);
    const cells = new Uint16Array(14);
    const slots = noSlots();
    expect(missingSlots(slots, edges)).toBe(7);
    appendSlots(cells, slots, edges);
    expect(Array.from(cells)).toEqual([0, 0, 0, 1, 0, 2, 1, 0, 1, 1, 2, 0, 2, 1]);
    expect(missingSlots(slots, edges)).toBe(0);
  });

  it('that are there stay where they are: an update appends those that are missing', () => {
    const points = new Points(new BufferGeometry());
    const write = createSlotWriter(points);
    expect(write(edgesWith([400, 300]))).toBe(700);
    const before = attributeOf(points);
    const first = drawnPairs(points);
    before.clearUpdateRanges();
    expect(write(edgesWith([380, 310], [400, 300]))).toBe(710);
    expect(attributeOf(points)).toBe(before);
    expect(drawnPairs(points).slice(0, 700)).toEqual(first);
    expect(before.updateRanges).toEqual([{ start: 1400, count: 20 }]);
  });

  it('of every edge are there after any updates, each once', () => {
    const random = seededRandom(11);
    const points = new Points(new BufferGeometry());
    const write = createSlotWriter(points);
    let live = [5];
    for (let round = 0; round < 200; round++) {
      const rows = 1 + Math.floor(random() * 12);
      const next = Array.from({ length: rows }, () => Math.floor(random() ** 3 * 500));
      const edges = edgesWith(
        next,
        next.map((_, row) => live[row] ?? 0)
      );
      expect(write(edges)).toBe(neededPairs(edges).length);
      const pairs = drawnPairs(points);
      expect(new Set(pairs).size).toBe(pairs.length);
      const there = new Set(pairs);
      expect(neededPairs(edges).filter((pair) => !there.has(pair))).toEqual([]);
      expect(pairs.filter((pair) => Number(pair.split(':')[0]) >= rows)).toEqual([]);
      expect(pairs.length).toBeLessThanOrEqual(neededPairs(edges).length * 1.25 + 512);
      live = next;
    }
  });

  it('of edges that are gone are not kept: nothing would tell that they are not needed', () => {
    const slots = noSlots();
    appendSlots(new Uint16Array(20), slots, edgesWith([2, 2, 2]));
    expect(worthKeeping(slots, 0, 6, 3)).toBe(true);
    expect(worthKeeping(slots, 0, 6, 2)).toBe(false);
  });

  it('that no edge needs are dropped when they are many', () => {
    const points = new Points(new BufferGeometry());
    const write = createSlotWriter(points);
    write(edgesWith([4_000, 4_000]));
    write(edgesWith([10, 4_000]));
    expect(drawnPairs(points)).toEqual(neededPairs(edgesWith([10, 4_000])));
  });

  it('of more edges than 16 bits can number are written in 32', () => {
    const points = new Points(new BufferGeometry());
    const live = new Array<number>(65_540).fill(0);
    live[65_539] = 2;
    expect(createSlotWriter(points)(edgesWith(live))).toBe(2);
    expect(drawnPairs(points)).toEqual(['65539:0', '65539:1']);
  });

  it('draws nothing where nothing flows', () => {
    const points = new Points(new BufferGeometry());
    const write = createSlotWriter(points);
    write(edgesWith([3]));
    expect(points.visible).toBe(true);
    expect(write(edgesWith([]))).toBe(0);
    expect(points.visible).toBe(false);
  });
});
