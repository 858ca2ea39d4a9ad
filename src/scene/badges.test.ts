import { STATE_DANGER, STATE_WARNING } from '../core/model/state';
import { SCENE_OPTIONS } from '../../tests/support/sceneOptions';
import { graphView, viewOf } from '../../tests/support/scenePageViews';
import { computeLayout, layoutInput } from '../core/layout';
import type { TrafficView } from '../core/model/view';
import { badgeCells, badgeParts, mayStay, MIDDLE, placedBy } from './badges';
import { CLOSEST } from './camera';
import { alongCurve, edgeCurve } from './curves';
import { edgeRows, type EdgeRows } from './edgeRows';
import { nodeRows, type NodeRows } from './nodeRows';

interface Rows {
  readonly nodes: NodeRows;
  readonly edges: EdgeRows;
}

function rowsOf(view: TrafficView, positions: Float32Array, before?: Rows): Rows {
  const layout = { positions, bounds: [0, 0, 1, 1] as const };
  const { rows: nodes, previousRows } = nodeRows(view, layout, SCENE_OPTIONS, before?.nodes, 1);
  const edges = edgeRows(view, {
    nodes,
    previousNodes: previousRows,
    options: SCENE_OPTIONS,
    particles: 0,
    perUnit: 0,
    particlePart: 1,
    previous: before?.edges,
    part: 1,
    seconds: 0,
  });
  // As on maps that are too large for detours.
  edges.bowFrom.fill(0.13);
  edges.bowTo.fill(0.13);
  return { nodes, edges };
}

/** Badges of edges that are over a node. */
function overNodes(view: TrafficView, positions: Float32Array, parts?: Float32Array): number {
  const { nodes, edges } = rowsOf(view, positions);
  const used = parts ?? badgeParts(nodes, edges);
  let over = 0;
  for (let row = 0; row < edges.count; row++) {
    const state = edges.statesTo[row];
    const { x, y } = alongCurve(edgeCurve(nodes, edges, row, 1, CLOSEST), used[row]);
    const covers = nodes.ids.some(
      (_, node) => Math.hypot(nodes.placeTo[node * 2] - x, nodes.placeTo[node * 2 + 1] - y) < nodes.radiusTo[node]
    );
    over += (state === STATE_WARNING || state === STATE_DANGER) && covers ? 1 : 0;
  }
  return over;
}

const rates = [10, 0, 0] as const;

describe('badges of edges', () => {
  const three = viewOf(
    ['a', 'b', 'c'].map((id) => ({ id, rates })),
    [
      { source: 'a', target: 'b', rates, state: STATE_WARNING },
      { source: 'a', target: 'c', rates, state: STATE_DANGER },
      { source: 'b', target: 'c', rates },
    ]
  );

  it('are in the middle where nothing is, and move along where a node is', () => {
    const { nodes, edges } = rowsOf(three, Float32Array.of(0, 0, 12, -1.5, 24, 0));
    const parts = badgeParts(nodes, edges);
    expect(parts[0]).toBe(MIDDLE);
    expect(parts[1]).not.toBe(MIDDLE);
    expect(parts[2]).toBe(MIDDLE);
    expect(overNodes(three, nodes.placeTo)).toBe(0);
    expect(overNodes(three, nodes.placeTo, new Float32Array(3).fill(MIDDLE))).toBe(1);
  });

  it('leave room for the number beside the badge of a group', () => {
    const beside = viewOf(
      [
        { id: 'a', rates },
        { id: 'b', rates },
        { id: 'group', kind: 'group', rates, state: STATE_DANGER },
      ],
      [{ source: 'a', target: 'b', rates, state: STATE_DANGER }]
    );
    // The edge passes above the group, where its number is.
    const { nodes, edges } = rowsOf(beside, Float32Array.of(0, 0, 20, 0, 8.5, 0.6));
    const { y } = alongCurve(edgeCurve(nodes, edges, 0, 1, CLOSEST), MIDDLE);
    expect(nodes.placeTo[5] - nodes.radiusTo[2] - y).toBeGreaterThan(0.1);
    expect(badgeParts(nodes, edges)[0]).not.toBe(MIDDLE);
  });

  it('keep clear of each other', () => {
    const crossing = viewOf(
      ['a', 'b', 'c', 'd'].map((id) => ({ id, rates })),
      [
        { source: 'a', target: 'b', rates, state: STATE_DANGER },
        { source: 'c', target: 'd', rates, state: STATE_DANGER },
      ]
    );
    // Both middles are at one place.
    const { nodes, edges } = rowsOf(crossing, Float32Array.of(0, 0, 20, 0, 0, 0, 20, 0));
    const parts = badgeParts(nodes, edges);
    expect(parts[0]).toBe(MIDDLE);
    expect(parts[1]).not.toBe(MIDDLE);
  });

  it('cover no node of 100 services that are laid out in layers, which many middles would', () => {
    const view = graphView('M', 1);
    const { positions } = computeLayout('layered', layoutInput(view), { aspect: 16 / 9 });
    expect(overNodes(view, positions)).toBe(0);
    expect(overNodes(view, positions, new Float32Array(view.edges.count).fill(MIDDLE))).toBeGreaterThan(3);
  });

  it('stay while nothing moves, grows by much or changes its state', () => {
    const places = Float32Array.of(0, 0, 12, -1.5, 24, 0);
    const before = rowsOf(three, places);
    const stay = ({ nodes, edges }: Rows) => mayStay(placedBy(before.nodes, before.edges), placedBy(nodes, edges));
    const same = rowsOf(three, places, before);
    expect(stay(same)).toBe(true);
    expect(stay(rowsOf(three, Float32Array.of(0, 0, 12, 5, 24, 0), before))).toBe(false);
    const states = (of: 'nodes' | 'edges') => ({ ...three, [of]: { ...three[of], states: new Uint8Array(3).fill(3) } });
    expect(stay(rowsOf(states('edges'), places, before))).toBe(false);
    expect(stay(rowsOf(states('nodes'), places, before))).toBe(false);
    expect(stay(rowsOf({ ...three }, places))).toBe(false);
    const grown = (by: number) => ({
      ...same,
      nodes: { ...same.nodes, radiusTo: same.nodes.radiusTo.map((r) => r + by) },
    });
    expect(stay(grown(0.2))).toBe(true);
    expect(stay(grown(0.3))).toBe(false);
  });

  it('come before those of nodes, each with its part of the way', () => {
    const { nodes, edges } = rowsOf(three, Float32Array.of(0, 0, 12, 9, 24, 0));
    const cells = badgeCells(nodes, edges, Float32Array.of(0.5, 0.25, 0.5), new Set(['c']));
    expect(Array.from(cells)).toEqual([0, 1, STATE_WARNING, 0.5, 1, 1, STATE_DANGER, 0.25, 2, 0, 4, 0]);
  });
});
