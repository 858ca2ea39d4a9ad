import { graphView, viewOf } from '../../../../tests/support/scenePageViews';
import { computeLayout, layoutInput } from '../../layout';
import type { LayoutResult } from '../../model/layout';
import { STATE_DANGER, STATE_NO_DATA, STATE_NORMAL, STATE_WARNING, worseState } from '../../model/state';
import type { TrafficView } from '../../model/view';
import { aggregateView } from './aggregateView';
import { groupClusters, ownClusters } from './clusters';
import { detailLevels, levelAt, type DetailLevel } from './detailLevels';

const WIDE = { aspect: 16 / 9 };

function laidOut(view: TrafficView, name: 'layered' | 'grouped' | 'force' = 'layered'): LayoutResult {
  return computeLayout(name, layoutInput(view), WIDE);
}

function levelsOf(view: TrafficView): readonly DetailLevel[] {
  return [...detailLevels(view, laidOut(view))];
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + (value || 0), 0);

const LARGE = graphView([600, 2_400], 3);
const FLAT = graphView([600, 2_400], 3, 0, true);

/** World units that a node is pushed aside at most, and that the middles of two that touch are apart. */
const MOST_PUSHED = 2;
const TWO_RADII = 2;

const SMALL = viewOf(
  [
    { id: 'eu/gate', path: ['eu'], rates: [10, 0, 0] },
    { id: 'eu/shop/cart', path: ['eu', 'shop'], rates: [6, 0, 2], state: STATE_DANGER },
    { id: 'eu/shop/find', path: ['eu', 'shop'], rates: [2, 0, 0], state: STATE_NO_DATA },
    { id: 'us/pay', path: ['us'], rates: [4, 0, 0] },
    { id: 'user', rates: [9, 0, 0] },
  ],
  [
    { source: 'user', target: 'eu/gate', rates: [10, 0, 0], p50: 0.2 },
    { source: 'eu/gate', target: 'eu/shop/cart', rates: [6, 0, 2], p50: 0.1, state: STATE_DANGER },
    { source: 'eu/shop/cart', target: 'us/pay', rates: [3, 0, 0], p50: 0.4 },
    { source: 'eu/shop/find', target: 'us/pay', rates: [0, 0, 1], p50: 0.1, state: STATE_WARNING },
    { source: 'us/pay', target: 'us/pay', rates: [1, 0, 0] },
  ]
);

describe('aggregated rows', () => {
  const view = aggregateView(SMALL, groupClusters(ownClusters(SMALL.nodes), 1));
  const row = view.nodes.ids.indexOf('eu/');

  test('V23 V27 groups become nodes, and single nodes stay themselves', () => {
    expect(view.nodes.ids).toEqual(['eu/', 'us/pay', 'user']);
    expect(view.nodes.kinds).toEqual(['group', 'service', 'service']);
    expect(view.nodes.names).toEqual(['eu', 'pay', 'user']);
    expect(view.nodes.paths).toEqual([['eu'], ['us'], []]);
    expect([...view.nodes.members]).toEqual([3, 1, 1]);
    expect(view.aggregated?.view).toBe(SMALL);
    expect([...view.aggregated!.rowOf]).toEqual([0, 0, 0, 1, 2]);
  });

  test('V24 rates are what called members receive, and the error ratio is weighted by them', () => {
    expect([...view.nodes.rates.subarray(row * 3, row * 3 + 3)]).toEqual([16, 0, 2]);
    expect(view.nodes.errorRatio[row]).toBeCloseTo(2 / 18, 5);
  });

  test('V25 edges between the same nodes add, those within are not drawn, a self edge of a service is', () => {
    const ends = Array.from(view.edges.source, (from, edge) => [
      view.nodes.ids[from],
      view.nodes.ids[view.edges.target[edge]],
    ]);
    expect(ends).toEqual([
      ['eu/', 'us/pay'],
      ['us/pay', 'us/pay'],
      ['user', 'eu/'],
    ]);
    expect([...view.edges.rates.subarray(0, 3)]).toEqual([3, 0, 1]);
    expect(view.edges.errorRatio[0]).toBeCloseTo(0.25, 5);
    expect(view.edges.p50[0]).toBeCloseTo(0.4, 5);
    expect([...view.edges.members]).toEqual([2, 1, 1]);
    expect(view.edges.ids[1]).toBe(SMALL.edges.ids[4]);
  });

  test('V26 states are the worst of what is within, and are counted', () => {
    expect(view.nodes.states[row]).toBe(STATE_DANGER);
    // The service and the edge to it.
    expect(view.aggregated!.troubled[row]).toBe(2);
    expect([...view.edges.states]).toEqual([STATE_WARNING, STATE_NORMAL, STATE_NORMAL]);
  });
});

