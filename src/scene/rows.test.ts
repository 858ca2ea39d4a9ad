import { FLOWING, IDLE, NO_DATA, phaseAt } from '../core/flow';
import type { LayoutResult } from '../core/model/layout';
import { viewOf, type ViewEdge, type ViewNode } from '../../tests/support/scenePageViews';
import { edgeRows, type EdgeRows } from './edgeRows';
import { nodeRows, type NodeRows } from './nodeRows';
import type { SceneOptions } from './types';
import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';

const OPTIONS: SceneOptions = { ...SCENE_OPTIONS, maximumParticles: 1000 };

const node = (id: string, rate = 10): ViewNode => ({ id, rates: [rate, 0, 0] });
const edge = (source: string, target: string, rate: number, p50 = 0.01): ViewEdge => ({
  source,
  target,
  rates: [rate, 0, 0],
  p50,
});

const layoutFor = (count: number): LayoutResult => ({
  positions: Float32Array.from({ length: count * 2 }, (_, index) => (index % 2 === 0 ? index * 5 : 0)),
  bounds: [0, 0, count * 10, 0],
});

interface Made {
  readonly nodes: NodeRows;
  readonly edges: EdgeRows;
}

function make(nodes: readonly ViewNode[], edges: readonly ViewEdge[], before?: Made, part = 1, seconds = 0): Made {
  const view = viewOf(nodes, edges);
  const made = nodeRows(view, layoutFor(nodes.length), OPTIONS, before?.nodes, part);
  return {
    nodes: made.rows,
    edges: edgeRows(view, {
      nodes: made.rows,
      previousNodes: made.previousRows,
      options: OPTIONS,
      particles: 1000,
      perUnit: 3,
      particlePart: 1,
      previous: before?.edges,
      part,
      seconds,
    }),
  };
}