describe.each([
  ['in groups', LARGE],
  ['without groups', FLAT],
])('levels of 600 services %s', (_, view) => {
  const levels = levelsOf(view);
  const views = levels.map((level) => level.of(view));

  test('V20 V21 each has fewer nodes, down to a handful, and cuts none of the finer ones', () => {
    expect(views[0]).toBe(view);
    expect(views.length).toBeGreaterThan(1);
    for (let index = 1; index < views.length; index++) {
      const finer = views[index - 1];
      expect(views[index].nodes.count).toBeLessThanOrEqual(finer.nodes.count * 0.6);
      const rowOf = views[index].aggregated!.rowOf;
      const finerRowOf = finer.aggregated?.rowOf ?? rowOf.map((__, row) => row);
      const into = new Map<number, number>();
      finerRowOf.forEach((row, member) => into.set(row, into.get(row) ?? rowOf[member]));
      finerRowOf.forEach((row, member) => expect(into.get(row)).toBe(rowOf[member]));
    }
    expect(views[views.length - 1].nodes.count).toBeLessThanOrEqual(14);
  });

  test('V22 from afar the coarsest, near the services, and a little longer what is shown', () => {
    expect(levels.map(({ fromScale }) => fromScale)).toEqual(
      levels.map(({ fromScale }) => fromScale).sort((a, b) => b - a)
    );
    const scale = levels[0].fromScale;
    const at = (index: number) => levels[index];
    expect(levelAt(at, 1e-3, undefined)).toBe(levels.length - 1);
    expect(levelAt(at, scale * 1.01, undefined)).toBe(0);
    expect(levelAt(at, scale * 1.01, 1)).toBe(1);
    expect(levelAt(at, scale * 0.97, 0)).toBe(0);
    expect(levelAt(at, scale * 0.9, 0)).toBe(1);
  });

  test('V23 nodes lie among their members', () => {
    const own = levels[0].layout.positions;
    views.slice(1).forEach(({ nodes, aggregated }, index) => {
      const { unit, layout } = levels[index + 1];
      for (let row = 0; row < nodes.count; row++) {
        const members = Array.from(aggregated!.rowOf.keys()).filter((member) => aggregated!.rowOf[member] === row);
        for (const axis of [0, 1]) {
          const values = members.map((member) => own[member * 2 + axis]);
          const middle = (Math.min(...values) + Math.max(...values)) / 2;
          expect(Math.abs(layout.positions[row * 2 + axis] - middle / unit)).toBeLessThan(MOST_PUSHED);
        }
      }
    });
  });

  test('V29 no two nodes from afar are drawn over each other', () => {
    for (const { layout } of levels.slice(1)) {
      const { positions } = layout;
      for (let one = 0; one < positions.length; one += 2) {
        for (let other = one + 2; other < positions.length; other += 2) {
          const dx = Math.abs(positions[one] - positions[other]);
          const dy = Math.abs(positions[one + 1] - positions[other + 1]);
          expect(Math.max(dx, dy)).toBeGreaterThan(TWO_RADII);
        }
      }
    }
  });

  test('V24 V26 no service, request or trouble is lost', () => {
    const worst = view.nodes.states.reduce((state, next) => worseState(state, next), STATE_NO_DATA);
    for (const next of views) {
      expect(sum(next.nodes.members)).toBe(view.nodes.count);
      expect(next.nodes.states.reduce((state, each) => worseState(state, each), STATE_NO_DATA)).toBe(worst);
      view.nodes.states.forEach((state, member) => {
        const row = next.aggregated?.rowOf[member] ?? member;
        expect(worseState(next.nodes.states[row], state)).toBe(next.nodes.states[row]);
      });
    }
  });

  test('V27 ids are unique, and the same for other rates', () => {
    const later = graphView([600, 2_400], 3, 5, view === FLAT);
    levels.forEach((level, index) => {
      const next = level.of(later);
      expect(next.nodes.ids).toEqual(views[index].nodes.ids);
      expect(new Set(next.nodes.ids).size).toBe(next.nodes.count);
      expect(next.edges.ids).toEqual(views[index].edges.ids);
    });
  });
});

test('V20 a map of up to 120 nodes has one level', () => {
  expect(levelsOf(graphView('M', 1))).toHaveLength(1);
});

test('V20 groups that lie among each other make no level: neighbours do', () => {
  const scattered = { ...LARGE, nodes: { ...LARGE.nodes, paths: FLAT.nodes.paths.map((__, row) => [`g${row % 5}`]) } };
  const levels = [...detailLevels(scattered, laidOut(FLAT))];
  expect(levels.length).toBeGreaterThan(1);
  for (const level of levels.slice(1)) {
    expect([...level.of(scattered).nodes.ids].some((id) => /^g\d\/$/.test(id))).toBe(false);
  }
});