describe('rows of the scene', () => {
  const nodes = [node('a'), node('b'), node('c')];
  const before = make(nodes, [edge('a', 'b', 10), edge('b', 'c', 100)]);

  it('F13: an update of rates and latencies moves no particle', () => {
    const seconds = 1234.5;
    const after = make(nodes, [edge('a', 'b', 90, 0.5), edge('b', 'c', 1, 0.001)], before, 1, seconds);
    for (let row = 0; row < 2; row++) {
      expect(after.edges.speed[row]).not.toBe(before.edges.speed[row]);
      const was = phaseAt(before.edges.phase[row], before.edges.speed[row], seconds);
      const is = phaseAt(after.edges.phase[row], after.edges.speed[row], seconds);
      expect(Math.abs(was - is)).toBeLessThan(1e-6);
    }
  });

  it('an edge whose numbers are old is dim and stands still, and goes on when they are fresh', () => {
    const fresh = [edge('a', 'b', 10), edge('b', 'c', 100)];
    const stale = make(nodes, [{ ...fresh[0], staleSince: -60_000 }, fresh[1]], before, 1, 7).edges;
    expect(stale.alphaTo[0]).toBeLessThan(0.5);
    expect(stale.alphaFrom[0]).toBe(1);
    expect(stale.speed[0]).toBe(0);
    expect(stale.liveTo[0]).toBeGreaterThan(0);
    expect(stale.alphaTo[1]).toBe(1);
    expect(stale.speed[1]).toBe(before.edges.speed[1]);
    const again = make(nodes, fresh, { nodes: before.nodes, edges: stale }, 1, 9).edges;
    expect(again.alphaTo[0]).toBe(1);
    expect(phaseAt(again.phase[0], again.speed[0], 9)).toBeCloseTo(phaseAt(stale.phase[0], 0, 9), 6);
  });

  it('F17: edges whose bytes alone are known flow on a scale of their own, beside those with requests', () => {
    const unknown = [NaN, NaN, NaN] as const;
    const { edges } = make(nodes, [
      edge('a', 'b', 100),
      { source: 'b', target: 'c', rates: unknown, bytes: 5e6 },
      { source: 'c', target: 'a', rates: unknown, bytes: 0 },
      { source: 'a', target: 'c', rates: unknown },
    ]);
    expect([...edges.activities]).toEqual([FLOWING, FLOWING, IDLE, NO_DATA]);
    expect([...edges.rates]).toEqual([100, 0, 0, 0]);
    expect([...edges.bytes]).toEqual([0, 5e6, 0, 0]);
    expect(edges.widthTo[1]).toBe(edges.widthTo[0]);
    expect([...edges.liveTo].map((particles) => particles > 0)).toEqual([true, true, false, false]);
  });

  it('particles come and go from the number that there was', () => {
    const after = make(nodes, [edge('a', 'b', 90), edge('b', 'c', 1)], before);
    expect(after.edges.liveFrom).toEqual(before.edges.liveTo);
    expect(after.edges.liveTo[0]).toBeGreaterThan(after.edges.liveFrom[0]);
    expect(after.edges.liveTo[1]).toBeLessThan(after.edges.liveFrom[1]);
  });

  it('rows that stay share what was with the rows before, half way they do not', () => {
    const edges = [edge('a', 'b', 90), edge('b', 'c', 1)];
    const ended = make(nodes, edges, before, 1).edges;
    expect(ended.inOrder).toBe(true);
    expect(ended.widthFrom).toBe(before.edges.widthTo);
    expect(ended.crossings).toBe(before.edges.crossings);
    const half = make(
      nodes,
      [edge('a', 'b', 10), edge('b', 'c', 100)],
      { nodes: before.nodes, edges: ended },
      0.5
    ).edges;
    const middle = (ended.widthFrom[0] + ended.widthTo[0]) / 2;
    expect(half.widthFrom[0]).toBeCloseTo(middle, 6);
    expect(half.dither).toBe(before.edges.dither);
  });

  it('nodes ease from where they are, half way included', () => {
    const moved = make([node('b'), node('a'), node('c')], [], before, 1);
    expect(Array.from(moved.nodes.placeFrom.subarray(0, 4))).toEqual([10, 0, 0, 0]);
    const again = make(nodes, [], moved, 0.5);
    expect(Array.from(again.nodes.placeFrom.subarray(0, 4))).toEqual([5, 0, 5, 0]);
  });

  it('what vanishes fades where it was, what comes fades in', () => {
    const after = make([node('a'), node('d')], [edge('a', 'd', 5)], before);
    expect(after.nodes.count).toBe(2);
    expect(after.nodes.ids).toEqual(['a', 'd', 'b', 'c']);
    expect(Array.from(after.nodes.alphaFrom)).toEqual([1, 0, 1, 1]);
    expect(Array.from(after.nodes.alphaTo)).toEqual([1, 1, 0, 0]);
    expect(after.edges.ids).toEqual(['a→d', 'a→b', 'b→c']);
    expect(Array.from(after.edges.alphaTo)).toEqual([1, 0, 0]);
    expect([after.edges.source[2], after.edges.target[2]]).toEqual([2, 3]);
    expect(Array.from(after.edges.liveTo.subarray(1))).toEqual([0, 0]);
    const later = make([node('a'), node('d')], [edge('a', 'd', 5)], after);
    expect(later.nodes.ids).toEqual(['a', 'd']);
    expect(later.edges.ids).toEqual(['a→d']);
  });

  it('an edge that bows otherwise eases to it, and goes on easing from half way', () => {
    const edges = [edge('a', 'c', 10)];
    const straight = make(nodes, edges);
    // Where b is in the way, the edge passes it aside.
    expect(straight.edges.bowFrom[0]).toBe(straight.edges.bowTo[0]);
    const aside = make([node('a'), node('c'), node('b')], edges, straight, 1);
    expect(aside.edges.bowFrom[0]).toBe(straight.edges.bowTo[0]);
    expect(aside.edges.bowTo[0]).not.toBe(straight.edges.bowTo[0]);
    const again = make(nodes, edges, aside, 0.5);
    expect(again.edges.bowFrom[0]).toBeCloseTo((aside.edges.bowFrom[0] + aside.edges.bowTo[0]) / 2, 6);
    expect(again.edges.bowTo[0]).toBe(straight.edges.bowTo[0]);
  });

  it('the arc within a node is its load where a capacity is known, full from there on', () => {
    const view = viewOf(nodes, []);
    const load = { name: 'load', kind: 'load', unit: 'percentunit', values: Float32Array.of(0.25, 3, NaN) } as const;
    const measured = { ...view, nodes: { ...view.nodes, metrics: [load] } };
    const arcs = (drawn: typeof view) => {
      const { rows } = nodeRows(drawn, layoutFor(3), OPTIONS, undefined, 1);
      return [...[2, 5, 8].map((cell) => rows.shares[cell]), ...rows.loaded];
    };
    expect(arcs(measured)).toEqual([0.25, 1, arcs(view)[2], 1, 1, 0]);
  });

  it('F8: idle edges and edges without data have no particles', () => {
    const made = make(nodes, [
      { source: 'a', target: 'b', rates: [0, 0, 0] },
      { source: 'b', target: 'c', rates: [NaN, NaN, NaN] },
    ]);
    expect(Array.from(made.edges.liveTo)).toEqual([0, 0]);
    expect(Array.from(made.edges.activities)).toEqual([1, 2]);
  });
});
